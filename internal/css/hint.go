package css

import (
	"strings"

	"handrail/internal/dom"
)

// svgHints are the attributes of SVG that are styles (SVG 2, 6.6).
var svgHints = set(`clip-path color cursor direction display fill fill-opacity filter flood-color font-family font-size
	font-style font-weight letter-spacing lighting-color opacity overflow pointer-events stop-color stroke
	stroke-opacity stroke-width text-anchor text-decoration transform unicode-bidi visibility word-spacing writing-mode`)

// ownOf returns what decides about the declarations that stand on an element
// itself, in its style attribute or by hints; "" where there are none.
func ownOf(e *dom.Element) string {
	own := ""
	for i := range e.Attributes {
		a := &e.Attributes[i]
		counts := false
		switch {
		case a.Name == "style":
			counts = true
		case e.Namespace == dom.SVG:
			counts = svgHints[a.Name]
		default:
			switch a.Name {
			case "bgcolor", "text", "color", "background", "nowrap":
				counts = true
			case "width", "height":
				counts = sized[e.Tag]
			}
		}
		if counts {
			own += a.Name + "\x00" + a.Value + "\x00"
		}
	}
	return own
}

// hintsOf returns what attributes say about looks; any rule of the author goes
// above that (HTML 15.2).
func hintsOf(e *dom.Element) []declaration {
	var found []declaration
	say := func(property, value string) {
		found = appendDeclaration(found, tokens(property+":"+value), 0)
	}
	for _, a := range e.Attributes {
		if e.Namespace == dom.SVG {
			if svgHints[a.Name] {
				say(a.Name, a.Value)
			}
			continue
		}
		switch a.Name {
		case "bgcolor":
			switch e.Tag {
			case "body", "table", "thead", "tbody", "tfoot", "tr", "td", "th":
				say("background-color", oldColor(a.Value))
			}
		case "text":
			if e.Tag == "body" {
				say("color", oldColor(a.Value))
			}
		case "color":
			if e.Tag == "font" || e.Tag == "hr" {
				say("color", oldColor(a.Value))
			}
		case "background":
			if e.Tag == "body" || e.Tag == "table" || e.Tag == "td" || e.Tag == "th" {
				say("background-image", "url(\""+strings.NewReplacer(`"`, `\"`, "\n", "", `\`, `\\`).Replace(a.Value)+"\")")
			}
		case "nowrap":
			if e.Tag == "td" || e.Tag == "th" {
				say("white-space", "nowrap")
			}
		case "width", "height":
			if sized[e.Tag] {
				say(a.Name, oldLength(a.Value))
			}
		}
	}
	return found
}

var sized = set("img video iframe embed object canvas table td th col hr input")

// oldLength reads HTML's numbers, with or without "%".
func oldLength(value string) string {
	value = strings.TrimSpace(value)
	end := 0
	for end < len(value) && (value[end] >= '0' && value[end] <= '9' || value[end] == '.') {
		end++
	}
	if end == 0 {
		return ""
	}
	if strings.HasPrefix(value[end:], "%") {
		return value[:end+1]
	}
	return value[:end] + "px"
}

// oldColor reads HTML's legacy colours, of which all but "transparent" and the
// empty one mean something (HTML 2.3.6).
func oldColor(value string) string {
	value = lower(strings.TrimSpace(value))
	if value == "" || value == "transparent" {
		return ""
	}
	if _, known := namedColors[value]; known {
		return value
	}
	if _, ok := hexColor(strings.TrimPrefix(value, "#")); ok && strings.HasPrefix(value, "#") && len(value) == 4 {
		return value
	}
	value = strings.TrimPrefix(value, "#")
	digits := []byte{}
	for _, r := range value {
		switch {
		case r > 0xFFFF:
			digits = append(digits, '0', '0')
		case r < 0x80 && isHex(byte(r)):
			digits = append(digits, byte(r))
		default:
			digits = append(digits, '0')
		}
	}
	if len(digits) > 128 {
		digits = digits[:128]
	}
	for len(digits) == 0 || len(digits)%3 != 0 {
		digits = append(digits, '0')
	}
	n := len(digits) / 3
	parts := [3]string{string(digits[:n]), string(digits[n : 2*n]), string(digits[2*n:])}
	for i := range parts {
		if n > 8 {
			parts[i] = parts[i][n-8:]
		}
	}
	for len(parts[0]) > 2 && parts[0][0] == '0' && parts[1][0] == '0' && parts[2][0] == '0' {
		for i := range parts {
			parts[i] = parts[i][1:]
		}
	}
	made := "#"
	for _, part := range parts {
		if len(part) == 1 {
			part = "0" + part
		}
		made += part[:2]
	}
	return made
}
