package build_test

import (
	"fmt"
	"slices"
	"testing"

	"handrail/internal/finding"
)

// bare is a layout around all pages that gives readers no way past its menu.
const bare = `{{define "base"}}<!doctype html>
<html lang="{{.Lang}}"><head><title>{{.TabTitle}}</title></head><body>
<div><a href="{{.Home.Href}}">Home</a> {{range .Required}}<a href="{{.Href}}">{{.Text}}</a> {{end}}</div>
<div><p>{{.Title}}: {{.Summary}}</p></div>
</body></html>{{end}}
`

// TestRepeated gives the checks of repeated blocks the pages that a page leads
// to, as audit does: at the root of a server, below it, and without a server.
func TestRepeated(t *testing.T) {
	for name, setting := range map[string]string{"root": "", "below": "base_url = \"https://library.example/sub/\"\n", "relative": "relative_urls = true\n"} {
		dir := t.TempDir()
		write(t, dir, "handrail.toml", setting)
		write(t, dir, "themes/plain/layouts/parts/base.html", bare)
		for i := range 3 {
			write(t, dir, fmt.Sprintf("content/en/pages/p%d.md", i), fmt.Sprintf("+++\ntitle = \"Page %d\"\nsummary = \"A page.\"\n+++\nWords that only %d has.\n", i, i))
		}
		result, _ := run(t, options(dir))
		told := slices.ContainsFunc(result.Findings, func(f finding.Finding) bool { return f.Rule == "bypass/none" })
		if !told {
			t.Errorf("%s: nobody says that readers cannot get past the menu", name)
		}
	}
}
