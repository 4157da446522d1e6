package form

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var autocomplete = &check.Check{
	ID:       "form/autocomplete",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 1.3.5", "ACT 73f2c2", "axe autocomplete-valid"),
	Output: func(p *check.OutputPass) {
		for e, tokens := range filled(p) {
			if wrong := misplaced(tokens); wrong != "" && !slices.Contains(offWords, tokens[0]) && fillable(p, e) {
				p.FoundOn(e, fmt.Sprintf("this field says that browsers may fill it in with “%s”, %s",
					strings.Join(tokens, " "), wrong))
			}
		}
	},
}

// filled yields the fields that say what browsers may fill in, with the words of
// autocomplete in small letters.
func filled(p *check.OutputPass) iter.Seq2[*dom.Element, []string] {
	return func(yield func(*dom.Element, []string) bool) {
		for e := range p.All("input", "select", "textarea") {
			if !e.Has("autocomplete") {
				continue
			}
			tokens := e.Tokens("autocomplete")
			for i, token := range tokens {
				tokens[i] = strings.ToLower(token)
			}
			if len(tokens) == 0 || len(tokens) == 1 && (tokens[0] == "on" || tokens[0] == "off") {
				continue
			}
			if !yield(e, tokens) {
				return
			}
		}
	}
}

// fillable says whether somebody can fill the field in: it is shown or told of,
// takes more than a fixed value and is not switched off.
func fillable(p *check.OutputPass, e *dom.Element) bool {
	tree := p.View.Tree()
	if e.Is("input") && fixedValue[e.Keyword("type")] || tree.Disabled(e) || tree.Hidden(e) && !p.View.Seen(e) {
		return false
	}
	for up := e; up != nil; up = up.Parent {
		if up.Keyword("aria-disabled") == "true" {
			return false
		}
	}
	if tree.TabStop(e) || tree.Role(e) == "" {
		return true // a field for passwords or dates has no role at all
	}
	role := standards.ARIARole(tree.Role(e))
	return role != nil && role.Is("widget")
}

var fixedValue = map[string]bool{
	"button": true, "checkbox": true, "file": true, "hidden": true, "image": true, "radio": true, "reset": true, "submit": true,
}

// misplaced says what is wrong with the words of autocomplete, in small letters,
// by the order that HTML 4.10.19.7.1 asks for; "" if nothing is.
func misplaced(tokens []string) string {
	rest := tokens
	if len(rest) > 0 && strings.HasPrefix(rest[0], "section-") {
		rest = rest[1:]
	}
	if len(rest) > 0 && (rest[0] == "shipping" || rest[0] == "billing") {
		rest = rest[1:]
	}
	contact := len(rest) > 0 && slices.Contains([]string{"home", "work", "mobile", "fax", "pager"}, rest[0])
	if contact {
		rest = rest[1:]
	}
	switch {
	case len(rest) == 0:
		return "which does not say what to fill in"
	case !slices.Contains(fields, rest[0]):
		return fmt.Sprintf("but “%s” is no field that they know in this place", rest[0])
	case contact && !reachesSomebody(rest[0]):
		return fmt.Sprintf("but “%s” comes in no kinds such as home or work", rest[0])
	}
	rest = rest[1:]
	if len(rest) > 0 && rest[0] == "webauthn" {
		rest = rest[1:]
	}
	if len(rest) > 0 {
		return fmt.Sprintf("but “%s” must not follow there", rest[0])
	}
	return ""
}

// reachesSomebody says whether a field is for a way to reach a person.
func reachesSomebody(field string) bool {
	return field == "email" || field == "impp" || field == "tel" || strings.HasPrefix(field, "tel-")
}

// fields are the autofill field names of HTML 4.10.19.7.1.
var fields = strings.Fields(`
	name honorific-prefix given-name additional-name family-name honorific-suffix nickname
	username new-password current-password one-time-code organization-title organization
	street-address address-line1 address-line2 address-line3
	address-level4 address-level3 address-level2 address-level1 country country-name postal-code
	cc-name cc-given-name cc-additional-name cc-family-name cc-number cc-exp cc-exp-month cc-exp-year cc-csc cc-type
	transaction-currency transaction-amount language bday bday-day bday-month bday-year sex url photo
	tel tel-country-code tel-national tel-area-code tel-local tel-local-prefix tel-local-suffix tel-extension
	email impp`)
