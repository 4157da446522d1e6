package contrast

import (
	"strings"

	"handrail/internal/css"
	"handrail/internal/dom"
)

// shadowed says whether text has a shadow.
func shadowed(s *css.Styles, e *dom.Element) bool { return s.Value(e, "text-shadow") != "none" }

// shadowHelps says whether the shadow of a text may be what makes it readable:
// with the shadow's colour all around it, the contrast would be higher.
func (s *scene) shadowHelps(e *dom.Element, at *place, color css.Color, r reading) bool {
	if !shadowed(s.styles, e) {
		return false
	}
	for _, one := range parts(s.styles.Value(e, "text-shadow"), ',') {
		shade, found := css.Color{}, false
		for _, piece := range parts(one, ' ') {
			if c, ok := css.ParseColor(piece); ok {
				shade, found = c, true
			}
		}
		if !found {
			shade, found = s.styles.Color(e, "color")
		}
		if !found {
			return true
		}
		for _, l := range at.lenses {
			if css.Contrast(l.seen(color), l.seen(shade)) >= min(r.least(), r.best+.01) && css.Contrast(l.seen(color), l.seen(shade)) > r.best {
				return true
			}
		}
	}
	return false
}

// parts splits a value where no bracket is open.
func parts(value string, at byte) []string {
	var all []string
	depth, from := 0, 0
	for i := 0; i <= len(value); i++ {
		if i == len(value) || value[i] == at && depth == 0 {
			if part := strings.TrimSpace(value[from:i]); part != "" {
				all = append(all, part)
			}
			from = i + 1
			continue
		}
		switch value[i] {
		case '(':
			depth++
		case ')':
			depth--
		}
	}
	return all
}
