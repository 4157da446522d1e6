package css

import (
	"strings"

	lex "github.com/tdewolff/parse/v2/css"
)

// shorthands says which longhands each shorthand sets.
var shorthands = shorthandTable()

func shorthandTable() map[string][]property {
	sides := []string{"top", "right", "bottom", "left"}
	table := map[string]string{
		"background": "background-color background-image background-position-x background-position-y background-size " +
			"background-repeat background-attachment background-origin background-clip",
		"background-position": "background-position-x background-position-y",
		"font": "font-style font-variant font-variant-caps font-weight font-stretch font-size line-height font-family " +
			"font-size-adjust",
		"outline":         "outline-style outline-color outline-width",
		"list-style":      "list-style-type list-style-position list-style-image",
		"text-decoration": "text-decoration-line text-decoration-style text-decoration-color text-decoration-thickness",
		"text-emphasis":   "text-emphasis-style text-emphasis-color",
		"overflow":        "overflow-x overflow-y",
		"inset":           "top right bottom left",
		"inset-block":     "top bottom",
		"inset-inline":    "left right",
		"border-radius": "border-top-left-radius border-top-right-radius border-bottom-right-radius " +
			"border-bottom-left-radius",
		"animation": "animation-name animation-duration animation-delay animation-iteration-count " +
			"animation-timing-function animation-direction animation-fill-mode animation-play-state animation-timeline",
		"transition": "transition-property transition-duration transition-delay transition-timing-function " +
			"transition-behavior",
		"flex-flow":           "flex-direction flex-wrap",
		"-webkit-text-stroke": "-webkit-text-stroke-color",
		"border":              "",
		"all":                 "",
	}
	table["-webkit-animation"] = table["animation"]
	table["-webkit-transition"] = table["transition"]
	for _, box := range []string{"margin", "padding"} {
		var all []string
		for _, side := range sides {
			all = append(all, box+"-"+side)
		}
		table[box] = strings.Join(all, " ")
		addLogical(table, box+"-", "")
	}
	addLogical(table, "inset-", "")
	for _, what := range []string{"color", "style", "width"} {
		var all []string
		for _, side := range sides {
			all = append(all, "border-"+side+"-"+what)
		}
		table["border-"+what] = strings.Join(all, " ")
		table["border"] += " " + table["border-"+what]
		addLogical(table, "border-", "-"+what)
	}
	table["border"] += " border-image-source"
	for _, side := range sides {
		table["border-"+side] = "border-" + side + "-color border-" + side + "-style border-" + side + "-width"
	}
	for logical, side := range logicalSides {
		table["border-"+logical] = table["border-"+side]
	}
	table["border-block"] = table["border-top"] + " " + table["border-bottom"]
	table["border-inline"] = table["border-left"] + " " + table["border-right"]
	for logical, physical := range map[string]string{"inline-size": "width", "block-size": "height"} {
		for _, bound := range []string{"", "min-", "max-"} {
			table[bound+logical] = bound + physical
		}
	}
	made := map[string][]property{}
	for name, list := range table {
		for _, longhand := range strings.Fields(list) {
			made[name] = append(made[name], propertyNames[longhand])
		}
	}
	for i := 1; i < len(properties); i++ {
		if name := properties[i].name; name != "direction" && name != "unicode-bidi" {
			made["all"] = append(made["all"], property(i))
		}
	}
	return made
}

// logicalSides are for horizontal text from left to right; what other text
// makes of them only layout needs to know.
var logicalSides = map[string]string{"block-start": "top", "block-end": "bottom", "inline-start": "left", "inline-end": "right"}

func addLogical(table map[string]string, before, after string) {
	physical := before
	if before == "inset-" {
		physical = ""
	}
	for logical, side := range logicalSides {
		table[before+logical+after] = physical + side + after
	}
	table[before+"block"+after] = physical + "top" + after + " " + physical + "bottom" + after
	table[before+"inline"+after] = physical + "left" + after + " " + physical + "right" + after
}

// expand splits the value of a shorthand. What is left out is "" and stands for
// the initial value.
func expand(name string, value []token) (map[property]string, bool) {
	longhands := shorthands[name]
	switch name {
	case "all":
		return nil, false
	case "background":
		return expandBackground(value)
	case "background-position":
		return expandPosition(value)
	case "font":
		return expandFont(value)
	case "animation", "-webkit-animation", "transition", "-webkit-transition":
		return expandTimes(longhands, value)
	case "border", "outline", "border-top", "border-right", "border-bottom", "border-left",
		"border-block", "border-inline", "border-block-start", "border-block-end", "border-inline-start", "border-inline-end",
		"list-style", "text-decoration", "text-emphasis", "flex-flow", "-webkit-text-stroke":
		return expandAny(longhands, value)
	case "border-radius":
		whole := text(value)
		values := map[property]string{}
		for _, p := range longhands {
			values[p] = whole
		}
		return values, true
	}
	return expandBox(longhands, value)
}

// expandBox gives one to four values to as many sides.
func expandBox(longhands []property, value []token) (map[property]string, bool) {
	parts := pieces(value)
	n := len(longhands)
	if len(parts) == 0 || len(parts) > n {
		return nil, false
	}
	values := map[property]string{}
	for i, p := range longhands {
		from := i
		switch {
		case n == 4 && len(parts) == 3 && i == 3:
			from = 1
		case n == 4 && len(parts) == 2:
			from = i % 2
		case from >= len(parts):
			from = len(parts) - 1
		}
		one, ok := validate(p, parts[from])
		if !ok {
			return nil, false
		}
		values[p] = one
	}
	return values, true
}

// expandAny gives each part to the first longhand of its kind that takes it.
func expandAny(longhands []property, value []token) (map[property]string, bool) {
	values := map[property]string{}
	for _, part := range pieces(value) {
		if !takes(values, longhands, part) {
			return nil, false
		}
	}
	return values, true
}

// takes finds the longhand for one part. Its like on other sides get it too.
func takes(values map[property]string, longhands []property, part []token) bool {
	for _, p := range longhands {
		d := &properties[p]
		if values[p] != "" && d.name != "text-decoration-line" || d.name == "border-image-source" || !fitsHere(p, part) {
			continue
		}
		one, ok := validate(p, part)
		if !ok {
			continue
		}
		if values[p] != "" {
			one = values[p] + " " + one
		}
		what := d.name[strings.LastIndexByte(d.name, '-'):]
		values[p] = one
		if strings.HasPrefix(d.name, "border-") {
			for _, other := range longhands {
				if strings.HasSuffix(properties[other].name, what) {
					values[other] = one
				}
			}
		}
		return true
	}
	return false
}

// fitsHere keeps the longhands that take anything from taking everything.
func fitsHere(p property, part []token) bool {
	t := part[0]
	switch properties[p].name {
	case "list-style-type":
		return t.kind == quoted || t.call() == "symbols" || t.kind == ident && !t.word("inside") && !t.word("outside") ||
			t.kind == customName
	case "list-style-image":
		return t.kind == lex.URLToken || t.kind == function || t.word("none")
	case "text-emphasis-style":
		return t.kind == quoted || t.kind == ident && !validColor(part)
	}
	return true
}

// expandFont reads "[style variant weight stretch] size[/line] family".
func expandFont(value []token) (map[property]string, bool) {
	names := func(name string) property { return propertyNames[name] }
	values := map[property]string{}
	parts := pieces(value)
	if len(parts) == 1 && parts[0][0].kind == ident {
		// caption, icon and so on: the system's own
		return values, set("caption icon menu message-box small-caption status-bar")[lower(parts[0][0].text)]
	}
	for i, part := range parts {
		t := part[0]
		switch {
		case t.word("normal"):
		case t.word("italic"), t.word("oblique"):
			values[names("font-style")] = lower(t.text)
		case t.kind == dimension && i > 0 && parts[i-1][0].word("oblique"):
		case t.word("small-caps"):
			values[names("font-variant-caps")] = "small-caps"
		case t.kind == ident && (strings.HasSuffix(lower(t.text), "condensed") || strings.HasSuffix(lower(t.text), "expanded")):
			values[names("font-stretch")] = lower(t.text)
		default:
			if weight, ok := validate(pFontWeight, part); ok {
				values[pFontWeight] = weight
				continue
			}
			size, ok := validate(pFontSize, part)
			if !ok {
				return nil, false
			}
			values[pFontSize] = size
			return values, expandFamily(values, parts[i+1:])
		}
	}
	return nil, false
}

// expandFamily reads "[/line] family".
func expandFamily(values map[property]string, rest [][]token) bool {
	if len(rest) > 1 && rest[0][0].is('/') {
		line, ok := validate(pLineHeight, rest[1])
		if !ok {
			return false
		}
		values[pLineHeight] = line
		rest = rest[2:]
	}
	var family []token
	for i, part := range rest {
		if i > 0 && !part[0].is(',') {
			family = append(family, token{kind: space, text: " "})
		}
		family = append(family, part...)
	}
	values[propertyNames["font-family"]] = text(family)
	return len(family) > 0
}
