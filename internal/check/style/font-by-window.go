package style

import (
	"strings"

	"handrail/internal/check"
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
		for e := range p.Elements() {
			d, written := s.Declared(e, "font-size")
			if !written || !byWindow(d.Value) || !p.View.Seen(e) || letters(e.Text()) == 0 {
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
