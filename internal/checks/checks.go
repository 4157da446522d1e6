// Package checks gathers every area of checks into the one set that a build
// runs. An area adds itself here, by hand.
package checks

import (
	"slices"

	"handrail/internal/check"
	"handrail/internal/check/aria"
	"handrail/internal/check/baseline"
	"handrail/internal/check/bypass"
	"handrail/internal/check/consent"
	"handrail/internal/check/container"
	"handrail/internal/check/contrast"
	"handrail/internal/check/coverage"
	"handrail/internal/check/event"
	"handrail/internal/check/form"
	"handrail/internal/check/front"
	"handrail/internal/check/guide"
	"handrail/internal/check/harm"
	"handrail/internal/check/heading"
	"handrail/internal/check/hidden"
	"handrail/internal/check/ignore"
	"handrail/internal/check/image"
	"handrail/internal/check/keyboard"
	"handrail/internal/check/landmark"
	"handrail/internal/check/lang"
	"handrail/internal/check/link"
	"handrail/internal/check/list"
	"handrail/internal/check/markdown"
	"handrail/internal/check/media"
	"handrail/internal/check/meta"
	"handrail/internal/check/name"
	"handrail/internal/check/page"
	"handrail/internal/check/people"
	"handrail/internal/check/plain"
	"handrail/internal/check/private"
	"handrail/internal/check/quote"
	"handrail/internal/check/short"
	"handrail/internal/check/source"
	"handrail/internal/check/structure"
	"handrail/internal/check/style"
	"handrail/internal/check/table"
	"handrail/internal/check/theme"
	"handrail/internal/check/translation"
	"handrail/internal/check/words"
)

// All returns the checks of every area.
func All() *check.Set {
	return check.NewSet(slices.Concat(
		aria.All(),
		baseline.All(),
		bypass.All(),
		consent.All(),
		container.All(),
		contrast.All(),
		coverage.All(),
		event.All(),
		form.All(),
		front.All(),
		guide.All(),
		harm.All(),
		heading.All(),
		hidden.All(),
		ignore.All(),
		image.All(),
		keyboard.All(),
		landmark.All(),
		lang.All(),
		link.All(),
		list.All(),
		markdown.All(),
		media.All(),
		meta.All(),
		name.All(),
		page.All(),
		people.All(),
		plain.All(),
		private.All(),
		quote.All(),
		short.All(),
		source.All(),
		structure.All(),
		style.All(),
		table.All(),
		theme.All(),
		translation.All(),
		words.All(),
	))
}
