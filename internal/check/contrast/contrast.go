// Package contrast checks that words can be told from what is behind them.
//
// For every element it works out what becomes of a colour that is shown there:
// backgrounds are laid over each other from the page's canvas upwards, each with
// its transparency, and where a gradient may show many colours all of them are
// followed. A text fails only if its best place fails. Where something else than
// style sheets decides (a picture, boxes moved over each other), people are asked.
package contrast

import (
	"embed"

	"handrail/internal/check"
)

//go:embed *.txtar
var pages embed.FS

// All lists the checks of the area.
func All() []*check.Check {
	return check.Documented(pages, control, enhanced, field, focus, generated, linkColor, minimum)
}
