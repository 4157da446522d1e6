package style

import (
	"fmt"
	"strings"
	"unicode"

	"handrail/internal/check"
	"handrail/internal/dom"
)

// A spacing is what WCAG 1.4.12 says of one property.
type spacing struct {
	property string
	least    float64 // of the font size
	what     string
}

// narrow reports the elements whose text is set closer than readers may need it,
// by a style attribute that no style of theirs overrules (important).
func narrow(p *check.OutputPass, of spacing, applies func(*dom.Element) bool) {
	if !inAttribute(p, of.property) {
		return
	}
	styles := p.View.Styles()
	for e := range p.Elements() {
		if !hasText(e) || !fixedInline(p, e, of.property) || !p.View.Read(e) || !applies(e) {
			continue
		}
		size, ok := styles.Length(e, "font-size")
		space, ok2 := styles.Length(e, of.property)
		if styles.Value(e, of.property) == "normal" {
			space, ok2 = 0, true
		}
		if !ok || !ok2 || space >= of.least*size-.001 {
			continue
		}
		to := share(space/size) + " of the letters' height"
		if styles.Value(e, of.property) == "normal" {
			to = "what is usual"
		}
		p.FoundOn(e, fmt.Sprintf("the style attribute sets %s of this text to %s with !important, so that readers who need %s of it cannot have it",
			of.what, to, share(of.least)))
	}
}

// inAttribute says whether a style attribute of the page may set a property and
// overrule all others.
func inAttribute(p *check.OutputPass, property string) bool {
	for _, e := range p.HTML.With("style") {
		style, _ := e.Attribute("style")
		if style = strings.ToLower(style); !strings.Contains(style, "important") {
			continue
		}
		for _, name := range []string{property, "font", "all"} { // the others set it, too
			if strings.Contains(style, name) {
				return true
			}
		}
	}
	return false
}

func share(n float64) string {
	return strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%.2f", n), "0"), ".")
}

// fixedInline says whether the value that counts for e was written in a style
// attribute, its own or that of the element it inherits from, and is important.
func fixedInline(p *check.OutputPass, e *dom.Element, property string) bool {
	styles := p.View.Styles()
	for ; e != nil; e = e.Parent {
		d, written := styles.Declared(e, property)
		if !written {
			// Browsers give form fields values of their own.
			if e.Is("input", "button", "select", "textarea") {
				return false
			}
			continue
		}
		switch strings.ToLower(d.Value) {
		case "inherit", "unset", "revert", "revert-layer":
			continue
		}
		return d.Inline && d.Important
	}
	return false
}

// hasText says whether words that are seen may stand directly in an element.
func hasText(e *dom.Element) bool {
	if e.Namespace != dom.HTML || e.Is("script", "style", "template", "noscript", "iframe", "title", "video", "audio", "canvas", "object", "datalist") ||
		e.Is("details") && !e.Has("open") {
		return false
	}
	for _, c := range e.Children {
		if c.Element == nil && strings.TrimSpace(c.Text) != "" {
			return true
		}
	}
	return false
}

// letters counts what has a width in all the text of an element.
func letters(text string) int {
	n := 0
	for _, r := range text {
		if !unicode.IsSpace(r) && !unicode.IsMark(r) {
			n++
		}
	}
	return n
}
