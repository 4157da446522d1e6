package build_test

import (
	"strings"
	"testing"
)

// TestAlternates: a theme of one's own that forgets a language in the links for
// search engines is told, and the one that is built in is right.
func TestAlternates(t *testing.T) {
	dir := library(t)
	result, _ := run(t, options(dir))
	for _, f := range result.Findings {
		if f.Rule == "lang/alternates" {
			t.Errorf("the theme plain: %s: %s", f.File, f.Message)
		}
	}
	write(t, dir, "themes/plain/layouts/page.html", `{{define "main"}}<h1>{{.Title}}</h1>{{.Body}}{{end}}
{{define "base"}}<!DOCTYPE html><html lang="{{.Lang}}"><head><meta charset="utf-8"><title>{{.TabTitle}}</title><link rel="canonical" href="{{.Canonical}}">
<link rel="alternate" hreflang="{{.Lang}}" href="{{.Canonical}}"><link rel="alternate" hreflang="fr" href="https://library.example/sub/fr/about/"></head><body><main>{{block "main" .}}{{end}}</main></body></html>{{end}}
`)
	result, _ = run(t, options(dir))
	forgotten, invented := false, false
	for _, f := range result.Findings {
		if f.Rule == "lang/alternates" && f.File == "content/en/about.md" {
			forgotten = forgotten || strings.Contains(f.Message, "is there in Español (es), and does not say so")
		}
		invented = invented || f.Rule == "lang/alternates" && strings.Contains(f.Message, "“fr”, and it is not")
	}
	if !forgotten || !invented {
		t.Errorf("the forgotten language is found: %v; the invented one: %v", forgotten, invented)
	}
}
