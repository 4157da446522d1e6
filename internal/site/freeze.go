package site

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"handrail/internal/kind"
)

// Freeze sorts the pages and ties them together: translations, short
// versions, pairs, numbers. It is called once, when everything is loaded;
// after it nothing in the site changes.
func (s *Site) Freeze() {
	order := map[string]int{}
	for i, l := range s.Languages {
		order[l.Tag] = i
	}
	slices.SortFunc(s.Pages, func(a, b *Page) int {
		// Without its ending, so that panel.md stands before panel-speaker.md.
		return cmp.Or(cmp.Compare(order[a.Lang.Tag], order[b.Lang.Tag]), cmp.Compare(strings.TrimSuffix(a.Path, path.Ext(a.Path)), strings.TrimSuffix(b.Path, path.Ext(b.Path))))
	})
	s.translate()
	s.byPath, s.byID, s.byPlace, s.byName = map[string]*Page{}, map[string]*Page{}, map[Address]*Page{}, map[string]*Page{}
	numbers := map[string]int{} // one count for all languages, so that Story 4 is Story 4 in each
	for _, p := range s.Pages {
		s.byPath[p.File.Path] = p
		p.anchors = anchors(p)
		if name := p.Lang.Tag + "/" + stem(p.Path); s.byName[name] == nil {
			s.byName[name] = p
		}
		// A plain page never hides a piece with an id of its own.
		id := p.Lang.Tag + "/" + p.Common().ID
		if before := s.byID[id]; before == nil || before.Kind == "page" && p.Kind != "page" {
			s.byID[id] = p
		}
		if _, taken := s.byPlace[p.Address]; !taken {
			s.byPlace[p.Address] = p
		}
		if p.Kind == "page" || p.Kind == "glossary" {
			continue
		}
		key := p.Kind + "/" + p.Common().ID
		if numbers[key] == 0 {
			numbers[p.Kind]++
			numbers[key] = numbers[p.Kind]
		}
		p.Number = numbers[key]
	}
	s.tie()
	s.list()
	s.lists = s.generated()
}

// list makes the lists of each kind in each language, and finds the pages of
// the roles.
func (s *Site) list() {
	s.roles, s.listed, s.position = map[string]*Page{}, map[string][]*Page{}, map[*Page]int{}
	seen := map[string]bool{}
	for _, p := range s.Pages {
		if role := p.Lang.Tag + "/" + p.Role(); p.Role() != "" && s.roles[role] == nil {
			s.roles[role] = p
		}
		piece := p.Kind + "/" + p.Common().ID
		if p.Kind == "page" || seen[piece] {
			continue
		}
		seen[piece] = true
		for _, l := range s.Languages {
			key := l.Tag + "/" + p.Kind
			here := s.In(l.Tag, p.Common().ID)
			if here.Lang.Tag == l.Tag {
				s.position[here] = len(s.listed[key])
			}
			s.listed[key] = append(s.listed[key], here)
		}
	}
}

// groupKey is the same for a page in every language.
func groupKey(p *Page) string {
	if p.Kind == "page" {
		return "page/" + p.Path // pages in different folders may share a name
	}
	return p.Kind + "/" + p.Common().ID
}

// groups are the translations of each page, by language.
func (s *Site) groups() map[string]map[string]*Page {
	groups := map[string]map[string]*Page{}
	for _, p := range s.Pages {
		key := groupKey(p)
		if groups[key] == nil {
			groups[key] = map[string]*Page{}
		}
		if groups[key][p.Lang.Tag] == nil {
			groups[key][p.Lang.Tag] = p
		}
	}
	return groups
}

// tie finds the pages that belong together.
func (s *Site) tie() {
	groups := s.groups()
	for _, p := range s.Pages {
		p.Translations = groups[groupKey(p)]
	}
	for _, p := range s.Pages {
		if long := s.byID[p.Lang.Tag+"/"+p.Common().ShortOf]; p.Common().ShortOf != "" && long != nil {
			p.Long, long.Short = long, p
		}
		if event, ok := p.Data.(*kind.Event); ok && event.SheetFor != "" {
			if host := s.byID[p.Lang.Tag+"/"+event.SheetFor]; host != nil {
				p.Pair, host.Pair = host, p
			}
		}
	}
}

// anchors is the set of ids that a link to the page can lead to.
func anchors(p *Page) map[string]bool {
	ids := map[string]bool{}
	for _, id := range p.Doc.IDs {
		ids[id.ID] = true
	}
	if glossary, ok := p.Data.(*kind.Glossary); ok {
		for _, t := range glossary.Terms {
			ids[t.ID] = true
		}
	}
	return ids
}

// MainText is the page's reading text in one line of plain words.
func (p *Page) MainText() string {
	var b strings.Builder
	for _, block := range p.Doc.Blocks {
		b.WriteString(block.Text)
		b.WriteByte(' ')
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
