// Package style checks what only style sheets decide, besides contrast: space
// between letters and lines, the mark of the keyboard's place, what moves, what
// turns, and what is cut off when text grows.
//
// There is no layout here. Where the size of a box is written down it counts;
// where it follows from what is inside, people are asked or nothing is said.
package style

import (
	"embed"

	"handrail/internal/check"
)

//go:embed *.txtar
var pages embed.FS

// All lists the checks of the area.
func All() []*check.Check {
	return check.Documented(pages, animation, clipped, focusHidden, fontByWindow, letterSpacing, likeHeading, lineHeight, noSelection,
		orientationLocked, pageFixed, scrollableFocus, targetSize, wordSpacing)
}
