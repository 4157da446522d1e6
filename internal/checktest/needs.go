package checktest

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"handrail/internal/check"
	"handrail/internal/dom"
)

// A part is an attribute or an element of an example, and the example without
// it.
type part struct {
	line, col int
	name      string // alt, or <caption>
	without   string
}

// needs deletes one attribute or element after the other from a passing example
// of finished pages and lists those that the check then misses: what the example
// passes by. Each is a line with its place.
func needs(t *testing.T, c *check.Check, e check.Example) string {
	t.Helper()
	var found []string
	for name, text := range e.Files {
		for _, p := range parts(t, text) {
			changed := check.Example{Name: e.Name, Outcome: e.Outcome, Files: map[string]string{}}
			for other, text := range e.Files {
				changed.Files[other] = text
			}
			changed.Files[name] = p.without
			if len(onPages(t, c, changed)) == 0 {
				continue
			}
			at := fmt.Sprintf("%d:%d %s", p.line, p.col, p.name)
			if !e.Single() {
				at = name + ":" + at
			}
			found = append(found, at)
		}
	}
	slices.SortFunc(found, byPlace)
	return strings.Join(found, "\n")
}

// byPlace sorts the second line before the tenth.
func byPlace(a, b string) int {
	number := regexp.MustCompile(`\d+`)
	padded := func(s string) string {
		return number.ReplaceAllStringFunc(s, func(n string) string { return fmt.Sprintf("%5s", n) })
	}
	return strings.Compare(padded(a), padded(b))
}

// parts lists the attributes and elements that are written in a page. The html,
// head and body elements are left out: a parser makes them anew.
func parts(t *testing.T, page string) []part {
	t.Helper()
	doc, err := dom.Parse([]byte(page))
	if err != nil {
		t.Fatal(err)
	}
	var all []part
	for _, e := range doc.Elements {
		line, col := e.Position()
		start := e.Offset
		tag := startTag.FindString(page[start:])
		if tag == "" || !strings.EqualFold(tag[1:min(len(tag), 1+len(e.Tag))], e.Tag) {
			continue // nobody wrote it
		}
		for _, at := range attributes.FindAllStringSubmatchIndex(tag, -1) {
			from, to := start+at[0], start+at[1]
			all = append(all, part{line, col, strings.ToLower(tag[at[2]:at[3]]), page[:from] + page[to:]})
		}
		if !e.Is("html", "head", "body") {
			all = append(all, part{line, col, "<" + e.Tag + ">", page[:start] + page[end(page, doc, e, start+len(tag)):]})
		}
	}
	return all
}

var (
	startTag   = regexp.MustCompile(`^<[a-zA-Z][^\s/>]*(?:\s+[^\s=>/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?)*\s*/?>`)
	attributes = regexp.MustCompile(`\s+([^\s=>/"']+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?`)
)

// end is where an element ends whose start tag ends at from: after its end tag,
// or where the next element begins.
func end(page string, doc *dom.Document, e *dom.Element, from int) int {
	depth := 1
	for _, at := range regexp.MustCompile(`(?i)<(/?)`+regexp.QuoteMeta(e.Tag)+`\b[^>]*>`).FindAllStringSubmatchIndex(page[from:], -1) {
		if at[2] == at[3] {
			depth++
		} else if depth--; depth == 0 {
			return from + at[1]
		}
	}
	if e.End == e.Index+1 && len(e.Children) == 0 {
		return from
	}
	if e.End < len(doc.Elements) {
		return max(from, doc.Elements[e.End].Offset)
	}
	if closing := strings.LastIndex(page, "</"); closing > from {
		return closing
	}
	return len(page)
}
