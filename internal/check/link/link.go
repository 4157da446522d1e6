// Package link checks where links lead and what their words say.
package link

import (
	"embed"

	"handrail/internal/check"
)

//go:embed *.txtar
var pages embed.FS

// All lists the checks of the area.
func All() []*check.Check {
	return check.Documented(pages, broken, brokenAnchor, fallback, sameName, vagueText)
}
