package plain

import (
	"fmt"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/markdown"
	"handrail/internal/prose"
	"handrail/internal/site"
)

var sectionLong = &check.Check{
	ID:       "plain/section-long",
	Severity: finding.Error,
	Source:   func(p *check.SourcePass) { tell(p.Site.HeldPage(p.Page).Sections, longSections(p)) },
}

// titled are the containers that show a title of their own, as a heading does.
var titled = set("prompt recommendation harm case-study")

// longSections finds text that goes on for long without a heading. The place
// is the block in which it becomes too long.
func longSections(p *check.SourcePass) []size {
	var found []size
	n := 0
	var crossing *site.Passage
	var inside *markdown.Container
	end := func() {
		if crossing != nil {
			at, n := crossing.At(0), n
			found = append(found, size{weigh(n, limits(p, crossing).Section), n, func(severity finding.Severity) {
				p.FoundAs(severity, at, fmt.Sprintf("%d words stand here without a heading; write one before this paragraph that says what comes", n), "")
			}})
		}
		n, crossing = 0, nil
	}
	for _, x := range ours(p.Passages()) {
		if x.Field != "" || !prose.Of(x.Lang).Spaced() {
			continue
		}
		if own := titledAround(x.Container); own != inside {
			end()
			inside = own
		}
		if x.Kind == markdown.HeadingText {
			end()
			continue
		}
		if x.Kind != markdown.Paragraph {
			continue // lists and tables can be looked over
		}
		for _, s := range x.Sentences {
			n += words(x, s)
		}
		if crossing == nil && weigh(n, limits(p, x).Section) != "" {
			crossing = x
		}
	}
	end()
	return found
}

// titledAround is the innermost container around a block that shows a title.
func titledAround(c *markdown.Container) *markdown.Container {
	for ; c != nil; c = c.Parent {
		if titled[c.Name] {
			return c
		}
	}
	return nil
}
