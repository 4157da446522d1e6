package checktest

import (
	"fmt"
	"path"
	"strconv"
	"strings"
	"testing"

	"handrail/internal/check"
	"handrail/internal/checks"
)

// wordings are the checks that speak of wording: what they find in the
// network's text they pass over where a person says it.
func wordings(set *check.Set) []*check.Check {
	var list []*check.Check
	for _, c := range set.All() {
		area := path.Dir(c.ID)
		if area == "plain" && c.ID != "plain/baseline" || area == "words" && !c.Author || c.ID == "coverage/trafficking" {
			list = append(list, c)
		}
	}
	return list
}

// TestQuoted lets a person say what the failing examples of these checks say: in
// a block quotation, in a container of their own words, in quotation marks, in
// a story. No check finds anything there.
func TestQuoted(t *testing.T) {
	set := checks.All()
	for _, c := range wordings(set) {
		tried := 0
		for _, e := range c.Page.Examples {
			if e.Outcome != "fail" {
				continue
			}
			for way, said := range sayings(e) {
				tried++
				t.Run(c.ID+"/"+e.Name+"/"+way, func(t *testing.T) {
					t.Parallel()
					var left []string
					for _, line := range lines(t, set, c, said) {
						if inBody(said, line) {
							left = append(left, line)
						}
					}
					if left != nil {
						t.Errorf("it finds %s", strings.Join(left, "; "))
					}
				})
			}
		}
		if tried == 0 {
			t.Errorf("no example of %s says its words in the text of a page, so that a person can say them", c.ID)
		}
	}
}

// sayings are the ways in which a person can say what an example finds in the
// text of its pages.
func sayings(e check.Example) map[string]check.Example {
	all := map[string]check.Example{}
	if e.Single() {
		all["story"] = check.Example{Name: e.Name, Files: map[string]string{
			"content/en/stories/s-1.md": "+++\ntitle = \"A\"\nsummary = \"B\"\n+++\n\n" + e.Files[e.Name]}}
	}
	for way, say := range map[string]func(string) string{
		"quotation": func(body string) string {
			return "> " + strings.ReplaceAll(strings.TrimSpace(body), "\n", "\n> ") + "\n"
		},
		"own words": func(body string) string { return "::::own-words\n" + strings.TrimSpace(body) + "\n::::\n" },
		"marks": func(body string) string {
			if strings.ContainsAny(strings.TrimSpace(body), "\n“\"") {
				return ""
			}
			return "She said: “" + strings.TrimSpace(body) + "”\n"
		},
		"span": func(body string) string {
			if strings.ContainsAny(strings.TrimSpace(body), "\n[") {
				return ""
			}
			return "[" + strings.TrimSpace(body) + "]{.own-words}\n"
		},
	} {
		files, changed := map[string]string{}, false
		for name, text := range e.Files {
			front := frontOf(text)
			said := say(text[front:])
			files[name] = text
			if path.Ext(name) == ".md" && said != "" && strings.TrimSpace(text[front:]) != "" && foundIn(e, name, strings.Count(text[:front], "\n")) {
				files[name], changed = text[:front]+said, true
			}
		}
		if changed {
			all[way] = check.Example{Name: e.Name, Files: files}
		}
	}
	return all
}

// frontOf is how many bytes of a page are its front matter.
func frontOf(text string) int {
	if !strings.HasPrefix(text, "+++\n") {
		return 0
	}
	if end := strings.Index(text[4:], "\n+++\n"); end >= 0 {
		return 4 + end + len("\n+++\n")
	}
	return 0
}

// foundIn tells whether an example finds something below a line of a page.
func foundIn(e check.Example, name string, line int) bool {
	for want := range strings.Lines(e.Want) {
		at, n, _, _ := placed(e, want)
		if at == name && n > line {
			return true
		}
	}
	return false
}

// inBody tells whether a finding is in the text of a page, and not in its front
// matter or in another file.
func inBody(e check.Example, line string) bool {
	name, n, _, _ := placed(e, line)
	text, ok := e.Files[name]
	return ok && path.Ext(name) == ".md" && n > strings.Count(text[:frontOf(text)], "\n")
}

// placed takes a finding of an example apart.
func placed(e check.Example, finding string) (name string, line, col int, message string) {
	place, rest, _ := strings.Cut(strings.TrimSpace(finding), " ")
	_, message, _ = strings.Cut(rest, ": ")
	parts := strings.Split(place, ":")
	if len(parts) == 2 {
		for only := range e.Files {
			parts = append([]string{only}, parts...)
		}
	}
	if len(parts) != 3 {
		return "", 0, 0, message
	}
	line, _ = strconv.Atoi(parts[1])
	col, _ = strconv.Atoi(parts[2])
	return parts[0], line, col, message
}

// TestPlaces: where a check of wording names words, its place is where they
// begin, and it says what to do instead.
func TestPlaces(t *testing.T) {
	set := checks.All()
	for _, c := range wordings(set) {
		for _, e := range c.Page.Examples {
			for want := range strings.Lines(e.Want) {
				name, line, col, message := placed(e, want)
				if !inBody(e, want) || !strings.HasPrefix(message, "“") {
					continue
				}
				words, _, _ := strings.Cut(strings.TrimPrefix(message, "“"), "”")
				rest := from(e.Files[name], line, col)
				if !strings.HasPrefix(strings.Join(strings.Fields(rest), " "), words) {
					t.Errorf("%s, %s: %d:%d is %.40q, not %q", c.ID, e.Name, line, col, rest, words)
				}
			}
		}
	}
}

// from is a text from a place on.
func from(text string, line, col int) string {
	rest := strings.Join(strings.SplitAfter(text, "\n")[line-1:], "")
	runes := []rune(rest)
	if col < 1 || col > len(runes) {
		return fmt.Sprintf("no column %d", col)
	}
	return string(runes[col-1:])
}
