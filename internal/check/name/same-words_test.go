package name

import "testing"

func TestCompare(t *testing.T) {
	tests := []struct {
		label, name string
		want        verdict
	}{
		{"Next", "Next page", contained},
		{"next  PAGE …", "Next page", contained},
		{"Search (YYYY)", "search", contained},
		{"x", "Close", contained},
		{"", "Close", contained},
		{"Ｆｕｌｌ", "full", contained},
		{"検索", "検索する", contained},
		{"B", "Bold", unclear},
		{"co-operate", "cooperate", unclear},
		{"University Ave.", "University Avenue", unclear},
		{"Nov 9", "November 9", unclear},
		{"a11y", "accessibility", unclear},
		{"U.S.", "US", unclear},
		{"WAI", "Web Accessibility Initiative", unclear},
		{"Discover It", "Discover Italy", differs},
		{"2 0 2 3", "two zero two three", differs},
		{"11", "1 1", differs},
		{"justice", "just ice", differs},
		{"ACT rules", "WCAG", differs},
		{"Download specification", "Download the specification", differs},
	}
	for _, test := range tests {
		if got := compare(test.label, test.name); got != test.want {
			t.Errorf("%q in %q: %d, want %d", test.label, test.name, got, test.want)
		}
	}
}
