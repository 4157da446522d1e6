package aria

import (
	"fmt"

	"handrail/internal/axtree"
	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var notSupported = &check.Check{
	ID:       "aria/not-supported",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 4.1.2", "ACT 5c01ea", "axe aria-allowed-attr"),
	Output:   func(p *check.OutputPass) { meaningless(p, false) },
}

// onceSupported is for what was right in an older standard, and still is to many
// checkers.
var onceSupported = &check.Check{
	ID:       "aria/once-supported",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("WCAG 4.1.2", "ACT 5c01ea"),
	Output:   func(p *check.OutputPass) { meaningless(p, true) },
}

// meaningless reports attributes that the role of their element doesn't know:
// those that an older standard let it have, or the others.
func meaningless(p *check.OutputPass, once bool) {
	t := p.View.Tree()
	attributes(p.HTML, func(e *dom.Element, name, _ string) {
		a := standards.ARIAAttribute(name)
		if a == nil || a.Global || !told(t, e) || t.Role(e) == "none" || allowed(t, e, name) {
			return
		}
		r := standards.ARIARole(t.Role(e))
		if once != (r != nil && standards.OnceSupported(r, name)) {
			return
		}
		switch {
		case custom(e) || misplaced(t, e):
			p.AskOn(e, fmt.Sprintf("whether %s means something on this <%s> depends on the role that a script or browser gives it", name, e.Tag))
		case once:
			p.FoundOn(e, fmt.Sprintf("%s means nothing any more %s", name, onWhat(t, e)))
		case e.Is("summary") && name == "aria-expanded" || is(e, "input") && keyword(e, "type") == "color" && name == "aria-required":
			p.FoundBeyondAxe(e, fmt.Sprintf("%s means nothing %s", name, onWhat(t, e)))
		default:
			p.FoundOn(e, fmt.Sprintf("%s means nothing %s", name, onWhat(t, e)))
		}
	})
}

// allowed says whether an attribute that isn't global may stand on an element: by
// its role, or by ARIA in HTML where it has none.
func allowed(t *axtree.Tree, e *dom.Element, name string) bool {
	if r := standards.ARIARole(t.Role(e)); r != nil && r.Supports(name) {
		return true
	}
	as := ""
	switch {
	case is(e, "th"):
		as = "columnheader" // a script may fill the column that makes it a header
	case t.Role(e) != "":
		return false
	case is(e, "audio", "video"):
		as = "application"
	case is(e, "input"):
		switch keyword(e, "type") {
		case "password", "date", "datetime-local", "month", "time", "week":
			as = "textbox"
		case "file":
			return name == "aria-required"
		}
	}
	r := standards.ARIARole(as)
	return r != nil && r.Supports(name)
}

// onWhat says in words what an attribute stands on.
func onWhat(t *axtree.Tree, e *dom.Element) string {
	switch role := t.Role(e); role {
	case "", "generic":
		return fmt.Sprintf("on a <%s> without a role", e.Tag)
	default:
		return fmt.Sprintf("on something with the role %s", role)
	}
}
