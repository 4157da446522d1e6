package site

import (
	"slices"
	"strings"

	"handrail/internal/kind"
	"handrail/internal/lang"
)

// An Address is a path below the site's root, without a slash at the start. A
// page's address ends with a slash: "en/stories/s-7kq2/".
type Address string

// File is the file of the output folder that answers at the address.
func (a Address) File() string {
	if a == "" || strings.HasSuffix(string(a), "/") {
		return string(a) + "index.html"
	}
	return string(a)
}

// Home is the first page of a language.
func Home(l lang.Language) Address { return Address(l.Tag + "/") }

// Feed is the Atom feed of a language.
func Feed(l lang.Language) Address { return Home(l) + "feed.xml" }

// Catalogue is the list of all pages of a kind.
func Catalogue(l lang.Language, k kind.Kind) Address { return Home(l) + Address(k.Folder+"/") }

// Priorities is the matrix of a guide's recommendations.
func (p *Page) Priorities() Address { return p.Address + "priorities/" }

// For is the page of a guide's recommendations for one audience.
func (p *Page) For(audience string) Address { return p.Address + "for-" + Address(audience) + "/" }

// Report is the page of what an organisation says it does.
func (t *Tracking) Report(l lang.Language) Address { return Home(l) + "reports/" + Address(t.ID) + "/" }

// Audiences lists those that a guide has recommendations for, in the order of
// the configuration.
func (s *Site) Audiences(p *Page) []string {
	var ids []string
	for _, a := range s.Config.Audiences {
		if slices.ContainsFunc(p.Recommendations, func(r *Recommendation) bool { return slices.Contains(r.Audience, a.ID) }) {
			ids = append(ids, a.ID)
		}
	}
	return ids
}

// generated lists the addresses of the pages that Handrail makes by itself, so
// that a writer can link to them.
func (s *Site) generated() map[Address]bool {
	made := map[Address]bool{"": true}
	for _, l := range s.Languages {
		made[Home(l)] = true
		for _, k := range kind.Kinds() {
			if k.Folder != "" && len(s.Listed(l.Tag, k.Name)) > 0 {
				made[Catalogue(l, k)] = true
			}
		}
		for _, t := range s.Tracking {
			made[t.Report(l)] = s.In(l.Tag, t.Guide) != nil
		}
	}
	for _, p := range s.Pages {
		if p.Kind == "guide" && len(p.Recommendations) > 0 {
			made[p.Priorities()] = true
			for _, id := range s.Audiences(p) {
				made[p.For(id)] = true
			}
		}
	}
	return made
}
