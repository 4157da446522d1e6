package build_test

import (
	"slices"
	"strings"
	"testing"

	"handrail/internal/approval"
	"handrail/internal/finding"
)

// TestStandings: whatever takes the yes away takes the story away, and the
// preview shows it with a warning, but for what was taken back.
func TestStandings(t *testing.T) {
	for name, c := range map[string]struct {
		change  func(*approval.Record)
		rule    string
		preview bool
	}{
		"expired": {func(r *approval.Record) {
			r.Approved, r.Expires = r.Approved.AddDate(-2, 0, 0), r.Approved.AddDate(0, 0, -1)
		}, "consent/expired", true},
		"paused":  {func(r *approval.Record) { r.State = approval.Paused }, "consent/paused", true},
		"revoked": {func(r *approval.Record) { r.State = approval.Revoked }, "consent/revoked", false},
		"scope":   {func(r *approval.Record) { r.Scope = []approval.Surface{approval.Print, approval.Feed} }, "consent/scope", true},
		"tongue":  {func(r *approval.Record) { r.Lang = "es" }, "consent/missing", true},
	} {
		t.Run(name, func(t *testing.T) {
			dir := storyteller(t)
			o := consentOptions(dir)
			approve(t, o, c.change)
			result, files := run(t, o)
			if found := rules(result); !slices.Contains(found, c.rule) || result.Blocked(finding.Error) {
				t.Errorf("found %v", found)
			}
			if left := traces(files); len(left) > 0 {
				t.Errorf("still seen in %v", left)
			}
			o.Preview = true
			_, files = run(t, o)
			page := files["en/stories/s-4ad2/index.html"]
			if shown := strings.Contains(page, "Not approved. Do not share."); shown != c.preview {
				t.Errorf("the preview shows it with a warning: %v, want %v", shown, c.preview)
			}
			if left := traces(files); !c.preview && len(left) > 0 {
				t.Errorf("the preview shows what was taken back in %v", left)
			}
			if strings.Contains(files["en/stories/s-5be3/index.html"], "Not approved.") {
				t.Error("another page says that it is not approved")
			}
		})
	}
}

// TestScope: each surface keeps to what was allowed.
func TestScope(t *testing.T) {
	dir := storyteller(t)
	o := consentOptions(dir)
	approve(t, o, func(r *approval.Record) { r.Scope = []approval.Surface{approval.Web} })
	_, files := run(t, o)
	page := files["en/stories/s-4ad2/index.html"]
	for _, want := range []string{`class="story no-print"`, "It may not be printed.", `<meta name="robots" content="noindex">`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	for _, name := range []string{"en/feed.xml", "sitemap.xml"} {
		if strings.Contains(files[name], "s-4ad2") {
			t.Errorf("%s shows what may only be on the web", name)
		}
	}
	if other := files["en/stories/s-5be3/index.html"]; strings.Contains(other, "no-print") || strings.Contains(other, "noindex") {
		t.Error("another story keeps to a scope that is not its own")
	}

	write(t, dir, "content/en/stories/s-4ad2.md", strings.Replace(told, `uses = ["training", "print"]`, "", 1))
	approve(t, o, nil)
	_, files = run(t, o)
	if !strings.Contains(files["en/stories/s-4ad2/index.html"], `class="story no-print"`) {
		t.Error("a story whose `uses` do not name print can be printed")
	}
	if strings.Contains(files["en/guides/work/index.html"], "zqword") {
		t.Error("a guide quotes a story whose `uses` do not name training")
	}
}

// TestHandles: who said yes is in nothing that is made or said.
func TestHandles(t *testing.T) {
	dir := storyteller(t)
	o := consentOptions(dir)
	approve(t, o, nil)
	write(t, dir, "content/en/plan.md", "+++\ntitle = \"Plan\"\nsummary = \"A plan.\"\n+++\n\nAsk zqhandle-7 first.\n")
	result, _ := run(t, o)
	if !slices.Contains(rules(result), "private/in-output") {
		t.Error("a handle stands on a page, and nothing says so")
	}
	for _, f := range result.Findings {
		if text := f.Message + f.Fix + f.File; strings.Contains(text, "zqhandle") || strings.Contains(text, "zqsalt") {
			t.Errorf("a finding repeats a handle: %+v", f)
		}
	}
}

// TestBrokenRecord: an approval that cannot be read blocks, wherever it is.
func TestBrokenRecord(t *testing.T) {
	dir := storyteller(t)
	o := consentOptions(dir)
	approve(t, o, nil)
	write(t, dir, ".handrail/approvals/made-up-name.toml", "state = \"revoked\nby = \"made-up-name\"")
	result, _ := run(t, o)
	if !result.Blocked(finding.Error) {
		t.Errorf("found %v", rules(result))
	}
	for _, f := range result.Findings {
		if strings.Contains(f.File+f.Message+f.Fix, "made-up-name") {
			t.Errorf("a finding repeats the name of a file: %+v", f)
		}
	}
}
