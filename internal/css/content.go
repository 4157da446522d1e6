package css

import (
	"strings"

	"handrail/internal/dom"

	lex "github.com/tdewolff/parse/v2/css"
)

// Content returns what a pseudo-element ("before", "after", "marker") shows as
// text. alt is the alternative written after "/", if hasAlt. ok is false where
// nothing is generated. With pseudo "", it is about content on e itself, which
// counts only if it is an image.
func (s *Styles) Content(e *dom.Element, pseudo string) (shown, alt string, hasAlt, ok bool) {
	x := subject{s, e, nil}
	if pseudo = strings.TrimLeft(pseudo, ":"); pseudo != "" {
		p := s.Pseudo(e, pseudo)
		if p == nil {
			return "", "", false, false
		}
		x = p.subject()
	}
	value := x.value(pContent)
	if value == "normal" || value == "none" {
		if pseudo != "marker" || value == "none" {
			return "", "", false, false
		}
		shown, ok = s.marker(e)
		return shown, "", false, ok
	}
	parts := split(tokens(value), '/')
	if pseudo == "" && (len(parts[0]) == 0 || parts[0][0].kind != lex.URLToken && parts[0][0].kind != function ||
		parts[0][0].call() == "attr" || strings.HasPrefix(parts[0][0].call(), "counter")) {
		return "", "", false, false
	}
	at := place{index: e.Index, pseudo: pseudo}
	if shown, ok = s.items(x, parts[0], at); !ok {
		return "", "", false, false
	}
	if len(parts) == 2 {
		at.alt = true
		alt, ok = s.items(x, parts[1], at)
		return shown, alt, ok, true
	}
	return shown, "", false, true
}

// items writes a list of content items as text. What is in order of the
// document (counters, quotes) was worked out in one walk.
func (s *Styles) items(x subject, all []token, at place) (string, bool) {
	if ordered(all) {
		if s.counts == nil {
			s.counts = newCounts(s)
		}
		found, has := s.counts.texts[at]
		return found, has
	}
	return s.write(x, all, nil)
}

// ordered says whether items depend on what came before in the document.
func ordered(all []token) bool {
	for _, t := range all {
		switch {
		case t.call() == "counter", t.call() == "counters":
			return true
		case t.kind == ident && strings.HasSuffix(lower(t.text), "-quote"):
			return true
		}
	}
	return false
}

// write writes items; c is nil where nothing depends on the order.
func (s *Styles) write(x subject, all []token, c *counts) (string, bool) {
	var b strings.Builder
	for _, part := range pieces(all) {
		t := part[0]
		args, _ := inside(part, 0)
		switch call := t.call(); {
		case t.kind == quoted:
			b.WriteString(t.value())
		case t.kind == lex.URLToken || t.word("contents"):
		case call == "attr":
			b.WriteString(attribute(x.e, args))
		case call == "counter" && c != nil:
			b.WriteString(c.counter(args))
		case call == "counters" && c != nil:
			b.WriteString(c.counters(args))
		case t.kind == ident && strings.HasSuffix(lower(t.text), "-quote") && c != nil:
			b.WriteString(c.quote(x, lower(t.text)))
		case call == "string", call == "leader", call == "target-counter", call == "target-text":
			return "", false
		case t.kind == function:
			if !isImage(part) {
				return "", false
			}
		default:
			return "", false
		}
	}
	return b.String(), true
}

// attribute reads attr(name [type] [, fallback]).
func attribute(e *dom.Element, args []token) string {
	name, fallback, _ := cutComma(args)
	list := words(name)
	if len(list) == 0 {
		return ""
	}
	called := list[0].name()
	if e.Namespace == dom.HTML {
		called = lower(called)
	}
	if value, written := e.Attribute(called); written {
		return value
	}
	if rest := trim(fallback); len(rest) == 1 && rest[0].kind == quoted {
		return rest[0].value()
	}
	return ""
}

// quotePairs are those of quotes: auto, by language.
var quotePairs = map[string][2]string{
	"": {"“”", "‘’"}, "de": {"„“", "‚‘"}, "fr": {"«»", "«»"}, "es": {"«»", "“”"}, "it": {"«»", "“”"}, "pt": {"“”", "‘’"},
	"ru": {"«»", "„“"}, "uk": {"«»", "„“"}, "pl": {"„”", "«»"}, "cs": {"„“", "‚‘"}, "nl": {"‘’", "“”"}, "sv": {"””", "’’"},
	"fi": {"””", "’’"}, "da": {"””", "’’"}, "no": {"«»", "‘’"}, "nb": {"«»", "‘’"}, "ja": {"「」", "『』"}, "el": {"«»", "“”"},
	"ar": {"”“", "’‘"}, "hu": {"„”", "»«"}, "ro": {"„”", "«»"}, "tr": {"“”", "‘’"}, "ko": {"“”", "‘’"}, "zh": {"“”", "‘’"},
}

// quote returns the mark for one of the four quote keywords, and counts depth.
func (c *counts) quote(x subject, word string) string {
	opening := strings.HasSuffix(word, "open-quote")
	if !opening {
		if c.depth == 0 {
			return ""
		}
		c.depth--
	}
	depth := c.depth
	if opening {
		c.depth++
	}
	if strings.HasPrefix(word, "no-") {
		return ""
	}
	var marks []string
	switch value := x.value(pQuotes); value {
	case "none":
		return ""
	case "auto":
		pair, known := quotePairs[language(x.e)]
		if !known {
			pair = quotePairs[""]
		}
		for _, two := range pair {
			r := []rune(two)
			marks = append(marks, string(r[0]), string(r[1]))
		}
	default:
		for _, t := range words(tokens(value)) {
			marks = append(marks, t.value())
		}
	}
	if len(marks) < 2 {
		return ""
	}
	at := 2 * min(depth, len(marks)/2-1)
	if !opening {
		at++
	}
	return marks[at]
}

func language(e *dom.Element) string {
	for ; e != nil; e = e.Parent {
		if value, written := e.Attribute("lang"); written {
			tag, _, _ := strings.Cut(lower(value), "-")
			return tag
		}
	}
	return ""
}
