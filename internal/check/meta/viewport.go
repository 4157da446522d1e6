package meta

import (
	"strings"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var viewport = &check.Check{
	ID:       "meta/viewport",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 1.4.4", "ACT b4f0c3", "axe meta-viewport"),
	Output: func(p *check.OutputPass) {
		for e := range p.All("meta") {
			if e.Keyword("name") != "viewport" {
				continue
			}
			content, _ := e.Attribute("content")
			keys := properties(content)
			if value, written := keys["user-scalable"]; written && fixed(value) {
				p.FoundOn(e, "the page keeps readers from zooming")
			} else if value, written := keys["maximum-scale"]; written && largest(value) < 2 {
				p.FoundOn(e, "the page does not let readers zoom to twice its size")
			}
		}
	},
}

var viewportLarge = &check.Check{
	ID:       "meta/viewport-large",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("axe meta-viewport-large"),
	Output: func(p *check.OutputPass) {
		for e := range p.All("meta") {
			if e.Keyword("name") != "viewport" {
				continue
			}
			content, _ := e.Attribute("content")
			if value, written := properties(content)["maximum-scale"]; written && largest(value) >= 2 && largest(value) < 5 {
				p.FoundOn(e, "the page does not let readers zoom to five times its size")
			}
		}
	},
}

// properties reads the content of a viewport by CSS Device Adaptation 1,
// section 10.3. Of two values for one key the last counts.
func properties(content string) map[string]string {
	keys := map[string]string{}
	for _, part := range strings.FieldsFunc(strings.ToLower(content), func(r rune) bool { return r == ',' || r == ';' }) {
		// White space ends a name and a value too, unless a "=" follows.
		for part = strings.Trim(part, space+"="); part != ""; part = strings.Trim(part, space+"=") {
			end := strings.IndexAny(part, space+"=")
			if end < 0 {
				break
			}
			name, rest := part[:end], part[end:]
			equals := strings.IndexByte(rest, '=')
			if equals < 0 {
				break
			}
			value := strings.TrimLeft(rest[equals:], space+"=")
			part = ""
			if end = strings.IndexAny(value, space+"="); end >= 0 {
				value, part = value[:end], value[end:]
			}
			if value != "" {
				keys[name] = value
			}
		}
	}
	return keys
}

// fixed says whether a value of user-scalable turns zooming off.
func fixed(value string) bool {
	switch value {
	case "yes", "device-width", "device-height":
		return false
	}
	number, ok := leading(value)
	return !ok || number > -1 && number < 1
}

// largest is the zoom that a value of maximum-scale allows; a negative one is
// not heeded.
func largest(value string) float64 {
	switch value {
	case "yes":
		return 1
	case "device-width", "device-height":
		return 10
	}
	number, ok := leading(value)
	switch {
	case !ok:
		return 0.1
	case number < 0:
		return 10
	}
	return number
}
