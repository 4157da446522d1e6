package check

import (
	"slices"
	"strings"
	"testing"
	"time"

	"handrail/internal/dom"
	"handrail/internal/finding"
)

// TestSilencePage silences by comments in finished pages. Each element with the
// class x is a finding of link/vague; ! stands for one about the whole page.
func TestSilencePage(t *testing.T) {
	const because = "<!-- handrail-ignore link/vague: kept as it was said -->"
	for _, c := range []struct{ name, page, want string }{
		{"before an element", because + "\n<a class=x>b</a>\n<a class=x>c</a>", "link/vague:3"},
		{"before one on the same line", "<p>" + because + "<a class=x>b</a><a class=x>c</a>", "link/vague:1"},
		{"all that is in the element", because + "<ul>\n<li><a class=x>b</a>\n<li><a class=x>c</a></ul><p>\n<a class=x>d</a>", "link/vague:4"},
		{"after an element", "<p>\n<a class=x>a</a>\n<a class=x>b</a> " + because + " and so on</p>\n<a class=x>c</a>", "link/vague:2 link/vague:4"},
		{"inside one, before words", "<p class=x>" + because + "words", ""},
		{"two rules in a row", because + "\n<!-- handrail-ignore link/other: so -->\n<a class=x>b</a>", "ignore/unused:2"},
		{"another comment between", because + " <!-- words --> <a class=x>b</a>", ""},
		{"above the doctype", because + "<!doctype html><html class=x><p class=x>!", "link/vague:1"},
		{"above html without words about the page", because + "\n<html>\n<p class=x>", "ignore/unused:1 link/vague:3"},
		{"first in the body", "<html><body>\n" + because + "<p class=x>", ""},
		{"above the body", "<html>" + because + "<body class=x>\n<p class=x>", "link/vague:2"},
		{"another rule", "<!-- handrail-ignore link/other: so --><a class=x>b</a>", "ignore/unused:1 link/vague:1"},
		{"no reason", "<!--handrail-ignore link/vague--><a class=x>b</a>", "ignore/no-reason:1 link/vague:1"},
		{"an empty reason", "<!-- handrail-ignore link/vague: --><a class=x>b</a>", "ignore/no-reason:1 link/vague:1"},
		{"no such check", "<!-- handrail-ignore link/vage: so --><a class=x>b</a>", "ignore/unknown-check:1 link/vague:1"},
		{"what nothing silences", "<!-- handrail-ignore private/shown: so --><a class=x>b</a>", "ignore/not-allowed:1 link/vague:1"},
		{"an ignore of an ignore", "<!-- handrail-ignore ignore/unused: so -->", "ignore/not-allowed:1"},
		{"in a script", "<script>" + because + "</script><a class=x>b</a>", "link/vague:1"},
		{"moved out of a table", "<table><tr>" + because + "\n<a class=x>b</a><td>\n<a class=x>c</a></table>", "link/vague:3"},
		{"alone", because, "ignore/unused:1"},
		{"unfinished", "<a class=x>b</a><!-- handrail-ignore link/vague: so", ""},
	} {
		html, err := dom.Parse([]byte(c.page))
		if err != nil {
			t.Fatal(err)
		}
		var found []finding.Finding
		for _, e := range html.Elements {
			if class, _ := e.Attribute("class"); class == "x" {
				line, col := e.Position()
				found = append(found, finding.Finding{File: "a.html", Line: line, Col: col, Rule: "link/vague"})
			}
		}
		if strings.HasSuffix(c.page, "!") {
			found = append(found, finding.Finding{File: "a.html", Rule: "link/vague"})
		}
		if have := told(checksForTest().SilencePage("a.html", []byte(c.page), html, found)); have != c.want {
			t.Errorf("%s: found %q, want %q", c.name, have, c.want)
		}
	}
}

// TestSilencePageCost keeps a page of nothing but ignores from taking long.
func TestSilencePageCost(t *testing.T) {
	const n = 50_000
	page := []byte(strings.Repeat("<!-- handrail-ignore link/vague: so -->", n) + "<div>\n" + strings.Repeat("<p>", n))
	html, err := dom.Parse(page)
	if err != nil {
		t.Fatal(err)
	}
	started := time.Now()
	left := checksForTest().SilencePage("a.html", page, html, slices.Repeat([]finding.Finding{{Rule: "link/vague", Line: 2, Col: 7}}, 1000))
	if took := time.Since(started); len(left) != 0 || took > 20*time.Second {
		t.Errorf("%d findings in %v", len(left), took)
	}
}
