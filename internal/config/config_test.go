package config

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"handrail/internal/finding"
	"handrail/internal/source"
)

// said prints problems as a report does.
func said(problems []finding.Problem) string {
	var b strings.Builder
	for _, p := range problems {
		fmt.Fprintf(&b, "%s:%d:%d %s [%s]\n", p.At.Path, p.At.Line, p.At.Col, p.Message, p.Rule)
	}
	return b.String()
}

func load(text string, env ...string) (*Config, string) {
	c, problems := Load(source.NewFile("handrail.toml", []byte(text)), env)
	return c, said(problems)
}

func TestEmptyFileIsAWorkingLibrary(t *testing.T) {
	c, problems := load("")
	if problems != "" {
		t.Errorf("problems:\n%s", problems)
	}
	if !slices.Equal(c.Languages, []string{"en"}) || c.Theme != "plain" || c.ContentDir != "content" || c.DataDir != "data" || c.BaseURL != "" {
		t.Errorf("defaults: %+v", c)
	}
}

const whole = `
title = "Marigold Lane Network"
base_url = "https://stories.example/library"
languages = ["en", "es", "PT-br"]
theme = "plain"
relative_urls = true
allow_html = true
drafts = true
content_dir = "content/"
data_dir = "content/data"
written_for = ["US"]
authors = "The Thursday Table"
public_contacts = ["ask@example.org"]

[description]
en = "Stories"
es = "Historias"

[[audience]]
id = "funder"
name = {en = "Funders", es = "Quienes financian"}

[[context]]
id = "labour"
name = "Work"

[[folder]]
path = "posts"
kind = "page"

[[ignore]]
rule = "image/alt-long"
path = "content/en/guides"
reason = "the caption carries it"
until = "2027-01-01"

[private]
venue = "a made-up hall"
`

func TestWholeFile(t *testing.T) {
	c, problems := load(whole)
	if problems != "" {
		t.Fatalf("problems:\n%s", problems)
	}
	if c.Title["en"] != "Marigold Lane Network" || c.Description["es"] != "Historias" {
		t.Errorf("texts: %v %v", c.Title, c.Description)
	}
	if c.BaseURL != "https://stories.example/library/" {
		t.Errorf("BaseURL = %q", c.BaseURL)
	}
	if !slices.Equal(c.Languages, []string{"en", "es", "pt-BR"}) {
		t.Errorf("Languages = %q", c.Languages)
	}
	if !c.RelativeURLs || !c.AllowHTML || !c.Drafts || c.ContentDir != "content" || c.DataDir != "content/data" {
		t.Errorf("switches and folders: %+v", c)
	}
	if !slices.Equal(c.Authors, []string{"The Thursday Table"}) || !slices.Equal(c.WrittenFor, []string{"US"}) || !slices.Equal(c.PublicContacts, []string{"ask@example.org"}) {
		t.Errorf("people and places: %+v", c)
	}
	if len(c.Audiences) != 1 || c.Audiences[0].Name["es"] != "Quienes financian" || c.Audiences[0].At.Line != 19 {
		t.Errorf("Audiences = %+v", c.Audiences)
	}
	if len(c.Contexts) != 1 || c.Contexts[0].Name["en"] != "Work" {
		t.Errorf("Contexts = %+v", c.Contexts)
	}
	if len(c.Folders) != 1 || c.Folders[0].Path != "posts" || c.Folders[0].Kind != "page" {
		t.Errorf("Folders = %+v", c.Folders)
	}
	if len(c.Ignores) != 1 || c.Ignores[0].Until != "2027-01-01" || c.Ignores[0].At.Line != 31 {
		t.Errorf("Ignores = %+v", c.Ignores)
	}
	if c.Private == nil || c.Private.Entries[0].Value.Str != "a made-up hall" {
		t.Error("[private] is not handed to the caller")
	}
}

func TestProblemsHavePlaces(t *testing.T) {
	for name, c := range map[string]struct{ file, want string }{
		"unknown key":        {"tittle = \"x\"", "handrail.toml:1:1 `tittle` is not a known key; did you mean `title`? [config/unknown-key]"},
		"unknown inside":     {"[[audience]]\nid = \"a\"\nname = \"A\"\nnome = \"B\"", "handrail.toml:4:1 `audience.nome` is not a known key; did you mean `audience.name`? [config/unknown-key]"},
		"hyphen":             {"base-url = \"https://a.example\"", "handrail.toml:1:1 `base-url` is not a known key; did you mean `base_url`? [config/unknown-key]"},
		"syntax":             {"\ntheme = plain", "handrail.toml:2:9 this value is not in quotes, and is no number, date, true or false [config/syntax]"},
		"twice":              {"theme = \"a\"\ntheme = \"b\"", "handrail.toml:2:1 `theme` is already written on line 1 [config/duplicate-key]"},
		"wrong type":         {"drafts = \"yes\"", "handrail.toml:1:10 `drafts` needs true or false, without quotes [config/wrong-type]"},
		"title number":       {"title = 3", "handrail.toml:1:9 `title` needs text in quotes, or such a text for each language [config/wrong-type]"},
		"title in no tongue": {"[title]\nes = \"x\"", "handrail.toml:2:1 `title.es` is for a language that is not in `languages` [config/wrong-value]"},
		"language name":      {"languages = [\"en\",\n  \"xx\"]", "handrail.toml:2:3 `xx` is not a known language; write its tag, for example en, es or ar [config/wrong-value]"},
		"language twice":     {"languages = [\"en\", \"EN\"]", "handrail.toml:1:20 `en` is listed twice [config/wrong-value]"},
		"no language":        {"languages = []", "handrail.toml:1:13 `languages` needs at least one language [config/wrong-value]"},
		"ftp":                {"base_url = \"ftp://a.example\"", "handrail.toml:1:12 `base_url` needs an address that begins with https:// or http:// [config/wrong-value]"},
		"no host":            {"base_url = \"https:///x\"", "handrail.toml:1:12 `base_url` needs an address that begins with https:// or http:// [config/wrong-value]"},
		"query":              {"base_url = \"https://a.example/?x\"", "handrail.toml:1:12 `base_url` cannot have a part after ? or # [config/wrong-value]"},
		"password":           {"base_url = \"https://me:word@a.example/\"", "handrail.toml:1:12 `base_url` holds a user name or a password; it would be published [config/wrong-value]"},
		"outside":            {"content_dir = \"../elsewhere\"", "handrail.toml:1:15 `content_dir` needs a folder inside the site folder; `../elsewhere` is not [config/wrong-value]"},
		"absolute":           {"data_dir = \"/srv\"", "handrail.toml:1:12 `data_dir` needs a folder inside the site folder; `/srv` is not [config/wrong-value]"},
		"private pages":      {"private_dir = \"content/../Content/approvals\"", "handrail.toml:1:15 `private_dir` needs a folder of its own, away from what is published [config/wrong-value]"},
		"private top":        {"private_dir = \".\"", "handrail.toml:1:15 `private_dir` needs a folder of its own, away from what is published [config/wrong-value]"},
		"theme path":         {"theme = \"../x\"", "handrail.toml:1:9 `theme` needs the name of a folder in themes, of letters, digits and hyphens [config/wrong-value]"},
		"until":              {"[[ignore]]\nrule = \"a/b\"\nreason = \"r\"\nuntil = \"soon\"", "handrail.toml:1:1 `ignore.until` needs a day; `soon` is none [config/wrong-value]"},
		"missing":            {"\n[[folder]]\npath = \"posts\"", "handrail.toml:2:1 `folder.kind` is missing [config/missing-field]"},
		"same id":            {"[[context]]\nid = \"a\"\nname = \"A\"\n[[context]]\nid = \"a\"\nname = \"B\"", "handrail.toml:4:1 another context has the id `a` already [config/wrong-value]"},
		"odd id":             {"[[context]]\nid = \"a b\"\nname = \"A\"", "handrail.toml:1:1 the id `a b` of this context needs letters, digits and hyphens only [config/wrong-value]"},
		"single bracket":     {"[ignore]\nrule = \"a/b\"", "handrail.toml:1:1 `ignore` needs to be a list: in TOML write [[ignore]] with two brackets, in YAML begin each item with - [config/wrong-type]"},
		"too long":           {"#" + strings.Repeat("x", 300<<10), "handrail.toml:1:1 this is 300 KB long; at most 256 KB of keys and values can be read in one file [config/syntax]"},
		"leave unsafely":     {"leave = \"http://news.example/\"", "handrail.toml:1:9 `leave` needs an address that begins with https://, so that nobody on the way sees or changes the page [config/wrong-value]"},
		"leave nowhere":      {"leave = \"weather\"", "handrail.toml:1:9 `leave` needs an address that begins with https://, so that nobody on the way sees or changes the page [config/wrong-value]"},
		"leave in a circle":  {"base_url = \"https://a.example/x/\"\n[leave]\nen = \"https://A.example/weather\"", "handrail.toml:3:6 `leave.en` leads back into the library; whoever leaves must come to another site [config/wrong-value]"},
		"leave traced":       {"[leave]\nen = \"https://b.example/?from=us\"", "handrail.toml:2:6 `leave.en` cannot have a part after ? or #; it could tell the other site where somebody came from [config/wrong-value]"},
		"leave greeted":      {"leave = \"https://www.google.co.uk/\"", "handrail.toml:1:9 `leave` leads to a site that may greet people by name, or show what they looked for before [config/wrong-value]"},
		"leave with a word":  {"leave = \"https://me:word@b.example/\"", "handrail.toml:1:9 `leave` holds a user name or a password; it would be published [config/wrong-value]"},
		"leave in no tongue": {"[leave]\nes = \"https://b.example/\"", "handrail.toml:2:1 `leave.es` is for a language that is not in `languages` [config/wrong-value]"},
		"private text":       {"private = \"a made-up name\"", "handrail.toml:1:1 `private` needs keys of its own [config/wrong-type]"},
	} {
		t.Run(name, func(t *testing.T) {
			config, got := load(c.file)
			if got != c.want+"\n" {
				t.Errorf("got:\n%swant:\n%s", got, c.want)
			}
			if len(config.Languages) == 0 || config.Theme == "" || config.ContentDir == "" {
				t.Errorf("not usable: %+v", config)
			}
		})
	}
}

func TestLeave(t *testing.T) {
	c, problems := load("languages = [\"en\", \"es\"]\nleave = \"https://weather.example/\"")
	if problems != "" || c.Leave["en"] != "https://weather.example/" || c.Leave["es"] != "https://weather.example/" {
		t.Errorf("one address does not count for all languages: %v\n%s", c.Leave, problems)
	}
	c, problems = load("languages = [\"en\", \"es\"]\n[leave]\nes = \"https://tiempo.example/hoy\"")
	if _, ok := c.Leave["en"]; problems != "" || ok || c.Leave["es"] != "https://tiempo.example/hoy" {
		t.Errorf("an address of one language: %v\n%s", c.Leave, problems)
	}
	for host, want := range map[string]bool{"google.com": true, "mail.google.com": true, "GOOGLE.com.mx": true, "m.youtube.com": true,
		"x.com": true, "x.weather.example": false, "en.wikipedia.org": false, "notgoogle.com": false, "localhost": false} {
		if greets(host) != want {
			t.Errorf("greets(%s) = %v", host, !want)
		}
	}
}

func TestEnvironment(t *testing.T) {
	c, problems := load("theme = \"own\"\ndrafts = true", "HANDRAIL_BASE_URL=https://b.example", "HANDRAIL_THEME=other",
		"HANDRAIL_RELATIVE_URLS=1", "HANDRAIL_DRAFTS=false", "HANDRAIL_ALLOW_HTML=true", "PATH=/bin", "HANDRAIL_DRAFTS_EMPTY=", "HANDRAIL_PRIVATE_DIR=../ours/")
	if problems != "" {
		t.Errorf("problems:\n%s", problems)
	}
	if c.BaseURL != "https://b.example/" || c.Theme != "other" || !c.RelativeURLs || c.Drafts || !c.AllowHTML || c.PrivateDir != "../ours" {
		t.Errorf("not overridden: %+v", c)
	}
	c, problems = load("theme = \"own\"\ndrafts = true\nbase_url = \"https://a.example\"",
		"HANDRAIL_THEME=a/b", "HANDRAIL_DRAFTS=maybe", "HANDRAIL_BASE_URL=b.example", "HANDRAIL_DRAFT=1", "HANDRAIL_ELSEWHERE=1")
	want := "HANDRAIL_THEME:0:0 `theme` needs the name of a folder in themes, of letters, digits and hyphens [config/wrong-value]\n" +
		"HANDRAIL_DRAFTS:0:0 `HANDRAIL_DRAFTS` needs true or false [config/wrong-value]\n" +
		"HANDRAIL_BASE_URL:0:0 `base_url` needs an address that begins with https:// or http:// [config/wrong-value]\n" +
		"HANDRAIL_DRAFT:0:0 `HANDRAIL_DRAFT` is not a known setting; did you mean `HANDRAIL_DRAFTS`? [config/unknown-key]\n"
	if problems != want {
		t.Errorf("got:\n%swant:\n%s", problems, want)
	}
	if c.Theme != "own" || !c.Drafts || c.BaseURL != "https://a.example/" {
		t.Errorf("a bad variable changed a setting: %+v", c)
	}
}

func TestAt(t *testing.T) {
	c, _ := load("\ntheme = \"own\"\nlanguages = [\"es\"]", "HANDRAIL_THEME=other")
	for key, want := range map[string]source.Place{
		"theme":     {Path: "HANDRAIL_THEME"},
		"languages": {Path: "handrail.toml", Line: 3, Col: 13},
		"data_dir":  {Path: "handrail.toml"},
	} {
		if got := c.At(key); got != want {
			t.Errorf("At(%s) = %v, want %v", key, got, want)
		}
	}
}

func TestText(t *testing.T) {
	texts := map[string]string{"en": "Work", "es": "Trabajo"}
	for _, c := range []struct{ lang, fallback, text, in string }{
		{"es", "en", "Trabajo", "es"}, {"ar", "es", "Trabajo", "es"}, {"ar", "fr", "Work", "en"},
	} {
		if text, in := Text(texts, c.lang, c.fallback); text != c.text || in != c.in {
			t.Errorf("Text(%s, %s) = %q in %q", c.lang, c.fallback, text, in)
		}
	}
	if text, in := Text(nil, "en", "es"); text != "" || in != "" {
		t.Errorf("Text of nothing = %q in %q", text, in)
	}
}

func FuzzLoad(f *testing.F) {
	f.Add(whole, "HANDRAIL_BASE_URL=https://a.example")
	f.Add("[title]\n\"\" = 1\n[[audience]]\nid=\"\"", "HANDRAIL_DRAFTS=x")
	f.Add("languages = \"es\"\nbase_url = \"http://[::1]:x/%zz\"", "=")
	f.Fuzz(func(t *testing.T, text, variable string) {
		c, problems := Load(source.NewFile("handrail.toml", []byte(text)), []string{variable})
		if len(c.Languages) == 0 || c.Theme == "" || c.ContentDir == "" || c.DataDir == "" {
			t.Errorf("not usable: %+v", c)
		}
		for _, l := range append(slices.Collect(maps.Keys(c.Title)), slices.Collect(maps.Keys(c.Description))...) {
			if !slices.Contains(c.Languages, l) {
				t.Errorf("a text in %q, which is not one of %q", l, c.Languages)
			}
		}
		for _, p := range problems {
			if p.At.Path == "" || p.Message == "" || !strings.HasPrefix(p.Rule, "config/") || strings.ContainsAny(p.Message+p.Fix, "\r\n") {
				t.Errorf("problem %+v", p)
			}
		}
	})
}
