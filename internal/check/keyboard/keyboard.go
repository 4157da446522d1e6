// Package keyboard checks what people meet who use a page by keyboard.
package keyboard

import (
	"embed"

	"handrail/internal/check"
)

//go:embed *.txtar
var pages embed.FS

// All lists the checks of the area.
func All() []*check.Check {
	return check.Documented(pages, sameAccesskey, skipLink, tabOrder)
}
