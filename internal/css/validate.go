package css

import (
	lex "github.com/tdewolff/parse/v2/css"
)

// asWritten are properties whose words may be the author's own names.
var asWritten = set(`font-family animation-name animation-timeline content quotes counter-increment counter-reset counter-set
	list-style-type list-style-image background-image mask-image border-image-source filter backdrop-filter clip-path
	will-change transition-property`)

// validate says whether a property may have a value, and returns it as it is
// kept: keywords in lower case.
func validate(p property, value []token) (string, bool) {
	value = trim(value)
	if len(value) == 0 {
		return "", false
	}
	d := &properties[p]
	if len(value) == 1 && value[0].kind == ident {
		if word := lower(value[0].name()); d.keywords[word] {
			return word, true
		}
	}
	switch d.kind {
	case kindKeyword:
		return validKeywords(d, value)
	case kindColor:
		return lower(text(value)), validColor(value)
	case kindAlpha:
		one, ok := probe(value)
		return text(value), ok && (one.unit == plain || one.percent != 0 || isZeroPercent(value))
	case kindLength, kindLengthPercent, kindPositive, kindWidth, kindFontSize:
		return lower(text(value)), validLength(d.kind, value)
	case kindFontWeight:
		one, ok := probe(value)
		return text(value), ok && one.unit == plain && one.px >= 1 && one.px <= 1000
	case kindLineHeight:
		one, ok := probe(value)
		return lower(text(value)), ok && one.unit != other && one.px >= 0 && one.percent >= 0
	case kindImages:
		return text(value), validImages(value)
	}
	if asWritten[d.name] {
		return text(value), true
	}
	return lowerWords(value), validAny(d.name, value)
}

// validKeywords takes the two-word values of display.
func validKeywords(d *definition, value []token) (string, bool) {
	if d.name != "display" {
		return "", false
	}
	found := map[string]bool{}
	for _, t := range words(value) {
		if t.kind != ident {
			return "", false
		}
		found[lower(t.name())] = true
	}
	inside := ""
	for _, word := range []string{"flow-root", "flow", "flex", "grid", "table", "ruby", "math"} {
		if found[word] {
			inside = word
			delete(found, word)
		}
	}
	item, inline, block := found["list-item"], found["inline"], found["block"]
	delete(found, "list-item")
	delete(found, "inline")
	delete(found, "block")
	switch {
	case len(found) > 0 || inline && block:
		return "", false
	case item && inline:
		return "inline list-item", true
	case item:
		return "list-item", true
	case inside == "" || inside == "flow":
		return map[bool]string{true: "inline", false: "block"}[inline], true
	case inside == "flow-root":
		return map[bool]string{true: "inline-block", false: "flow-root"}[inline], true
	case inside == "ruby" && !block:
		return "ruby", true
	case inline && inside != "math":
		return "inline-" + inside, true
	}
	return inside, true
}

// probe works out a value as if every size were known.
func probe(value []token) (amount, bool) {
	m := &measure{em: 16, rem: 16, line: 19, rootLine: 19, reader: Desktop}
	if one, ok := m.eval(value); ok {
		return one, true
	}
	// Perhaps only layout can decide it; then it has to be of the right kind.
	m = &measure{em: 16, rem: 16, line: 19, rootLine: 19, reader: Desktop, guess: true}
	one, ok := m.eval(value)
	if m.percents && one.unit == length {
		one.percent = 1
	}
	return one, ok
}

func isZeroPercent(value []token) bool { return len(value) == 1 && value[0].kind == percentage }

func validLength(k kind, value []token) bool {
	one, ok := probe(value)
	if !ok || one.unit == other {
		return false
	}
	math := value[0].kind == function
	hasPercent := one.percent != 0 || isZeroPercent(value)
	switch {
	case one.unit == plain && one.px != 0:
		return false
	case math && one.unit == plain:
		return false
	case hasPercent && !math && (k == kindLength || k == kindWidth):
		return k == kindLength && false
	}
	negative := one.px < 0 || one.percent < 0
	return !negative || math || k == kindLength || k == kindLengthPercent
}

// validAny catches what is plainly wrong for properties that checks ask about.
func validAny(name string, value []token) bool {
	first := value[0]
	switch name {
	case "z-index", "order":
		return first.kind == number || first.word("auto") || first.kind == function
	case "text-decoration-line":
		for _, t := range words(value) {
			if !decorationLines[lower(t.text)] {
				return false
			}
		}
	case "text-transform":
		return first.kind == ident
	case "white-space":
		return first.kind == ident
	case "clip":
		return first.word("auto") || first.call() == "rect"
	case "transform", "clip-path", "filter", "backdrop-filter":
		return first.kind == ident || first.kind == function || first.kind == lex.URLToken
	case "animation-duration", "animation-delay", "transition-duration", "transition-delay":
		for _, part := range split(value, ',') {
			if one, ok := probeTime(part); !ok || one.unit != other {
				return len(part) == 1 && part[0].word("auto")
			}
		}
	}
	return true
}

func probeTime(part []token) (amount, bool) {
	if len(part) == 0 {
		return amount{}, false
	}
	return probe(part)
}

var decorationLines = set("none underline overline line-through blink spelling-error grammar-error")

// lowerWords writes a value with its keywords, units and functions in lower case.
func lowerWords(value []token) string {
	same := true
	for _, t := range value {
		if t.kind != quoted && t.kind != lex.URLToken && t.kind != customName && lower(t.text) != t.text {
			same = false
		}
	}
	if same {
		return text(value)
	}
	changed := kept(value)
	for i, t := range changed {
		if t.kind != quoted && t.kind != lex.URLToken && t.kind != customName {
			changed[i].text = lower(t.text)
		}
	}
	return text(changed)
}
