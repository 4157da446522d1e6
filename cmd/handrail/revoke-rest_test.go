package main

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// linked is a library in which every kind of page leads to one story, s-1aaa.
// Words that begin with "zq" are in nothing else.
var linked = map[string]string{
	"content/en/stories/s-0aaa.md": linkedStory("s-0aaa", "The lamp", "A lamp hangs by the door.", "The lamp was lit every evening."),
	"content/en/stories/s-1aaa.md": linkedStory("s-1aaa", "Zqkettle", "A zqwarm kettle.", "The zqwhistle was heard all winter long."),
	"content/en/stories/s-2aaa.md": linkedStory("s-2aaa", "The bench", "A bench stands by the road.", "The bench was dry. See [the other one](s-1aaa.md)."),
	"content/en/index.md":          "+++\nkind = \"page\"\nrole = \"home\"\ntitle = \"Welcome\"\nsummary = \"What is here.\"\n+++\n\nBegin where you like.\n\n- [The lamp](stories/s-0aaa.md)\n- [Zqkettle](stories/s-1aaa.md)\n",
	"content/en/glossary.md":       "+++\nkind = \"glossary\"\ntitle = \"Words\"\nsummary = \"What words mean.\"\n[[term]]\nid = \"shift\"\n[[term.meaning]]\ntext = \"The hours that somebody works.\"\n+++\n\nOne story is about [a kettle](stories/s-1aaa.md).\n",
	"content/en/guides/work.md": "+++\nkind = \"guide\"\ntitle = \"Work well\"\nsummary = \"What to do.\"\nwritten_for = [\"Our town\"]\n+++\n\nRead [about it](../stories/s-1aaa.md) first.\n\n" +
		":::recommendation {#r1 audience=\"host\" impact=3 resources=1 sustainability=2}\nCount the hours.\n\n:::pull-quote {from=\"s-1aaa\"}\nThe zqwhistle was heard all winter long.\n:::\n:::\n",
}

func linkedStory(id, title, summary, text string) string {
	return "+++\nid = \"" + id + "\"\ntitle = \"" + title + "\"\nsummary = \"" + summary +
		"\"\ncontext = [\"labour\"]\ncomposite = true\ncontributors = 3\nuses = [\"print\", \"training\"]\nchanged = \"2026-03\"\n+++\n\n" + text + "\n"
}

// contents reads every file below a folder.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		below, _ := filepath.Rel(dir, name)
		all[filepath.ToSlash(below)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestRevokeLeavesTheRest takes one story out of finished files, from which
// every kind of page leads to it, with settings that cannot be read. Files that
// do not show it stay as they are, byte for byte; the others lose what shows it
// and gain nothing. A page that quotes it without a link goes whole until the
// next build. What is found in a file of somebody else is named.
func TestRevokeLeavesTheRest(t *testing.T) {
	site := filepath.Join(t.TempDir(), "x")
	public := filepath.Join(site, "public")
	handrail(t, "new", "site", site, "--lang", "en")
	for name, text := range linked {
		lay(t, site, name, text)
	}
	for _, id := range []string{"s-0aaa", "s-1aaa", "s-2aaa"} {
		handrail(t, "-s", site, "--quiet", "approve", id, "--lang", "en", "--by", "wren-3", "--role", "panel", "--scope", "web,print,feed,search", "--yes")
	}
	handrail(t, "build", "-s", site, "-b", "https://library.example/")
	before := contents(t, public)
	trace := regexp.MustCompile(`(?i)s-1aaa|\bzq\w+`)
	for _, name := range []string{"en/index.html", "en/glossary/index.html", "en/stories/index.html", "en/stories/s-0aaa/index.html", "en/stories/s-2aaa/index.html",
		"en/feed.xml", "sitemap.xml", "en/guides/work/index.html", "en/guides/work/for-host/index.html"} {
		if !trace.MatchString(before[name]) {
			t.Errorf("%s does not lead to the story; the test would prove nothing", name)
		}
	}
	lay(t, site, "handrail.toml", "base_url = [\n")
	lay(t, site, "public/ours.txt", "The zqwhistle was heard all winter long.\n")
	before["ours.txt"] = "The zqwhistle was heard all winter long.\n"

	out, err := exec.Command(program, "-s", site, "revoke", "s-1aaa").CombinedOutput()
	if err == nil {
		t.Errorf("it does not end as when something is left:\n%s", out)
	}
	var left []string
	for _, m := range regexp.MustCompile(`(?m)(?:address of it|could not be cut): (.*)$`).FindAllStringSubmatch(string(out), -1) {
		left = append(left, m[1])
	}
	const quoting = "en/guides/work/for-host/index.html"
	if !slices.Equal(left, []string{quoting, "ours.txt"}) {
		t.Errorf("it names %v as left:\n%s", left, out)
	}
	after := contents(t, public)
	for name, data := range before {
		now, there := after[name]
		switch {
		case name == "ours.txt" || !trace.MatchString(data) && !trace.MatchString(name):
			if now != data {
				t.Errorf("%s has nothing to do with the story, and is not as it was", name)
			}
		case strings.Contains(name, "s-1aaa"):
			if there {
				t.Errorf("%s is still there", name)
			}
		case name == quoting:
			if there {
				t.Errorf("%s still repeats its words", name)
			}
		case !there:
			t.Errorf("%s went whole", name)
		case trace.MatchString(now):
			t.Errorf("%s still shows it: %s", name, trace.FindString(now))
		case !partOf(now, data):
			t.Errorf("%s gained something:\n%s", name, now)
		}
	}
	for name := range after {
		if _, there := before[name]; !there {
			t.Errorf("%s is new", name)
		}
	}
	for _, name := range []string{"en/index.html", "en/stories/index.html", "en/feed.xml", "sitemap.xml"} {
		if strings.Count(after[name], "s-0aaa") != strings.Count(before[name], "s-0aaa") {
			t.Errorf("%s lost another story", name)
		}
	}
}

// partOf tells whether a page is made of parts of another, in their order.
func partOf(page, of string) bool {
	for _, b := range []byte(page) {
		i := strings.IndexByte(of, b)
		if i < 0 {
			return false
		}
		of = of[i+1:]
	}
	return true
}
