package aria

import (
	"slices"
	"strings"

	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

// Role text was proposed for WAI-ARIA and never became part of it. Safari knows
// it, so it is no slip of the pen.
var textRole = &check.Check{
	ID:       "aria/text-role",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("WCAG 4.1.2", "ACT 674b10"),
	Output: func(p *check.OutputPass) {
		t := p.View.Tree()
		for _, e := range p.HTML.Elements {
			if roles := e.Tokens("role"); slices.ContainsFunc(roles, isText) && !slices.ContainsFunc(roles, valid) && !t.Hidden(e) {
				p.FoundOn(e, "the role text is not a part of WAI-ARIA: most browsers pass over it")
			}
		}
	},
}

var textHolds = &check.Check{
	ID:       "aria/text-holds",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 4.1.2", "axe aria-text"),
	Output: func(p *check.OutputPass) {
		t := p.View.Tree()
		for _, e := range p.HTML.Elements {
			if !slices.ContainsFunc(e.Tokens("role"), isText) || t.Hidden(e) {
				continue
			}
			const message = "the role text makes one text of what is in here, and the keyboard reaches a part of it"
			inside := p.HTML.Elements[e.Index+1 : e.End]
			control := func(in *dom.Element) bool {
				r := standards.ARIARole(t.Role(in))
				return r != nil && r.Is("widget") && t.TabStop(in)
			}
			switch {
			case slices.ContainsFunc(inside, control):
				p.FoundOn(e, message)
			case slices.ContainsFunc(inside, t.TabStop):
				p.FoundBeyondAxe(e, message)
			}
		}
	},
}

func isText(role string) bool { return strings.EqualFold(role, "text") }
