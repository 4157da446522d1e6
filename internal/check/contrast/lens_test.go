package contrast

import (
	"math"
	"testing"

	"handrail/internal/css"
)

// A group that is faded shows the same as its words and its background, laid on
// each other first and faded then.
func TestLens(t *testing.T) {
	white := css.Color{R: 1, G: 1, B: 1, A: 1}
	for _, test := range []struct {
		words, background string
		opacity           float64
	}{
		{"#000", "#fff", 1}, {"#000", "#fff", .3}, {"rgb(0 0 0 / 40%)", "rgb(255 0 0 / 50%)", .5}, {"#fff", "transparent", .2},
	} {
		words, _ := css.ParseColor(test.words)
		background, _ := css.ParseColor(test.background)
		group := words.Over(background)
		group.A *= test.opacity
		want := group.Over(white)
		got := onCanvas(white).inside(background, test.opacity).seen(words)
		if math.Abs(got.R-want.R)+math.Abs(got.G-want.G)+math.Abs(got.B-want.B) > 1e-9 {
			t.Errorf("%v: %v is seen, wanted %v", test, got, want)
		}
	}
}
