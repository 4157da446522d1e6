package aria

import (
	"fmt"
	"slices"
	"strings"

	"handrail/internal/axtree"
	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var children = &check.Check{
	ID:       "aria/children",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 1.3.1", "ACT bc4a75", "axe aria-required-children"),
	Output: func(p *check.OutputPass) {
		t := p.View.Tree()
		wrongChildren(p, func(e *dom.Element) bool { _, ok := t.Explicit(e); return ok })
	},
}

// wholes are the roles of ARIA 1.2 that expect certain parts. Radio groups are
// none: all sites put labels and advice into them.
var wholes = []string{"feed", "grid", "list", "listbox", "menu", "menubar", "row", "rowgroup", "table", "tablist", "tree", "treegrid"}

// wrongChildren reports what has children in the accessibility tree that don't
// belong there.
func wrongChildren(p *check.OutputPass, applies func(e *dom.Element) bool) {
	t := p.View.Tree()
	for _, e := range t.ByRole(wholes...) {
		if !applies(e) || !told(t, e) || busy(t, e) {
			continue
		}
		parts := standards.ARIARole(t.Role(e)).Children
		f := &family{t: t, parts: parts}
		f.look(e, 0)
		what := fmt.Sprintf("something with the role %s may only hold %s", t.Role(e), strings.Join(parts, ", "))
		switch {
		case f.wrong != "":
			p.FoundOn(e, what+"; there is "+f.wrong)
		case f.plain && !f.right:
			p.FoundOn(e, what+"; there is nothing of the kind")
		case f.words:
			p.AskOn(e, what+"; does the other text in it belong there?")
		case !f.right && has(e, "role"):
			p.AskOn(e, what+"; it is empty here, does a script fill it?")
		}
	}
}

// A family is what is found among the children of an element.
type family struct {
	t     *axtree.Tree
	parts []string
	right bool   // one that belongs there
	wrong string // the role of one that doesn't
	plain bool   // an element that says nothing by itself and holds nothing that does
	words bool   // and has text
}

// maxDepth bounds how deep children are looked for through elements that say
// nothing; claims by aria-owns could make it endless.
const maxDepth = 600

// look goes through the children of e in the accessibility tree. It tells whether
// there was any.
func (f *family) look(e *dom.Element, depth int) bool {
	any := false
	if depth > maxDepth {
		return true
	}
	for _, c := range f.t.Owned(e) {
		if c.Namespace == dom.MathML || f.t.Hidden(c) || is(c, "col", "colgroup", "br", "wbr") {
			continue
		}
		role := f.t.Role(c)
		switch {
		case custom(c):
			any, f.right = true, true // its script may do what is needed
		case role == "group" && slices.Contains(f.parts, "group"):
			any, f.right = true, true
			f.look(c, depth+1)
		case slices.Contains(f.parts, role):
			any, f.right = true, true
		case f.t.Included(c):
			any = true
			if f.wrong == "" {
				f.wrong = describe(role, c)
			}
		case f.look(c, depth+1):
			any = true
		case role != "none":
			any, f.plain = true, true
			f.words = f.words || strings.TrimSpace(c.Text()) != ""
		}
	}
	return any
}

// describe names a child that doesn't belong.
func describe(role string, e *dom.Element) string {
	if role == "" || role == "generic" {
		return "a <" + e.Tag + ">"
	}
	return "a " + role
}

// busy says whether e, or something around it, is being filled.
func busy(t *axtree.Tree, e *dom.Element) bool {
	for ; e != nil; e = t.Owner(e) {
		if keyword(e, "aria-busy") == "true" {
			return true
		}
	}
	return false
}
