package standards

import (
	"slices"
	"strings"
)

// A Kind says what values an ARIA attribute takes (ARIA 6.3).
type Kind uint8

const (
	// Text is any string.
	Text Kind = iota
	// Token is one of Values, Tokens several of them.
	Token
	Tokens
	// Reference is the id of an element, References several.
	Reference
	References
	// Integer and Number are written in decimal.
	Integer
	Number
)

// An Attribute is what WAI-ARIA says of one aria-* attribute.
type Attribute struct {
	Name string
	Kind Kind
	// Values are the words that a Token or Tokens may be. True/false and
	// tristate attributes are Tokens of "true", "false", "mixed", "undefined".
	Values []string
	// Global: every role has it, but those that are Nameless may not have the
	// ones that name.
	Global     bool
	Deprecated bool
}

// Allows says whether the value is a valid one as far as its form goes; ids are
// not looked up. An empty value is allowed: it means that there is none.
func (a *Attribute) Allows(value string) bool {
	value = strings.ToLower(strings.Trim(value, " \t\n\f\r"))
	if value == "" {
		return true
	}
	switch a.Kind {
	case Token:
		return slices.Contains(a.Values, value)
	case Tokens:
		for _, word := range strings.Fields(value) {
			if !slices.Contains(a.Values, word) {
				return false
			}
		}
	case Integer:
		return isNumber(value, false)
	case Number:
		return isNumber(value, true)
	}
	return true
}

func isNumber(value string, fraction bool) bool {
	value = strings.TrimLeft(value, "+-")
	if fraction {
		if mantissa, exponent, split := strings.Cut(value, "e"); split && isNumber(exponent, false) {
			value = mantissa
		}
	}
	whole, part, dotted := strings.Cut(value, ".")
	digits := func(s string) bool { return strings.Trim(s, "0123456789") == "" }
	return digits(whole) && digits(part) && whole+part != "" && (fraction || !dotted)
}

// ARIAAttribute returns the attribute with that name ("aria-label"), nil if
// WAI-ARIA 1.3 knows none.
func ARIAAttribute(name string) *Attribute { return ariaAttributes[name] }

// AttributeNames returns the names of all aria-* attributes, sorted.
func AttributeNames() []string {
	var names []string
	for name := range ariaAttributes {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// attributeTable has one attribute a line, without "aria-": name, kind or values,
// flags. https://w3c.github.io/aria/#state_prop_def
const attributeTable = `
actions | references | global
activedescendant | reference |
atomic | true false | global
autocomplete | inline list both none |
braillelabel | text | global
brailleroledescription | text | global
busy | true false | global
checked | true false mixed undefined |
colcount | integer |
colindex | integer |
colindextext | text |
colspan | integer |
controls | references | global
current | page step location date time true false | global
describedby | references | global
description | text | global
details | references | global
disabled | true false | global
dropeffect | *copy execute link move none popup | global deprecated
errormessage | references | global
expanded | true false undefined |
flowto | references | global
grabbed | true false undefined | global deprecated
haspopup | false true menu listbox tree grid dialog | global
hidden | true false undefined | global
invalid | grammar false spelling true | global
keyshortcuts | text | global
label | text | global
labelledby | references | global
level | integer |
live | assertive off polite | global
modal | true false |
multiline | true false |
multiselectable | true false |
orientation | horizontal undefined vertical |
owns | references | global
placeholder | text |
posinset | integer |
pressed | true false mixed undefined |
readonly | true false |
relevant | *additions all removals text | global
required | true false |
roledescription | text | global
rowcount | integer |
rowindex | integer |
rowindextext | text |
rowspan | integer |
selected | true false undefined |
setsize | integer |
sort | ascending descending none other |
valuemax | number |
valuemin | number |
valuenow | number |
valuetext | text |
`

var ariaAttributes = readAttributes(attributeTable)

func readAttributes(table string) map[string]*Attribute {
	kinds := map[string]Kind{
		"text": Text, "reference": Reference, "references": References, "integer": Integer, "number": Number,
	}
	attributes := map[string]*Attribute{}
	for line := range strings.Lines(strings.TrimSpace(table)) {
		cells := strings.Split(line, "|")
		a := &Attribute{
			Name:       "aria-" + strings.TrimSpace(cells[0]),
			Global:     strings.Contains(cells[2], "global"),
			Deprecated: strings.Contains(cells[2], "deprecated"),
		}
		what := strings.TrimSpace(cells[1])
		kind, plain := kinds[what]
		switch {
		case plain:
			a.Kind = kind
		case strings.HasPrefix(what, "*"):
			a.Kind, a.Values = Tokens, strings.Fields(what[1:])
		default:
			a.Kind, a.Values = Token, strings.Fields(what)
		}
		attributes[a.Name] = a
	}
	return attributes
}

// LeastNumber returns the smallest number that an attribute may have, where
// WAI-ARIA sets one.
func LeastNumber(name string) (least int, ok bool) {
	switch name {
	case "aria-colcount", "aria-rowcount", "aria-setsize":
		return -1, true
	case "aria-rowspan":
		return 0, true
	case "aria-colindex", "aria-colspan", "aria-level", "aria-posinset", "aria-rowindex":
		return 1, true
	}
	return 0, false
}

// OnceSupported says whether WAI-ARIA 1.1 let a role have an attribute that 1.2
// took from it.
func OnceSupported(role *Role, name string) bool {
	switch name {
	case "aria-expanded":
		return role.Is("section") || role.Is("sectionhead") || role.Is("document") || role.Is("window") || role.Is("progressbar")
	case "aria-level":
		return role.Is("grid")
	case "aria-readonly":
		return role.Is("menuitemcheckbox") || role.Is("menuitemradio")
	case "aria-required":
		return role.Is("radio") || role.Is("slider")
	case "aria-orientation":
		return role.Is("combobox")
	}
	return false
}
