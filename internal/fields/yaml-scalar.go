package fields

import (
	"strings"
	"time"

	"go.yaml.in/yaml/v4"
)

// scalar reads one value without parts. Quoted text is text; anything else is
// what it looks like, and remembers its own letters (see Value.plain).
func scalar(v Value, n *yaml.Node) (Value, bool) {
	v.Type, v.Str = String, n.Value
	if n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
		return v, true
	}
	tag := n.ShortTag()
	if tag == "!!null" {
		return v, false
	}
	v.plain = n.Value
	if tag == "!!str" && n.Style&yaml.TaggedStyle != 0 {
		return v, true
	}
	if date, ok := yamlDate(n.Value); ok {
		v.Type, v.Str = Date, date
		return v, true
	}
	switch tag {
	case "!!int":
		if n.Decode(&v.Int) == nil {
			v.Type = Int
		}
	case "!!float":
		if n.Decode(&v.Float) == nil {
			v.Type = Float
		}
	case "!!bool":
		if n.Decode(&v.Bool) == nil {
			v.Type = Bool
		}
	}
	return v, true
}

// yamlDates are the ways in which Jekyll and Hugo sites write dates, beside
// how each is given on.
var yamlDates = []struct{ written, given string }{
	{"2006-01-02", "2006-01-02"},
	{"2006-1-2", "2006-01-02"},
	{"2006-01-02T15:04:05Z07:00", time.RFC3339},
	{"2006-01-02T15:04:05", "2006-01-02T15:04:05"},
	{"2006-01-02T15:04", "2006-01-02T15:04:05"},
	{"2006-01-02T15:04:05 Z07:00", time.RFC3339},
	{"2006-01-02T15:04:05 -0700", time.RFC3339},
	{"2006-01-02T15:04:05-0700", time.RFC3339},
	{"2006-01-02T15:04 -0700", time.RFC3339},
	{"2006-01-02T15:04:05 -07", time.RFC3339},
	{"2006-01-02T15:04:05-07", time.RFC3339},
}

// yamlDate returns the RFC 3339 text of a date, without the parts it lacks.
func yamlDate(s string) (string, bool) {
	if len(s) < len("2006-1-2") || len(s) > 40 || s[0] < '0' || s[0] > '9' {
		return "", false
	}
	s = strings.ToUpper(strings.Join(strings.Fields(s), " "))
	if day, hour, found := strings.Cut(s, " "); found {
		s = day + "T" + hour
	}
	for _, layout := range yamlDates {
		if t, err := time.Parse(layout.written, s); err == nil {
			return t.Format(layout.given), true
		}
	}
	return "", false
}
