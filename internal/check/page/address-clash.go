package page

import (
	"strings"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/render"
	"handrail/internal/site"
	"handrail/internal/source"
	"handrail/internal/theme"
)

var addressClash = &check.Check{
	ID:       "page/address-clash",
	Severity: finding.Error,
	Site: func(p *check.SitePass) {
		owners := map[string]*site.Page{}
		for _, page := range p.Site.Pages {
			file := ownFile(page)
			if first := owners[file]; first != nil {
				p.Found(nameAt(page), "the address "+address(file)+" is already that of "+first.File.Path)
				continue
			}
			owners[file] = page
		}
		// The plan of a build knows the addresses of lists and reports.
		lists := map[string]bool{}
		for _, job := range render.New(p.Site, &theme.Theme{}).Plan() {
			file := strings.ToLower(job.Path)
			switch owner := owners[file]; {
			case job.Page != nil && ownFile(job.Page) == file:
			case owner != nil:
				p.Found(nameAt(owner), "the address "+address(file)+" is that of a list which Handrail makes")
			case lists[file]:
				p.Found(source.Place{Path: job.Path}, "two lists which Handrail makes have the address "+address(file))
			}
			lists[file] = true
		}
	},
}

// ownFile is the file of the output that a page itself is in. The home page's
// text stands on the first page of its language.
func ownFile(p *site.Page) string {
	if p.Role() == "home" {
		return strings.ToLower(site.Address(p.Lang.Tag + "/").File())
	}
	return strings.ToLower(p.Address.File())
}

// nameAt is what a writer can change to give a page another address.
func nameAt(p *site.Page) source.Place {
	if _, written := p.Front.Find("role"); written && p.Role() == "home" {
		return p.At("role")
	}
	return p.At("id")
}

// address is what a reader types for a file of the output.
func address(file string) string { return "/" + strings.TrimSuffix(file, "index.html") }
