package style

import (
	"strings"

	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var fontByWindow = &check.Check{
	ID:       "style/font-by-window",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("WCAG 1.4.4"),
	Output: func(p *check.OutputPass) {
		s := p.View.Styles()
		if !s.Mentions("vw", "vh", "vmin", "vmax", "vi", "vb") {
			return
		}
		declared := func(e *dom.Element) bool {
			d, written := s.Declared(e, "font-size")
			return written && byWindow(d.Value)
		}
		for e := range p.Alike(s, declared) {
			if !p.View.Seen(e) || letters(e.Text()) == 0 {
				continue
			}
			p.FoundOn(e, "the size of these words follows the width of the window alone, so they do not grow when a reader enlarges the page")
		}
	},
}

// byWindow says whether all lengths in a value are shares of the window.
func byWindow(value string) bool {
	window := false
	for _, word := range strings.FieldsFunc(strings.ToLower(value), func(r rune) bool { return strings.ContainsRune(" ,()+*/", r) }) {
		number := strings.TrimLeft(word, "-.0123456789")
		switch {
		case number == word || number == "": // a name or a plain number
		case len(number) >= 2 && (number[0] == 'v' || number[1] == 'v'):
			window = true
		default:
			return false
		}
	}
	return window
}
