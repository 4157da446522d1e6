package name

import (
	"fmt"
	"strings"

	"handrail/internal/axtree"
	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var labelDiffers = &check.Check{
	ID:       "name/label-differs",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 2.5.3", "ACT 2ee8b8", "axe label-content-name-mismatch"),
	Output: func(p *check.OutputPass) {
		t := p.View.Tree()
		for _, e := range p.HTML.With("aria-label", "aria-labelledby") {
			if !has(e, "aria-label") && !has(e, "aria-labelledby") || !saysItsContent(t, e) || t.Hidden(e) {
				continue
			}
			label := visibleText(p.View, e)
			switch compare(label, t.Name(e)) {
			case differs:
				p.FoundOn(e, fmt.Sprintf("this element reads “%s” and is announced as “%s”", excerpt(label), excerpt(t.Name(e))))
			case unclear:
				p.AskOn(e, fmt.Sprintf("this element reads “%s” and is announced as “%s”; are these the same words, said another way?", excerpt(label), excerpt(t.Name(e))))
			}
		}
	},
}

// saysItsContent says whether e is something to use whose name may be what is
// written on it.
func saysItsContent(t *axtree.Tree, e *dom.Element) bool {
	if is(e, "summary") && !explicit(t, e) {
		return false
	}
	switch t.Role(e) {
	case "row", "columnheader", "rowheader": // widgets only by their ancestry
		return false
	case "searchbox":
		return true
	}
	r := standards.ARIARole(t.Role(e))
	return r != nil && r.FromContent && r.Is("widget")
}

// excerpt shortens a text for a message.
func excerpt(text string) string {
	const most = 80
	text = strings.Join(strings.Fields(text), " ")
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}
