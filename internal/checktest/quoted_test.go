package checktest

import (
	"path"
	"strings"
	"testing"

	"handrail/internal/check"
	"handrail/internal/checks"
)

// TestQuoted: what a check of plain language finds in the network's text, it
// passes over where a person says it: in a quotation, and in a story.
func TestQuoted(t *testing.T) {
	set := checks.All()
	tried := 0
	for _, c := range set.All() {
		if path.Dir(c.ID) != "plain" {
			continue
		}
		for _, e := range c.Page.Examples {
			if e.Outcome != "fail" || !e.Single() {
				continue
			}
			tried++
			body := e.Files[e.Name]
			quoted := "> " + strings.ReplaceAll(strings.TrimSpace(body), "\n", "\n> ") + "\n"
			story := "+++\ntitle = \"A\"\nsummary = \"B\"\n+++\n\n" + body
			for name, files := range map[string]map[string]string{
				"quotation": {e.Name: quoted},
				"story":     {"content/en/stories/s-1.md": story},
			} {
				t.Run(c.ID+"/"+e.Name+"/"+name, func(t *testing.T) {
					t.Parallel()
					if found := lines(t, set, c, check.Example{Name: e.Name, Files: files}); found != nil {
						t.Errorf("it finds %s", strings.Join(found, "; "))
					}
				})
			}
		}
	}
	if tried < 10 {
		t.Errorf("only %d examples were tried", tried)
	}
}
