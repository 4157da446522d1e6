package revoke

import (
	"bytes"
	"cmp"
	"html"
	"net/url"
	"path"
	"slices"
	"strings"
)

// A target is a set of files of the output folder that are to go, as addresses
// that other files lead to.
type target struct{ ends []string }

// aim returns the target of some files.
func aim(files []string) target {
	var t target
	for _, f := range files {
		for _, form := range []string{f, (&url.URL{Path: f}).EscapedPath()} {
			t.ends = append(t.ends, form)
			if folder, ok := strings.CutSuffix(form, "/index.html"); ok {
				t.ends = append(t.ends, folder+"/", folder)
			}
		}
	}
	slices.Sort(t.ends)
	t.ends = slices.Compact(t.ends)
	return t
}

// leads tells whether an address, as some file writes it, leads to the target.
func (t target) leads(address string) bool {
	address, _, _ = strings.Cut(strings.TrimSpace(address), "#")
	address, _, _ = strings.Cut(address, "?")
	for {
		if _, found := slices.BinarySearch(t.ends, address); found {
			return true
		}
		i := strings.IndexByte(address, '/')
		if i < 0 {
			return false
		}
		address = address[i+1:] // whatever stands before it: an origin, the site's folder, ../
	}
}

// in tells whether an address of the target stands anywhere in some bytes.
func (t target) in(data []byte) bool {
	for _, end := range t.ends {
		for _, form := range []string{end, html.EscapeString(end)} {
			for pos := 0; ; {
				i := bytes.Index(data[pos:], []byte(form))
				if i < 0 {
					break
				}
				from, to := pos+i, pos+i+len(form)
				if (from == 0 || !inName(data[from-1])) && (to == len(data) || !inName(data[to]) || followed(data[to:])) {
					return true
				}
				pos = from + 1
			}
		}
	}
	return false
}

// inName tells whether an address may go on with a byte.
func inName(c byte) bool {
	return letter(c) || c >= '0' && c <= '9' || c >= 0x80 || bytes.IndexByte([]byte("-_%."), c) >= 0
}

// followed tells whether a full stop ends the sentence in which an address
// stands.
func followed(rest []byte) bool {
	return rest[0] == '.' && (len(rest) == 1 || !inName(rest[1]))
}

// cut takes every part of a file out that leads to the target: the card, the
// line of a list, the entry of a feed, the link. What is left empty by that goes
// too. All other bytes stay as they are.
func (t target) cut(name string, data []byte) []byte {
	xml := path.Ext(name) == ".xml"
	root := parse(data, xml)
	var parts []*node
	var visit func(n *node)
	visit = func(n *node) {
		if n.parent != nil && t.reaches(n, data, xml) {
			parts = append(parts, unit(n))
		}
		for _, c := range n.children {
			visit(c)
		}
	}
	visit(root)
	if len(parts) == 0 {
		return data
	}
	for i := range parts {
		parts[i] = emptied(parts[i], parts, data)
	}
	return without(data, parts)
}

// reaches tells whether an element leads to the target.
func (t target) reaches(n *node, data []byte, xml bool) bool {
	if slices.ContainsFunc(n.values, t.leads) {
		return true
	}
	return xml && len(n.children) == 0 && t.leads(html.UnescapeString(string(data[n.inner:n.innerEnd])))
}

// units are the elements that stand for a piece as a whole.
var units = set("li tr figure blockquote entry url option")

// unit is the element to cut for one that leads to the target.
func unit(n *node) *node {
	if n.name == "xhtml:link" {
		return n
	}
	for up := n; up != nil; up = up.parent {
		if units[up.name] {
			return up
		}
	}
	return n
}

// frames are never cut, however empty they are.
var frames = set("html head body main article header footer feed urlset")

// emptied climbs from a part that is cut to the largest element that holds
// nothing else but headings.
func emptied(n *node, parts []*node, data []byte) *node {
	for up := n.parent; up != nil && up.parent != nil && !frames[up.name]; up = up.parent {
		if !empty(up, parts, data) {
			return n
		}
		n = up
	}
	return n
}

// empty tells whether an element holds nothing but what is cut, and headings.
func empty(n *node, parts []*node, data []byte) bool {
	pos := n.inner
	for _, c := range n.children {
		if len(bytes.TrimSpace(data[pos:c.from])) > 0 {
			return false
		}
		pos = c.to
		gone := slices.ContainsFunc(parts, func(p *node) bool { return p.from <= c.from && c.to <= p.to })
		if !gone && !heading(c.name) && (len(c.children) == 0 || !empty(c, parts, data)) {
			return false
		}
	}
	return len(bytes.TrimSpace(data[pos:n.innerEnd])) == 0
}

func heading(name string) bool {
	return len(name) == 2 && name[0] == 'h' && name[1] >= '2' && name[1] <= '6'
}

// without returns the data without some parts. A line that held nothing else
// goes as a whole.
func without(data []byte, parts []*node) []byte {
	slices.SortFunc(parts, func(a, b *node) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(b.to, a.to)) })
	var out []byte
	pos := 0
	for _, p := range parts {
		if p.from < pos {
			continue // within another part
		}
		from, to := p.from, p.to
		line := bytes.LastIndexByte(data[:from], '\n') + 1
		if end := bytes.IndexByte(data[to:], '\n'); end >= 0 && line >= pos && len(bytes.TrimSpace(data[line:from])) == 0 && len(bytes.TrimSpace(data[to:to+end])) == 0 {
			from, to = line, to+end+1
		}
		out = append(out, data[pos:from]...)
		pos = to
	}
	return append(out, data[pos:]...)
}
