package landmark

import (
	"fmt"
	"strings"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var sameName = &check.Check{
	ID:       "landmark/same-name",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("axe landmark-unique"),
	Output: func(p *check.OutputPass) {
		type one struct{ role, name string }
		count := map[one]int{}
		tree := p.View.Tree()
		for e := range landmarks(p) {
			count[one{tree.Role(e), strings.ToLower(tree.Name(e))}]++
		}
		for e := range landmarks(p) {
			role, name := tree.Role(e), tree.Name(e)
			switch n := count[one{role, strings.ToLower(name)}]; {
			case n < 2:
			case name == "":
				p.FoundOn(e, fmt.Sprintf("there is more than one %s without a name, so nobody can tell them apart", words[role]))
			default:
				p.FoundOn(e, fmt.Sprintf("there is more than one %s called “%s”, so nobody can tell them apart", words[role], name))
			}
		}
	},
}

// words are what the roles are called in messages.
var words = map[string]string{
	"banner": "head of the page", "complementary": "aside", "contentinfo": "foot of the page", "form": "form",
	"main": "main part", "navigation": "navigation", "region": "region", "search": "search",
}
