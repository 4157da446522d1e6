package contrast

import "handrail/internal/css"

// A lens says which colour is seen on the screen where an element shows a colour
// c of opacity a: k·c·a + a·v + w. Laying c over backgrounds and fading groups
// of elements are sums of such a kind, so a lens is all that must be known of
// everything around an element (Compositing and Blending 1, 5).
type lens struct {
	k    float64
	v, w [3]float64
}

// onCanvas is the lens of what lies on the page itself.
func onCanvas(canvas css.Color) lens {
	c := [3]float64{canvas.R, canvas.G, canvas.B}
	return lens{k: 1, v: [3]float64{-c[0], -c[1], -c[2]}, w: c}
}

// inside is the lens of what lies on a background, all of it faded together.
func (l lens) inside(background css.Color, opacity float64) lens {
	b := [3]float64{background.R * background.A, background.G * background.A, background.B * background.A}
	inner := lens{k: l.k * opacity}
	for i := range b {
		inner.v[i] = opacity * (l.v[i] - background.A*l.v[i] - l.k*b[i])
		inner.w[i] = opacity*(background.A*l.v[i]+l.k*b[i]) + l.w[i]
	}
	return inner
}

// seen is the colour on the screen.
func (l lens) seen(c css.Color) css.Color {
	at := func(i int, part float64) float64 { return l.k*part*c.A + c.A*l.v[i] + l.w[i] }
	return css.Color{R: at(0, c.R), G: at(1, c.G), B: at(2, c.B), A: 1}
}

// behind is the colour on the screen where the element shows nothing.
func (l lens) behind() css.Color { return l.seen(css.Color{}) }
