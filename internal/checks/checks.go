// Package checks gathers every area of checks into the one set that a build
// runs. An area adds itself here, by hand.
package checks

import (
	"slices"

	"handrail/internal/check"
	"handrail/internal/check/container"
	"handrail/internal/check/front"
	"handrail/internal/check/heading"
	"handrail/internal/check/ignore"
	"handrail/internal/check/image"
	"handrail/internal/check/markdown"
	"handrail/internal/check/source"
	"handrail/internal/check/theme"
)

// All returns the checks of every area.
func All() *check.Set {
	return check.NewSet(slices.Concat(
		container.All(),
		front.All(),
		heading.All(),
		ignore.All(),
		image.All(),
		markdown.All(),
		source.All(),
		theme.All(),
	))
}
