// Package page checks what makes a page one of its own: its address, its
// title, its ids, what it asks of other places.
package page

import (
	"embed"

	"handrail/internal/check"
)

//go:embed *.txtar
var pages embed.FS

// All lists the checks of the area.
func All() []*check.Check {
	return check.Documented(pages, addressClash, duplicateContentID, duplicateID, idClash, leave, noLang, noTitle,
		onePress, otherOrigin, preview, referrer, refused, requiredMissing, requiredNone, tabTitle, tellingID)
}
