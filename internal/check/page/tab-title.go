package page

import (
	"fmt"
	"strings"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/site"
)

var tabTitle = &check.Check{
	ID:       "page/tab-title",
	Severity: finding.Warning,
	Site: func(p *check.SitePass) {
		first := map[[2]string]*site.Page{}
		for _, page := range p.Site.Pages {
			c := page.Common()
			title, key := c.TabTitle, "tab_title"
			if title == "" {
				if page.Number > 0 {
					continue // named after its kind and its own number
				}
				title, key = c.Title, "title"
			}
			same := [2]string{page.Lang.Tag, strings.ToLower(strings.Join(strings.Fields(title), " "))}
			if other := first[same]; other != nil {
				p.Found(page.At(key), fmt.Sprintf("the title in the browser's tab, “%s”, is also that of %s", title, other.File.Path))
				continue
			}
			first[same] = page
		}
	},
}
