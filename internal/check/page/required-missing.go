package page

import (
	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/kind"
	"handrail/internal/site"
	"handrail/internal/source"
)

var requiredMissing = &check.Check{
	ID:       "page/required-missing",
	Severity: finding.Error,
	Site: func(p *check.SitePass) {
		there := rolesThere(p.Site)
		if adopted(p.Site, there) {
			return
		}
		for _, l := range p.Site.Languages {
			if _, plain := p.Site.Language(l.Plain().Tag); l.Easy() && plain {
				continue // its readers are led to the pages of that language
			}
			for _, role := range kind.RequiredRoles() {
				if !there[[2]string{l.Tag, role}] {
					folder := languageFolder(p.Site, l.Tag)
					p.FoundFix(source.Place{Path: folder}, "there is no "+role+" page in "+l.Autonym+" ("+l.Tag+")",
						"Write one in "+folder+"/"+role+".md. `handrail new page "+role+"` gives you a start.")
				}
			}
		}
	},
}

// A folder of plain pages that was made for another program has none of them.
// It can be looked at first and completed later.
var requiredNone = &check.Check{
	ID:       "page/required-none",
	Severity: finding.Warning,
	Site: func(p *check.SitePass) {
		if adopted(p.Site, rolesThere(p.Site)) {
			p.Found(source.Place{Path: p.Site.Config.ContentDir}, "this site has no page yet about safety, accessibility, removal, privacy or who is behind it")
		}
	},
}

// rolesThere are the roles that are filled, by language.
func rolesThere(s *site.Site) map[[2]string]bool {
	there := map[[2]string]bool{}
	for _, page := range s.Pages {
		there[[2]string{page.Lang.Tag, page.Role()}] = true
	}
	return there
}

// adopted tells a folder of plain pages alone, with none of the required ones.
func adopted(s *site.Site, there map[[2]string]bool) bool {
	for _, page := range s.Pages {
		if page.Kind != "page" {
			return false
		}
	}
	for _, l := range s.Languages {
		for _, role := range kind.RequiredRoles() {
			if there[[2]string{l.Tag, role}] {
				return false
			}
		}
	}
	return len(s.Pages) > 0
}

// languageFolder is where the pages of a language are.
func languageFolder(s *site.Site, tag string) string {
	if s.Config.ContentDir == "." {
		return tag
	}
	return s.Config.ContentDir + "/" + tag
}
