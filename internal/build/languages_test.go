package build_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSwitcher: a page that is missing in a language says so in the words of
// the page that is read.
func TestSwitcher(t *testing.T) {
	dir := newSite(t, "en", "es", "ar")
	write(t, dir, "content/en/hall.md", "+++\ntitle = \"The hall\"\nsummary = \"Where we meet.\"\n+++\n\nWe meet in the hall.\n")
	write(t, dir, "content/es/sala.md", "+++\ntitle = \"La sala\"\nsummary = \"Un lugar.\"\n+++\n\nNos vemos en la sala.\n")
	write(t, dir, "content/ar/bayt.md", "+++\ntitle = \"البيت\"\nsummary = \"مكاننا.\"\n+++\n\nنلتقي في البيت.\n")
	_, files := run(t, options(dir))
	for page, want := range map[string][]string{
		"en/hall/index.html": {`<a href="/es/" hreflang="es"><span lang="es" dir="ltr">Español</span> <span class="other">(not yet in Spanish`, "(not yet in Arabic"},
		"es/sala/index.html": {"(todavía no está en inglés", "(todavía no está en árabe"},
		"ar/bayt/index.html": {"(ليست بعدُ باللغة الإنجليزية", "(ليست بعدُ باللغة الإسبانية"},
	} {
		for _, words := range want {
			if !strings.Contains(files[page], words) {
				t.Errorf("%s does not say %q", page, words)
			}
		}
	}
	if strings.Contains(files["en/about/index.html"], "not yet in") {
		t.Error("a page that is there in each language says that it is not")
	}
	if !strings.Contains(files["en/about/index.html"], `<a href="/es/about/" hreflang="es">`) {
		t.Error("the switcher does not lead to the same page")
	}
}

// TestOtherDirections: names and titles that run the other way stand apart from
// the words around them.
func TestOtherDirections(t *testing.T) {
	dir := newSite(t, "en", "ar")
	write(t, dir, "content/ar/guides/care.md", `+++
title = "Who decides?"
summary = "دليل قصير."
authors = ["The Thursday Table (TTT)", "مجموعة الخميس"]
written_for = ["US"]
adapted_from = "Notes, 2nd ed."
+++

:::case-study {source="Minutes (2021)"}
ما حدث في القاعة.
:::
`)
	write(t, dir, "content/en/guides/house.md", "+++\ntitle = \"الدار\"\nsummary = \"A house.\"\nauthors = [\"سلمى\", \"Wren\"]\n+++\n\nText.\n")
	_, files := run(t, options(dir))
	for page, want := range map[string][]string{
		"ar/guides/care/index.html": {
			"<h1>\u2066Who decides?\u2069</h1>",
			"\u2066The Thursday Table (TTT)\u2069، مجموعة الخميس",
			"<dd>\u2066Notes, 2nd ed.\u2069</dd>",
			"\u2066Minutes (2021)\u2069",
		},
		"ar/guides/index.html":       {"\u2066Who decides?\u2069</a>"},
		"en/guides/house/index.html": {"<h1>\u2067الدار\u2069</h1>", "By \u2067سلمى\u2069, Wren"},
		"en/guides/index.html":       {"\u2067الدار\u2069</a>"},
	} {
		for _, words := range want {
			if !strings.Contains(files[page], words) {
				t.Errorf("%s does not hold %q", page, words)
			}
		}
	}
}

// TestOldHomePage: the home page says so too when it is an old translation.
func TestOldHomePage(t *testing.T) {
	dir := newSite(t, "en", "es")
	write(t, dir, "content/en/index.md", "+++\nrole = \"home\"\ntitle = \"Welcome\"\nsummary = \"Come in.\"\nversion = 2\n+++\n\nWe have moved.\n")
	write(t, dir, "content/es/index.md", "+++\nrole = \"home\"\ntitle = \"Hola\"\nsummary = \"Pasa.\"\nversion = 1\n+++\n\nAquí estamos.\n")
	_, files := run(t, options(dir))
	if !strings.Contains(files["es/index.html"], "cambió después de que se hizo esta traducción") {
		t.Error("the Spanish home page does not say that it is old")
	}
}

// TestWithheldInPreview: a page that is left out because it is old is shown to
// its writer, with the notice, and to nobody else.
func TestWithheldInPreview(t *testing.T) {
	dir := newSite(t, "en", "es")
	settings, err := os.ReadFile(filepath.Join(dir, "handrail.toml"))
	if err != nil {
		t.Fatal(err)
	}
	write(t, dir, "handrail.toml", "stale_translations = \"withhold\"\n"+string(settings))
	write(t, dir, "content/en/hall.md", "+++\ntitle = \"The hall\"\nsummary = \"Where we meet.\"\nversion = 2\n+++\n\nWe meet in the hall.\n")
	write(t, dir, "content/es/hall.md", "+++\ntitle = \"La sala\"\nsummary = \"Dónde nos vemos.\"\nversion = 1\n+++\n\nNos vemos en la sala.\n")
	for _, preview := range []bool{false, true} {
		o := options(dir)
		o.Preview = preview
		result, files := run(t, o)
		withheld := false
		for _, f := range result.Findings {
			withheld = withheld || f.Rule == "translation/withheld" && f.File == "content/es/hall.md"
		}
		if !withheld {
			t.Errorf("preview %v: nothing says that the page is left out", preview)
		}
		page := files["es/hall/index.html"]
		if shown := strings.Contains(page, "cambió después de que se hizo esta traducción"); shown != preview {
			t.Errorf("preview %v: the page with its notice is shown: %v", preview, shown)
		}
	}
}

// TestEasyRead: an Easy Read page is a language of its own beside the plain one.
// It names who tried it, and takes all that it lacks from that language.
func TestEasyRead(t *testing.T) {
	dir := newSite(t, "en", "es")
	settings, err := os.ReadFile(filepath.Join(dir, "handrail.toml"))
	if err != nil {
		t.Fatal(err)
	}
	write(t, dir, "handrail.toml", "base_url = \"https://library.example/\"\n"+strings.Replace(string(settings), `"es"]`, `"es", "es-simple"]`, 1))
	write(t, dir, "content/en/hall.md", "+++\ntitle = \"The hall\"\nsummary = \"Where we meet.\"\n+++\n\nWe meet in the hall.\n")
	write(t, dir, "content/es/hall.md", "+++\ntitle = \"La sala\"\nsummary = \"Dónde nos vemos.\"\n+++\n\nNos vemos en la sala.\n")
	write(t, dir, "content/es-simple/hall.md", "+++\ntitle = \"La sala\"\nsummary = \"Aquí nos vemos.\"\ntested_by = [\"Grupo del martes\", \"Wren\"]\n+++\n\nNos vemos en la sala.\n")
	result, files := run(t, options(dir))
	for _, f := range result.Findings {
		if f.Severity == "error" || f.Severity == "warning" {
			t.Errorf("%s: %s", f.File, f.Message)
		}
	}
	easy := files["es-simple/hall/index.html"]
	for _, want := range []string{
		`<html lang="es-simple" dir="ltr">`, "Ir al texto", "Grupo del martes, Wren", `href="/es/safety/"`,
		`<span lang="es-simple" dir="ltr">Español (lectura fácil)</span>`, `hreflang="es-simple" href="https://library.example/es-simple/hall/"`,
	} {
		if !strings.Contains(easy, want) {
			t.Errorf("the Easy Read page does not hold %s", want)
		}
	}
	if strings.Contains(easy, "Nadie con pleno dominio") {
		t.Error("the page says that nobody has checked it")
	}
	if page := files["es/hall/index.html"]; !strings.Contains(page, `href="/es-simple/hall/"`) {
		t.Error("the plain page does not lead to the Easy Read one")
	}
	if page := files["es/about/index.html"]; strings.Contains(page, "es-simple") {
		t.Error("a page without an Easy Read form speaks of one")
	}
}
