package check

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/source"
)

// SilencePage takes out the findings that comments in a finished page silence,
// <!-- handrail-ignore rule: reason -->, and adds findings about comments that
// are wrong themselves. Nothing is known here of who wrote the page or with
// what. So a comment speaks for an element of the HTML and what is in it: the
// one that follows, or else the one that began last before the comment.
func (s *Set) SilencePage(file string, data []byte, html *dom.Document, found []finding.Finding) []finding.Finding {
	if !slices.ContainsFunc(html.Comments, isIgnore) {
		return found
	}
	f := source.NewFile(file, data)
	p := pageIgnores{file: f, tags: startTags(html), byRule: map[string]map[*dom.Element][]*ignore{}}
	all, wrong := p.read(s, html)
	kept := []finding.Finding{}
	for _, one := range found {
		if !p.silence(one) {
			kept = append(kept, one)
		}
	}
	for _, ig := range all {
		if !ig.used {
			wrong = append(wrong, unused(ig))
		}
	}
	return append(kept, s.FromLoad(wrong)...)
}

func isIgnore(c dom.Comment) bool { return strings.HasPrefix(strings.TrimSpace(c.Text), marker) }

// pageIgnores are kept by what they speak for, so that a finding is compared
// with few of them.
type pageIgnores struct {
	file   *source.File
	tags   []*dom.Element
	byRule map[string]map[*dom.Element][]*ignore
}

// read returns the ignores of a page, and what is wrong with others.
func (p *pageIgnores) read(s *Set, html *dom.Document) (all []*ignore, wrong []finding.Problem) {
	// Backwards: of several comments in a row, each speaks for what follows
	// them all.
	behind, follows := -1, (*dom.Element)(nil)
	for _, c := range slices.Backward(html.Comments) {
		if next := afterComment(p.file.Data, c.Offset); next != behind {
			follows = nil
			if e := p.begun(next); e != nil && e.Offset == next {
				follows = e
			}
		}
		behind = c.Offset
		if !isIgnore(c) {
			continue
		}
		ig := parseIgnore(strings.TrimSpace(c.Text), p.file.At(c.Offset))
		if problem := s.wrong(&ig); problem.Rule != "" {
			wrong = append(wrong, problem)
			continue
		}
		on := follows
		if on == nil {
			on = p.begun(c.Offset)
		}
		if p.byRule[ig.rule] == nil {
			p.byRule[ig.rule] = map[*dom.Element][]*ignore{}
		}
		p.byRule[ig.rule][on] = append(p.byRule[ig.rule][on], &ig)
		all = append(all, &ig)
	}
	return all, wrong
}

// silence tells whether a finding is silenced. Every ignore that speaks for its
// place has been of use. What is said of the page as a whole can be silenced at
// the first element; an ignore of html or body does not silence what is in it.
func (p *pageIgnores) silence(one finding.Finding) bool {
	known := p.byRule[one.Rule] // none for what nothing may silence
	if known == nil || len(p.tags) == 0 {
		return false
	}
	at := p.tags[0]
	if one.Line > 0 {
		at = cmp.Or(p.begun(p.file.OffsetOf(source.Place{Line: one.Line, Col: one.Col})), at)
	}
	silenced := false
	for e := at; e != nil; e = e.Parent {
		if e != at && e.Is("html", "body") {
			break
		}
		for _, ig := range known[e] {
			ig.used, silenced = true, true
		}
	}
	return silenced
}

// begun is the element whose start tag is there, or the last one before; nil
// where none is.
func (p *pageIgnores) begun(offset int) *dom.Element {
	i, found := slices.BinarySearchFunc(p.tags, offset, func(e *dom.Element, offset int) int { return cmp.Compare(e.Offset, offset) })
	if !found {
		i--
	}
	if i < 0 {
		return nil
	}
	return p.tags[i]
}

// startTags lists the elements that somebody wrote, in the order they are
// written: in tables, that is not always the order of the tree.
func startTags(html *dom.Document) []*dom.Element {
	tags := slices.DeleteFunc(slices.Clone(html.Elements), func(e *dom.Element) bool { return e.Implied })
	slices.SortStableFunc(tags, func(a, b *dom.Element) int { return cmp.Compare(a.Offset, b.Offset) })
	return tags
}

// afterComment is the offset of what follows a comment and white space. A
// doctype is passed over too: nothing is said of it.
func afterComment(data []byte, offset int) int {
	for _, end := range []string{"-->", ">"} {
		at := bytes.Index(data[offset:], []byte(end))
		if at < 0 {
			return len(data)
		}
		rest := bytes.TrimLeft(data[offset+at+len(end):], " \t\r\n\f")
		offset = len(data) - len(rest)
		if len(rest) < 9 || !bytes.EqualFold(rest[:9], []byte("<!doctype")) {
			break
		}
	}
	return offset
}
