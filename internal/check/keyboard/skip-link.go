package keyboard

import (
	"fmt"
	"strings"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var skipLink = &check.Check{
	ID:       "keyboard/skip-link",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("axe skip-link"),
	Output: func(p *check.OutputPass) {
		targets := p.HTML.Targets()
		for e := range p.All("a") {
			if !e.Has("href") || !p.View.Tree().Focusable(e) {
				continue
			}
			href, _ := e.Attribute("href")
			fragment, inside := strings.CutPrefix(strings.TrimSpace(href), "#")
			if !inside {
				return // only links before all others skip anything
			}
			if fragment == "" || strings.EqualFold(fragment, "top") {
				continue
			}
			found := p.FoundOn
			if p.View.Seen(e) {
				found = p.FoundBeyondAxe // which looks at links out of sight only
			}
			switch target := targets.Of(fragment); {
			case target == nil:
				found(e, fmt.Sprintf("this link leads to “#%s”, which is not on the page", fragment))
			case !p.View.Styles().Displayed(target):
				found(e, fmt.Sprintf("this link leads to “#%s”, which is not shown", fragment))
			}
		}
	},
}
