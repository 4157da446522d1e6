package lang

import (
	"fmt"
	"strings"

	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/lang"
	"handrail/internal/standards"
)

var unknownPart = &check.Check{
	ID:       "lang/unknown-part",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 3.1.2", "ACT de46e4", "axe valid-lang"),
	Output: func(p *check.OutputPass) {
		body := child(p.HTML.Root, "body")
		if body == nil {
			return
		}
		var spoken spokenBy
		for e := range p.Elements() {
			tag, _ := e.Attribute("lang")
			if tag == "" || e.Namespace != dom.HTML || !e.Within(body) || lang.KnownPrimary(tag) {
				continue
			}
			if spoken == nil {
				spoken = listen(p)
			}
			switch message := fmt.Sprintf("this part says that its language is “%s”, which is not the code of any language", tag); {
			case !spoken[e.Index]:
			case wordsIn(p, e):
				p.FoundOn(e, message)
			default:
				p.FoundBeyondAxe(e, message) // which passes over what is only announced
			}
		}
	},
}

// spokenBy holds the elements that give some text its language, by Index.
type spokenBy map[int]bool

// listen finds, for every text that people see or hear, the element that says
// its language.
func listen(p *check.OutputPass) spokenBy {
	spoken := spokenBy{}
	source := make([]int, len(p.HTML.Elements)) // by element: who says its language
	tree := p.View.Tree()
	for e := range p.Elements() {
		source[e.Index] = 0
		if e.Parent != nil {
			source[e.Index] = source[e.Parent.Index]
		}
		if tag, _ := e.Attribute("lang"); tag != "" {
			source[e.Index] = e.Index
		}
		if spoken[source[e.Index]] {
			continue
		}
		hidden := tree.Hidden(e)
		if (!hidden || p.View.Read(e)) && hasText(e) ||
			!hidden && (tree.Name(e) != "" || tree.Description(e) != "") ||
			e.Is("iframe") && p.View.Styles().Displayed(e) && framed(p, e) {
			spoken[source[e.Index]] = true
		}
	}
	return spoken
}

// wordsIn says whether e holds words, or something with a name that people see,
// whose language no part of it says.
func wordsIn(p *check.OutputPass, e *dom.Element) bool {
	if hasText(e) {
		return true
	}
	if e.Keyword("role") == "img" || e.Tag == "svg" || e.Is("button", "iframe", "img", "input", "object", "video") {
		return p.View.Tree().Name(e) != ""
	}
	for _, c := range e.Children {
		if c.Element != nil && !c.Element.Has("lang") && wordsIn(p, c.Element) {
			return true
		}
	}
	return false
}

// hasText says whether words stand directly in an element.
func hasText(e *dom.Element) bool {
	if e.Is("script", "style", "template", "noscript", "iframe", "textarea") {
		return false
	}
	for _, c := range e.Children {
		if c.Element == nil && strings.TrimSpace(c.Text) != "" {
			return true
		}
	}
	return false
}

// framed says whether a frame shows text whose language nothing inside names, so
// that it speaks the language around the frame.
func framed(p *check.OutputPass, frame *dom.Element) bool {
	var inner *dom.Document
	if markup, written := frame.Attribute("srcdoc"); written {
		inner, _ = dom.Parse([]byte(markup))
	} else if address, _ := frame.Attribute("src"); address != "" && p.View.Linked != nil {
		inner = p.View.Linked(address)
	}
	if inner == nil {
		return false
	}
	if tag, _ := inner.Root.Attribute("lang"); tag != "" {
		return false
	}
	body := child(inner.Root, "body")
	return body != nil && strings.TrimSpace(body.Text()) != ""
}

// child returns the first child with a tag.
func child(e *dom.Element, tag string) *dom.Element {
	for _, c := range e.Children {
		if c.Element.Is(tag) {
			return c.Element
		}
	}
	return nil
}
