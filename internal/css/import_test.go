package css

import (
	"fmt"
	"strings"
	"testing"

	"handrail/internal/dom"
)

// Sheets that are passed over are not taken for read.
func TestImportsAreCounted(t *testing.T) {
	for name, test := range map[string]struct {
		wide, deep int
		cut        bool
	}{
		"many":     {400, 1, false},
		"too many": {600, 1, true},
		"deep":     {1, 16, false},
		"too deep": {1, 20, true},
	} {
		l := NewLibrary(func(address string) ([]byte, bool) {
			depth, at := 0, 0
			if _, err := fmt.Sscanf(strings.TrimPrefix(address, "/"), "%d-%d.css", &depth, &at); err != nil {
				return nil, false
			}
			var b strings.Builder
			for i := range test.wide {
				if depth < test.deep {
					fmt.Fprintf(&b, "@import '%d-%d.css';", depth+1, i)
				}
			}
			return []byte(b.String() + "p { color: red }"), true
		})
		doc, err := dom.Parse([]byte("<link rel=stylesheet href=0-0.css><p>x"))
		if err != nil {
			t.Fatal(err)
		}
		if s := l.Compute(doc, "", Desktop); s.Cut != test.cut || s.For(Print).Cut != test.cut {
			t.Errorf("%s: cut is %v, want %v", name, s.Cut, test.cut)
		}
	}
}
