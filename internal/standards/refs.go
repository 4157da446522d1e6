// Package standards holds facts of the standards that checks refer to: data
// only.
package standards

import "strings"

// Refs names the requirements that a check belongs to.
type Refs struct {
	WCAG []string // success criteria of WCAG 2.2, "1.1.1"
	ACT  []string // ids of W3C ACT rules, "23a2a8"
	Axe  []string // ids of axe-core rules, "image-alt"
}

// ParseRefs reads references written as "WCAG 1.1.1", "ACT 23a2a8" or
// "axe image-alt". A reference of another form is a mistake in our own tables,
// so it panics.
func ParseRefs(refs ...string) Refs {
	var r Refs
	for _, ref := range refs {
		family, id, _ := strings.Cut(ref, " ")
		switch family {
		case "WCAG":
			r.WCAG = append(r.WCAG, id)
		case "ACT":
			r.ACT = append(r.ACT, id)
		case "axe":
			r.Axe = append(r.Axe, id)
		default:
			panic("standards: no family of references called " + family)
		}
	}
	return r
}
