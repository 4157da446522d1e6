package theme

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"handrail/themes"
)

// over loads the built-in theme with settings, and maybe assets, over it. Each
// problem comes back as its place, rule, message and fix.
func over(t testing.TB, toml string, assets ...string) (*Theme, []string) {
	t.Helper()
	layer, err := fs.Sub(themes.FS, "plain")
	if err != nil {
		t.Fatal(err)
	}
	own := fstest.MapFS{"theme.toml": {Data: []byte(toml)}}
	for i := 0; i+1 < len(assets); i += 2 {
		own["assets/"+assets[i]] = &fstest.MapFile{Data: []byte(assets[i+1])}
	}
	th, problems, err := Load("plain", Layers{{FS: own, Path: "themes/plain"}, {FS: layer, Path: "themes/plain"}})
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, p := range problems {
		if p.At.Path != "themes/plain/theme.toml" || p.At.Line == 0 {
			t.Errorf("a problem without a place: %+v", p)
		}
		lines = append(lines, fmt.Sprintf("%d:%d %s: %s\n%s", p.At.Line, p.At.Col, p.Rule, p.Message, p.Fix))
	}
	return th, lines
}

// TestWeight keeps the style sheet, with what settings add, light enough for a
// slow telephone.
func TestWeight(t *testing.T) {
	if n := len(plain(t).Assets["style.css"]); n > 15<<10 {
		t.Errorf("the style sheet has %d bytes", n)
	}
}

// TestSettingsProblems has a piece of what is said for everything that can be
// written wrong.
func TestSettingsProblems(t *testing.T) {
	for name, c := range map[string]struct {
		toml string
		want []string // nothing, or: a piece of each problem
	}{
		"nothing":           {"", nil},
		"comment":           {"# ours\n", nil},
		"values":            {"scale = \"large\"\ntext_font = \"sans\"\ncolors.light.link = \"navy\"\ncolors.dark = {rail = \"oklch(60% 0.1 250)\"}\n", nil},
		"broken":            {"scale = \"large\n", []string{"1:9 theme/settings: the quote"}},
		"unknown key":       {"scales = \"large\"\n", []string{"1:1 theme/settings: `scales` is not a known key; did you mean `scale`?"}},
		"unknown scheme":    {"[colors.drak]\nink = \"#fff\"\n", []string{"`colors.drak` is not a known key; did you mean `colors.dark`?"}},
		"role at the top":   {"[colors]\nink = \"#000\"\n", []string{"`colors.ink` is not a known key"}},
		"unknown role":      {"[colors.light]\nimk = \"#000\"\n", []string{"2:1 theme/settings: `colors.light.imk` is not a colour of this theme; did you mean `ink`?"}},
		"strange role":      {"[colors.light]\n\"}body{display:none\" = \"#000\"\n", []string{"is not a colour of this theme"}},
		"not a colour":      {"[colors.light]\nink = \"dark blu\"\n", []string{"2:7 theme/settings: `colors.light.ink` is not a colour: \"dark blu\""}},
		"a rule":            {"[colors.light]\nink = \"#000;}body{display:none\"\n", []string{"is not a colour"}},
		"a number":          {"[colors.light]\nink = 0\n", []string{"2:7 theme/settings: `colors.light.ink` is not a colour"}},
		"see-through":       {"[colors.dark]\nsun = \"#00000080\"\n", []string{"2:7 theme/settings: `colors.dark.sun` lets shine through"}},
		"colours as a list": {"colors.light = [\"#000\"]\n", []string{"theme/settings: `colors.light` needs keys of its own"}},
		"wrong scale":       {"scale = \"lrge\"\n", []string{"1:9 theme/settings: `scale` is none of \"small\", \"normal\", \"large\"; did you mean \"large\"?"}},
		"scale of a number": {"scale = 2\n", []string{"`scale` is none of"}},
		"wrong font":        {"text_font = \"Comic Sans\"\n", []string{"1:13 theme/settings: `text_font` is none of \"serif\", \"sans\""}},
		"no logo":           {"logo = \"mark.svg\"\n", []string{"1:8 theme/settings: the theme has no file assets/mark.svg\nPut an SVG or PNG file into themes/plain/assets"}},
		"logo elsewhere":    {"logo = \"../../content/en/mark.svg\"\n", []string{"the theme has no file"}},
		"logo of a kind":    {"logo = \"style.css\"\n", []string{"is neither an SVG nor a PNG file"}},
		"logo of a number":  {"logo = 1\n", []string{"1:8 theme/settings: `logo` is not the name of a file"}},
		"pair without":      {"[[pair]]\ntext = \"ink\"\nleast = 3\n", []string{"`pair.on` is missing"}},
		"impossible pair":   {"[[pair]]\ntext = \"ink\"\non = \"sun\"\nleast = 22\n", []string{"a contrast of 22 is not possible"}},
		"strange pair":      {"[[pair]]\ntext = \"ink}\"\non = \"sun\"\nleast = 2\n", []string{"\"ink}\" cannot be the name of a colour"}},
		"pair of nothing":   {"[[pair]]\ntext = \"moss\"\non = \"sun\"\nleast = 2\n", []string{"1:1 theme/settings: `colors.light` has no colour called `moss`", "`colors.dark` has no colour called `moss`"}},
		"a role of its own": {"[colors]\nlight = {moss = \"#222\"}\ndark = {moss = \"#eee\"}\n[[pair]]\ntext = \"moss\"\non = \"sun\"\nleast = 4.5\n", nil},
		"a weaker pair":     {"[colors.light]\nink = \"#555\"\n[[pair]]\ntext = \"ink\"\non = \"sunk\"\nleast = 1\n", []string{"`ink` (#555555) on `paper`", "`ink` (#555555) on `sunk` (#f5ebdb) has a contrast of 6.31:1, and needs 7:1", "`ink` (#555555) on `mint`", "`ink` (#555555) on `sky`", "`ink` (#555555) on `sun`"}},
	} {
		t.Run(name, func(t *testing.T) {
			_, got := over(t, c.toml)
			if len(got) != len(c.want) {
				t.Fatalf("%d problems, want %d:\n%s", len(got), len(c.want), strings.Join(got, "\n"))
			}
			for i, want := range c.want {
				if !strings.Contains(got[i], want) {
					t.Errorf("problem %d is\n%s\nwant\n%s", i, got[i], want)
				}
			}
		})
	}
}

// TestPrelude reads what the settings make of the style sheet.
func TestPrelude(t *testing.T) {
	th, problems := over(t, "scale = \"large\"\ntext_font = \"sans\"\n[colors.light]\nlink = \"navy\"\n[colors.dark]\nlink = \"rgb(200 210 255)\"\n")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	sheet := string(th.Assets["style.css"])
	light, rest, ok := strings.Cut(sheet, "@media (prefers-color-scheme:dark)")
	if !ok {
		t.Fatal("nothing for the dark")
	}
	dark, rest, _ := strings.Cut(rest, "}}")
	for _, want := range []string{"--scale:112.5%", "--link:#000080", "--paper:#fbf6ee", ":root,[lang]{--text:var(--sans)}"} {
		if !strings.Contains(light, want) {
			t.Errorf("no %s in\n%s", want, light)
		}
	}
	for want, has := range map[string]bool{"--link:#c8d2ff": true, "--paper:#1e1c25": true, "--rail": false /* the same in both */} {
		if strings.Contains(dark, want) != has {
			t.Errorf("%s in the dark: %v, want %v", want, !has, has)
		}
	}
	for _, want := range []string{"font-size:var(--scale)", "font-family:var(--text)", "@media print"} {
		if !strings.Contains(rest, want) {
			t.Errorf("the style sheet has no %s", want)
		}
	}
}

// TestRolesAreUsed keeps theme.toml and style.css of one mind: every colour is
// used, and none is used that nobody can set.
func TestRolesAreUsed(t *testing.T) {
	layer, err := fs.Sub(themes.FS, "plain")
	if err != nil {
		t.Fatal(err)
	}
	s, err := readSettings("plain", Layers{{FS: layer, Path: "themes/plain"}})
	if err != nil || len(s.problems) > 0 {
		t.Fatal(err, s.problems)
	}
	sheet, err := fs.ReadFile(layer, "assets/style.css")
	if err != nil {
		t.Fatal(err)
	}
	defined := map[string]bool{"scale": true, "text": true}
	for _, role := range s.roles() {
		defined[role] = true
		if !bytes.Contains(sheet, []byte("var(--"+role+")")) {
			t.Errorf("nothing uses the colour %s", role)
		}
	}
	for _, part := range strings.Split(string(sheet), "--")[1:] {
		if name, _, ok := strings.Cut(part, ":"); ok && roleName.MatchString(name) {
			defined[name] = true
		}
	}
	for _, part := range strings.Split(string(sheet), "var(--")[1:] {
		if name, _, _ := strings.Cut(part, ")"); !defined[name] {
			t.Errorf("the style sheet uses --%s, which nothing sets", name)
		}
	}
}

const wordmark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40" onload="alert(1)"><metadata>Wren</metadata><script>1</script><path d="M0 0h120v40z"/></svg>`

func TestLogo(t *testing.T) {
	th, problems := over(t, "logo = \"mark.svg\"\n", "mark.svg", wordmark)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if th.logo == nil || *th.logo != (Logo{"mark.svg", 120, 40}) {
		t.Errorf("the logo is %+v", th.logo)
	}
	if got := string(th.Assets["mark.svg"]); strings.Contains(got, "script") || strings.Contains(got, "onload") || strings.Contains(got, "Wren") || !strings.Contains(got, "M0 0h120v40z") {
		t.Errorf("the logo was published as %s", got)
	}

	var large bytes.Buffer
	if err := png.Encode(&large, image.NewNRGBA(image.Rect(0, 0, 1800, 300))); err != nil {
		t.Fatal(err)
	}
	th, problems = over(t, "logo = \"brand/mark.PNG\"\n", "brand/mark.PNG", large.String())
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if th.logo == nil || *th.logo != (Logo{"brand/mark.png", 600, 100}) {
		t.Fatalf("the logo is %+v", th.logo)
	}
	if config, err := png.DecodeConfig(bytes.NewReader(th.Assets["brand/mark.png"])); err != nil || config.Width != 600 {
		t.Errorf("the file has %d pixels across: %v", config.Width, err)
	}
	if th.Assets["brand/mark.PNG"] != nil {
		t.Error("the file is published as it came, too")
	}

	for file, content := range map[string]string{"mark.svg": "<svg", "mark.png": "GIF89a", "empty.png": ""} {
		th, problems := over(t, "logo = \""+file+"\"\n", file, content)
		if len(problems) != 1 || !strings.Contains(problems[0], "theme/settings: the logo \""+file+"\" cannot be used") || th.logo != nil {
			t.Errorf("%s: %v", file, problems)
		}
	}
}
