package build_test

import (
	"bytes"
	"encoding/xml"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// library is a small one in two languages, the second not complete.
func library(t *testing.T) string {
	t.Helper()
	dir := newSite(t, "en", "es")
	settings, err := os.ReadFile(filepath.Join(dir, "handrail.toml"))
	if err != nil {
		t.Fatal(err)
	}
	write(t, dir, "handrail.toml", "notice = \"Only a demonstration.\"\nbase_url = \"https://library.example/sub/\"\n"+string(settings))
	write(t, dir, "content/en/guides/repair.md", `+++
title = "Repair & <care>"
tab_title = "A guide"
summary = "How to put things right."
changed = "2026-03"
authors = ["The Thursday Table"]
+++

:::recommendation {#r1 audience="funder" impact=3 resources=1 sustainability=3}
Pay costs first.

People have borrowed money.
:::

:::recommendation {#r2 audience="funder staff" impact=3 resources=3 sustainability=1}
Ask about access.
:::

:::recommendation {#r3 audience="staff" future=true}
Build a fund.
:::
`)
	write(t, dir, "content/en/guides/repair-short.md", "+++\ntitle = \"Repair in short\"\nsummary = \"One page.\"\nshort_of = \"repair\"\nchanged = \"2026-04\"\n+++\n\nPay first.\n")
	write(t, dir, "content/es/plan.md", "+++\ntitle = \"Plan\"\nsummary = \"Un plan.\"\n+++\n\nLee [la guía](guides/repair.md#r1).\n")
	write(t, dir, "data/tracking/hall.toml", `organisation = "The Hall"
guide = "repair"
since = "2025-09"
[[status]]
recommendation = "r1"
status = "stopped"
month = "2026-02"
note = "The grant ended."
`)
	return dir
}

func TestFeed(t *testing.T) {
	_, files := run(t, options(library(t)))
	var feed struct {
		ID      string `xml:"id"`
		Updated string `xml:"updated"`
		Entries []struct {
			ID      string   `xml:"id"`
			Title   string   `xml:"title"`
			Updated string   `xml:"updated"`
			Authors []string `xml:"author>name"`
		} `xml:"entry"`
	}
	if err := xml.Unmarshal([]byte(files["en/feed.xml"]), &feed); err != nil {
		t.Fatal(err)
	}
	if feed.ID != "https://library.example/sub/en/" || feed.Updated != "2026-04-01T00:00:00Z" || len(feed.Entries) != 2 {
		t.Fatalf("the feed is %+v", feed)
	}
	if e := feed.Entries[1]; e.Title != "Repair & <care>" || e.ID != "https://library.example/sub/en/guides/repair/" || len(e.Authors) != 1 {
		t.Errorf("the second entry is %+v", e)
	}
	if strings.Contains(files["es/feed.xml"], "<entry>") {
		t.Error("the Spanish feed has a page that is not Spanish")
	}
}

func TestSitemap(t *testing.T) {
	_, files := run(t, options(library(t)))
	sitemap := files["sitemap.xml"]
	for _, want := range []string{
		"<loc>https://library.example/sub/en/guides/repair/</loc>",
		`<xhtml:link rel="alternate" hreflang="es" href="https://library.example/sub/es/about/"></xhtml:link>`,
	} {
		if !strings.Contains(sitemap, want) {
			t.Errorf("the sitemap lacks %s", want)
		}
	}
	if strings.Contains(sitemap, "404") {
		t.Error("the sitemap lists the page for what is not there")
	}
	if !strings.Contains(files["robots.txt"], "Sitemap: https://library.example/sub/sitemap.xml") {
		t.Error("robots.txt does not name the sitemap")
	}
}

// TestWithoutBase: what needs an absolute address is left out, and nothing
// else changes.
func TestWithoutBase(t *testing.T) {
	_, files := run(t, options(newSite(t, "en")))
	for _, name := range []string{"sitemap.xml", "en/feed.xml"} {
		if files[name] != "" {
			t.Errorf("%s was made without a base URL", name)
		}
	}
	if strings.Contains(files["en/index.html"], `rel="canonical"`) {
		t.Error("a page names an address that nobody has given")
	}
}

func TestFallbackIsStated(t *testing.T) {
	_, files := run(t, options(library(t)))
	if page := files["es/plan/index.html"]; !strings.Contains(page, `<a href="/sub/en/guides/repair/#r1" hreflang="en">la guía</a> <span class="note-language">(en English)</span>`) {
		t.Error("a link to a page in another language does not say so")
	}
	list := files["es/guides/index.html"]
	if !regexp.MustCompile(`<a href="/sub/en/guides/repair/" hreflang="en" lang="en" dir="ltr">Repair &amp; &lt;care&gt;</a>`).MatchString(list) || !strings.Contains(list, "en English") {
		t.Error("the Spanish list does not show the English guide, and that it is English")
	}
	if report := files["es/reports/hall/index.html"]; !strings.Contains(report, "The Hall") || !strings.Contains(report, `lang="en"`) {
		t.Error("the Spanish report does not mark the words that are English")
	}
}

// TestNotice: what must be said on every page is said on every page.
func TestNotice(t *testing.T) {
	_, files := run(t, options(library(t)))
	for name, data := range files {
		if strings.HasSuffix(name, ".html") && !strings.Contains(data, "Only a demonstration.") {
			t.Errorf("%s does not hold the notice", name)
		}
	}
}

func TestRecommendationLists(t *testing.T) {
	_, files := run(t, options(library(t)))
	order := func(name string, texts ...string) {
		t.Helper()
		page, at := files[name], 0
		for _, text := range texts {
			i := strings.Index(page[at:], text)
			if i < 0 {
				t.Errorf("%s does not hold %q after what comes before it", name, text)
				return
			}
			at += i
		}
	}
	order("en/guides/repair/priorities/index.html", "<caption", "Pay costs first.", "Ask about access.", "Build a fund.")
	order("en/guides/repair/for-funder/index.html", "Pay costs first.", "People have borrowed money.", "Ask about access.")
	if strings.Contains(files["en/guides/repair/for-funder/index.html"], "Build a fund.") {
		t.Error("funders are shown what is not for them")
	}
	order("en/reports/hall/index.html", "The Hall", "September 2025", "Pay costs first.", "The grant ended.")
	if title := regexp.MustCompile(`<title>(.*?)</title>`).FindStringSubmatch(files["en/guides/repair/index.html"]); title == nil || title[1] != "A guide" {
		t.Errorf("the tab says %q", title)
	}
}

func TestPictures(t *testing.T) {
	dir := newSite(t, "en")
	photo := image.NewRGBA(image.Rect(0, 0, 1200, 800))
	for i := range photo.Pix {
		photo.Pix[i] = uint8(i * 7)
	}
	photo.Set(1, 1, color.White)
	var data bytes.Buffer
	if err := jpeg.Encode(&data, photo, nil); err != nil {
		t.Fatal(err)
	}
	withComment := append(append([]byte{}, data.Bytes()[:2]...), append([]byte{0xFF, 0xFE, 0x00, 0x12}, append([]byte("made-up-street-1"), data.Bytes()[2:]...)...)...)
	write(t, dir, "content/en/my house.jpg", string(withComment))
	write(t, dir, "content/en/unused.jpg", string(withComment))
	write(t, dir, "content/en/plan.md", "+++\ntitle = \"Plan\"\nsummary = \"A plan.\"\n+++\n\n![A door that stands open.](my%20house.jpg \"Our door\"){credit=\"Wren\"}\n")
	result, files := run(t, options(dir))
	for _, f := range result.Findings {
		if f.Rule != "people/judge" {
			t.Errorf("found: %v", f)
		}
	}
	page := files["en/plan/index.html"]
	for _, want := range []string{`alt="A door that stands open."`, `width="1200"`, `height="800"`, " 480w, ", " 960w, ", " 1200w", "Our door", "Wren"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	pictures := 0
	for name, data := range files {
		if strings.HasPrefix(name, "pictures/") {
			pictures++
			if strings.Contains(data, "made-up-street") {
				t.Error("what the camera wrote is published")
			}
		}
		if strings.Contains(name, "house") || strings.Contains(name, "unused") {
			t.Errorf("the writer's own file name is published: %s", name)
		}
	}
	if pictures != 3 {
		t.Errorf("%d picture files, want 3", pictures)
	}
}

// TestEmptyConfiguration: an empty handrail.toml is a working library.
func TestEmptyConfiguration(t *testing.T) {
	dir := newSite(t, "en")
	write(t, dir, "handrail.toml", "")
	result, files := run(t, options(dir))
	for _, f := range result.Findings {
		t.Errorf("found: %v", f)
	}
	if !strings.Contains(files["en/about/index.html"], ">Library</a>") {
		t.Error("the link to the home page has no words")
	}
}
