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
	if page := s.page(p, u.Path); page != nil {
		return anchored(Target{Page: page, Address: page.Address, Fragment: u.Fragment, Fallback: page.Lang.Tag != p.Lang.Tag})
	}
	for _, address := range s.addresses(p, u.Path) {
		if s.lists[address] {
			return Target{Address: address, Fragment: u.Fragment}
		}
	}
	return s.missing(p, u.Path)
}

// page finds the page of content at a path: a file beside the linking one, a
// path from the top of the language, or an address that a page answers at.
func (s *Site) page(p *Page, to string) *Page {
	file := s.file(p, to)
	if found := s.byPath[file]; found != nil {
		return found
	}
	// The page may not be translated yet: then it is there in another language.
	top := s.top(p)
	if below, ok := strings.CutPrefix(file, top+"/"); ok {
		for _, l := range s.Languages {
			if found := s.byPath[path.Join(path.Dir(top), l.Tag, below)]; found != nil {
				return found
			}
		}
	}
	for _, address := range s.addresses(p, to) {
		if found := s.byPlace[address]; found != nil {
			return found
		}
	}
	return nil
}

// top is the folder of the page's language.
func (s *Site) top(p *Page) string { return path.Join(s.Config.ContentDir, p.Lang.Tag) }

// file is the path of the file that a link means.
func (s *Site) file(p *Page, to string) string {
	switch {
	case strings.HasPrefix(to, "/"+p.Lang.Tag+"/"):
		return path.Join(path.Dir(s.top(p)), to)
	case strings.HasPrefix(to, "/"):
		return path.Join(s.top(p), to)
	}
	return path.Join(path.Dir(p.File.Path), to)
}

// addresses are those that a link can mean: as seen from the file, from the
// finished page, and from the top of the site.
func (s *Site) addresses(p *Page, to string) []Address {
	below := strings.TrimPrefix(strings.TrimPrefix(s.file(p, to), s.Config.ContentDir), "/")
	seen := []string{below, path.Join(string(p.Address), to), strings.TrimPrefix(path.Clean(to), "/")}
	if strings.HasPrefix(to, "/") {
		seen = []string{below, strings.TrimPrefix(path.Clean(to), "/")}
	}
	var found []Address
	for _, address := range seen {
		if address == "" || address == "." {
			found = append(found, "")
		} else {
			found = append(found, Address(strings.TrimSuffix(address, "/index.html")+"/"))
		}
	}
	return found
}

// missing says that no page was found, and which one may have been meant.
func (s *Site) missing(p *Page, to string) Target {
	t := Target{Broken: "there is no page at " + quoted(to), Fix: "Check the spelling, or write the path to the other page's .md file from this one."}
	if other := s.byName[p.Lang.Tag+"/"+stem(strings.TrimSuffix(to, "/"))]; other != nil {
		t.Fix = "Did you mean " + relativePath(path.Dir(p.File.Path), other.File.Path) + "?"
	}
	return t
}

// stem is a file's name without its ending.
func stem(file string) string { return strings.TrimSuffix(path.Base(file), path.Ext(file)) }

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
