package leak

import "testing"

func TestSpells(t *testing.T) {
	for _, c := range []struct {
		value, text string
		want        bool
	}{
		{"Quillfeather Lane 12", "there is no page at “Quillfeather-Lane-12.md”", true},
		{"Quillfeather Lane 12", "en/quillfeather_lane-12/index.html", true},
		{"Quillfeather Lane 12", "quillfeather%2Dlane%2012", true},
		{"Quillfeather Lane 12", "quillfeather-lane-120.md", false},
		{"Quillfeather Lane 12", "quillfeather-lane.md", false},
		{"Renée Made", "renée-made.jpg", true},
		{"wren-3", "Wren_3.md", true},
		{"Wren", "wren.md", true},
		{"Wren", "wrench.md", false},
		{"p-3", "step 3, p. 3", false}, // too short
		{"مريم سالم", "مريم-سالم.md", true},
		{"", "anything", false},
	} {
		if got := len(scanner(c.value).Spells(c.text)) > 0; got != c.want {
			t.Errorf("%q in %q: %v, want %v", c.value, c.text, got, c.want)
		}
	}
}
