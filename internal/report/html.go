package report

import (
	"bufio"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"handrail/internal/finding"
)

//go:embed html.tmpl
var htmlText string

//go:embed html.css
var htmlStyle string

var htmlPage = template.Must(template.New("report").Funcs(template.FuncMap{"code": htmlCode}).Parse(htmlText))

// HTML writes the report as one page that needs nothing else, for a person who
// is not a programmer: what comes first, then page by page what is wrong, why
// it matters and what to do, then what only a person can decide. The page may
// load and run nothing; only its own style is allowed, by its hash.
func HTML(w io.Writer, r *Report) error {
	sum := sha256.Sum256([]byte(htmlStyle))
	page := htmlReport{
		Tool: r.Tool, Version: r.Version, Command: r.Command, Counts: counts(r.Summary), Held: held(r.Held), Unchecked: r.Unchecked,
		Style: template.CSS(htmlStyle), StyleHash: "sha256-" + base64.StdEncoding.EncodeToString(sum[:]),
	}
	rules := r.rules()
	byRule, blocking := make([][]htmlEntry, len(rules)), make([][]htmlEntry, len(rules))
	for i, f := range r.Findings {
		entry := htmlEntry{Finding: f, Anchor: fmt.Sprintf("f%d", i+1), Kind: htmlKind(f.Severity)}
		entry.File, entry.Message = htmlFileName(f), capital(sentence(plain(f.Message)))
		entry.Why, entry.Fix, entry.Selector = plain(f.Why), plain(f.Fix), plain(f.Selector)
		files := &page.Files
		switch {
		case r.fails(f):
			entry.Class = "blocks"
			index, _ := find(rules, f.Rule)
			blocking[index] = append(blocking[index], entry)
		case f.Severity == finding.Ask:
			entry.Class = "person"
			files = &page.People
		}
		if n := len(*files); n == 0 || (*files)[n-1].Name != entry.File {
			*files = append(*files, htmlFile{Name: entry.File})
		}
		file := &(*files)[len(*files)-1]
		file.Entries = append(file.Entries, entry)
		index, _ := find(rules, f.Rule)
		byRule[index] = append(byRule[index], entry)
	}
	for i, rule := range rules {
		if len(blocking[i]) > 0 {
			page.Blocking = append(page.Blocking, htmlRule{rule.Title, rule.ID, nil, blocking[i]})
		}
		if len(byRule[i]) > 0 {
			page.Rules = append(page.Rules, htmlRule{rule.Title, rule.ID, rule.tags(), byRule[i]})
		}
	}
	for i := range page.Files {
		file := &page.Files[i]
		file.Anchor = fmt.Sprintf("p%d", i+1)
		slices.SortStableFunc(file.Entries, func(a, b htmlEntry) int { return a.urgency() - b.urgency() })
	}
	slices.SortStableFunc(page.Blocking, func(a, b htmlRule) int { return len(b.Entries) - len(a.Entries) })
	if more := len(page.Blocking) - mostFirst; more > 0 {
		page.Blocking = page.Blocking[:mostFirst]
		page.MoreBlocking = count(more, "more rule is", "more rules are") + " broken too; see them page by page."
	}
	page.BlockingSays = "These must be mended."
	if r.Command == "build" {
		page.BlockingSays = "Nothing is published until these are mended."
	}
	out := bufio.NewWriter(w)
	if err := htmlPage.Execute(out, page); err != nil {
		return err
	}
	return out.Flush()
}

// mostFirst is how many broken rules are named before all others: as many as can be
// read at one glance.
const mostFirst = 5

// Places says in how many places a rule is broken, as words before the first.
func (r htmlRule) Places() string {
	places := count(len(r.Entries), "place", "places")
	for _, e := range r.Entries {
		if e.File != r.Entries[0].File {
			return places + ", the first: "
		}
	}
	return places + ": "
}

// urgency puts what blocks before all else, and what is only good to know last.
func (e htmlEntry) urgency() int {
	switch {
	case e.Class == "blocks":
		return 0
	case e.Severity == finding.Error, e.Severity == finding.Withhold:
		return 1
	case e.Severity == finding.Warning:
		return 2
	}
	return 3
}

// Says counts what is in a file, the worst first.
func (f htmlFile) Says() string {
	var parts []string
	for _, kind := range []finding.Severity{finding.Error, finding.Withhold, finding.Warning, finding.Info} {
		n := 0
		for _, e := range f.Entries {
			if e.Severity == kind {
				n++
			}
		}
		if n == 0 {
			continue
		}
		parts = append(parts, fmt.Sprintf("%d %s", n, map[finding.Severity]string{
			finding.Error: "to mend", finding.Withhold: "to leave out", finding.Warning: "worth mending", finding.Info: "good to know",
		}[kind]))
	}
	return strings.Join(parts, ", ")
}

// htmlCode shows what stands between backticks as code.
func htmlCode(text string) template.HTML {
	parts := strings.Split(text, "`")
	if len(parts)%2 == 0 {
		return template.HTML(template.HTMLEscapeString(text))
	}
	var b strings.Builder
	for i, part := range parts {
		part = template.HTMLEscapeString(part)
		if i%2 == 1 {
			part = "<code>" + part + "</code>"
		}
		b.WriteString(part)
	}
	return template.HTML(b.String())
}

// htmlFileName is what a person calls the place of a finding.
func htmlFileName(f finding.Finding) string {
	if f.File == "" {
		return "The whole site"
	}
	return plain(f.File)
}

// capital begins a sentence as sentences begin, unless with a name.
func capital(text string) string {
	word, _, _ := strings.Cut(text, " ")
	if strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLower(r) }) {
		return text
	}
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}

// htmlKind says in words what a finding does.
func htmlKind(s finding.Severity) string {
	switch s {
	case finding.Error:
		return "Must be mended."
	case finding.Withhold:
		return "This page is left out for now."
	case finding.Warning:
		return "Worth mending."
	case finding.Ask:
		return "A person must look."
	}
	return "Good to know."
}

type (
	htmlReport struct {
		Tool, Version, Command, Counts, Held string

		Unchecked []string // what could not be looked at

		Style        template.CSS
		StyleHash    string
		BlockingSays string
		Blocking     []htmlRule // what is broken in most places first
		MoreBlocking string
		Files        []htmlFile // all but the questions
		People       []htmlFile // the questions
		Rules        []htmlRule
	}
	htmlFile struct {
		Name, Anchor string
		Entries      []htmlEntry
	}
	htmlRule struct {
		Title, ID string
		Tags      []string
		Entries   []htmlEntry
	}
	htmlEntry struct {
		finding.Finding
		Anchor, Class, Kind string
	}
)
