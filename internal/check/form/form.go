// Package form checks the fields, labels and groups of forms.
package form

import (
	"embed"

	"handrail/internal/check"
)

//go:embed *.txtar
var pages embed.FS

// All lists the checks of the area.
func All() []*check.Check {
	return check.Documented(pages, autocomplete, autocompleteOff, group, labelOfNothing)
}
