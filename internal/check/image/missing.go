package image

import (
	"net/url"
	"path"
	"strings"

	"handrail/internal/check"
	"handrail/internal/fields"
	"handrail/internal/finding"
	"handrail/internal/site"
)

var missing = &check.Check{
	ID:       "image/missing",
	Severity: finding.Error,
	Site: func(p *check.SitePass) {
		names := byFolder(p.Site)
		for _, page := range p.Site.Pages {
			for _, image := range pictures(page) {
				switch host, elsewhere := otherPlace(image.src); {
				case host != "":
					p.FoundFix(image.at, "this picture would come from "+host+", which would learn who opens the page",
						"Save the picture beside this file, if you may, and write its name here.")
				case elsewhere:
					// Reading the text has refused it already.
				case strings.TrimSpace(image.src) == "":
					p.FoundFix(image.at, "this picture has no file", "Write the name of the picture's file between the round brackets.")
				case p.Site.Picture(page, image.src) == nil:
					p.FoundFix(image.at, "there is no picture at “"+image.src+"”", nearest(names, page, image.src))
				}
			}
		}
	},
}

// otherPlace tells whether a picture's address is not a path of the site, and
// which host it names.
func otherPlace(src string) (host string, elsewhere bool) {
	u, err := url.Parse(src)
	if err != nil {
		return "", false
	}
	return u.Host, u.Scheme != "" || u.Host != ""
}

// byFolder lists the names of the picture files by their folder, that of the
// language left out, since a picture may lie beside the page of any of them.
func byFolder(s *site.Site) map[string][]string {
	names := map[string][]string{}
	for _, file := range s.PictureFiles {
		folder := below(s, path.Dir(file))
		names[folder] = append(names[folder], path.Base(file))
	}
	return names
}

// below takes the folder of the language off a path.
func below(s *site.Site, folder string) string {
	rest := strings.TrimPrefix(strings.TrimPrefix(folder, s.Config.ContentDir), "/")
	tag, after, _ := strings.Cut(rest, "/")
	if _, ok := s.Language(tag); ok {
		return after
	}
	return rest
}

// nearest advises the picture that may have been meant; nothing where none is
// like it.
func nearest(names map[string][]string, p *site.Page, src string) string {
	near := fields.Nearest(path.Base(src), names[strings.TrimPrefix(path.Join("/", p.Folder, path.Dir(src)), "/")])
	if near == "" {
		return ""
	}
	return "Did you mean " + path.Join(path.Dir(src), near) + "?"
}
