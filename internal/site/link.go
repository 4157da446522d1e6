package site

import (
	"net/url"
	"path"
	"strings"
)

// A Target is where a link leads.
type Target struct {
	Page     *Page   // the page of content, if it is one
	Address  Address // of the page, or of a generated one
	Fragment string  // without the #
	External string  // the address of another place, else empty
	Broken   string  // why the link leads nowhere, in words; else empty
	Fix      string
	Fallback bool // the page is in another language than the one that links to it
}

// Resolve follows a link as a writer wrote it on page p: to a markdown file
// beside it, to an anchor, or to another place.
func (s *Site) Resolve(p *Page, destination string) Target {
	if destination == "" {
		return Target{Broken: "this link leads nowhere", Fix: "Write where it leads between the round brackets."}
	}
	u, err := url.Parse(destination)
	if err != nil {
		return Target{Broken: "the address of this link cannot be read", Fix: "Look for spaces or stray signs in it."}
	}
	if u.Scheme != "" || u.Host != "" {
		return Target{External: destination}
	}
	if u.Path == "" {
		return anchored(Target{Page: p, Address: p.Address, Fragment: u.Fragment})
	}
	target := s.page(p, u.Path)
	target.Fragment = u.Fragment
	if target.Page == nil {
		return s.missing(p, u.Path)
	}
	target.Address = target.Page.Address
	target.Fallback = target.Page.Lang.Tag != p.Lang.Tag
	return anchored(target)
}

// page finds the page of a path: a file beside the linking one, a path from
// the top of the language, or an address that a page answers at.
func (s *Site) page(p *Page, to string) Target {
	top := s.Config.ContentDir + "/" + p.Lang.Tag
	if s.Config.ContentDir == "." {
		top = p.Lang.Tag
	}
	file := path.Join(path.Dir(p.File.Path), to)
	if strings.HasPrefix(to, "/") {
		file = path.Join(top, to)
		if strings.HasPrefix(to, "/"+p.Lang.Tag+"/") {
			file = path.Join(path.Dir(top), to)
		}
	}
	if found := s.byPath[file]; found != nil {
		return Target{Page: found}
	}
	// The page may not be translated yet: then it is there in another language.
	if below, ok := strings.CutPrefix(file, top+"/"); ok {
		for _, l := range s.Languages {
			if found := s.byPath[path.Join(path.Dir(top), l.Tag, below)]; found != nil {
				return Target{Page: found}
			}
		}
	}
	address := strings.TrimPrefix(to, "/")
	if !strings.HasPrefix(to, "/") {
		address = path.Join(string(p.Address), to)
	}
	return Target{Page: s.byPlace[Address(strings.TrimSuffix(address, "/")+"/")]}
}

// missing says that no page was found, and which one may have been meant.
func (s *Site) missing(p *Page, to string) Target {
	t := Target{Broken: "there is no page at " + quoted(to), Fix: "Check the spelling, or write the path to the other page's .md file from this one."}
	base := path.Base(strings.TrimSuffix(to, "/"))
	for _, other := range s.Pages {
		if other.Lang.Tag == p.Lang.Tag && (path.Base(other.Path) == base || strings.TrimSuffix(path.Base(other.Path), ".md") == strings.TrimSuffix(base, ".html")) {
			t.Fix = "Did you mean " + relativePath(path.Dir(p.File.Path), other.File.Path) + "?"
			break
		}
	}
	return t
}

// anchored checks that the fragment of a target is an id on its page.
func anchored(t Target) Target {
	if t.Fragment == "" || t.Page.anchors[t.Fragment] {
		return t
	}
	t.Broken = "there is no place called " + quoted("#"+t.Fragment) + " on the page " + t.Page.File.Path
	t.Fix = "Write {#" + t.Fragment + "} after the heading that it should lead to, or check the spelling."
	return t
}

func quoted(s string) string { return "“" + s + "”" }

// relativePath writes the path of a file as seen from a folder.
func relativePath(from, to string) string {
	a, b := strings.Split(from, "/"), strings.Split(to, "/")
	for len(a) > 0 && len(b) > 1 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	return strings.Repeat("../", len(a)) + strings.Join(b, "/")
}
