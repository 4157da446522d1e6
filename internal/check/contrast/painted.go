package contrast

import "handrail/internal/css"

// A paint is all that a box shows behind its words.
type paint struct {
	colors  []css.Color // any of which may be behind a letter
	picture bool        // a picture is there too
	letters bool        // a background is seen through the letters only
	unknown bool        // some colour could not be worked out
}

// maxColors bounds how many colours are followed.
const maxColors = 48

// painted reads the layers of a background, the uppermost first.
func painted(layers []css.Layer) paint {
	last := layers[len(layers)-1]
	p := paint{colors: []css.Color{last.Color}, unknown: !last.HasColor}
	if last.Clipped && last.Color.A > 0 {
		p.letters, p.colors[0] = true, css.Color{}
	}
	for i := len(layers) - 2; i >= 0; i-- {
		layer := layers[i]
		switch {
		case layer.Clipped:
			p.letters = true
		case layer.Kind == css.Gradient && layer.Known:
			p.lay(mixtures(layer.Stops), layer.Whole)
		case layer.Kind == css.Gradient:
			p.unknown = true
		case layer.Kind != css.NoImage:
			p.picture = true
		}
	}
	return p
}

// lay puts a gradient over what is there.
func (p *paint) lay(stops []css.Color, whole bool) {
	var over []css.Color
	for _, below := range p.colors {
		for _, stop := range stops {
			over = append(over, stop.Over(below))
		}
	}
	if !whole {
		over = append(over, p.colors...)
	}
	if len(over) > maxColors {
		p.unknown, over = true, over[:maxColors]
	}
	p.colors = over
}

// mixtures adds the colours between the stops of a gradient: those between red
// and cyan are darker than both.
func mixtures(stops []css.Color) []css.Color {
	all := stops[:min(len(stops), maxColors)]
	if len(stops) > maxColors/4 {
		return all
	}
	all = all[:len(all):len(all)]
	for i := 1; i < len(stops); i++ {
		a, b := stops[i-1], stops[i]
		for _, t := range []float64{.25, .5, .75} {
			alpha := a.A + t*(b.A-a.A)
			if alpha == 0 {
				continue
			}
			mix := func(from, to float64) float64 { return (from*a.A*(1-t) + to*b.A*t) / alpha }
			all = append(all, css.Color{R: mix(a.R, b.R), G: mix(a.G, b.G), B: mix(a.B, b.B), A: alpha})
		}
	}
	return all
}

// opaque says whether nothing shines through.
func (p paint) opaque() bool {
	for _, c := range p.colors {
		if c.A < 1 {
			return false
		}
	}
	return !p.unknown
}

// empty says whether nothing is painted.
func (p paint) empty() bool {
	return len(p.colors) == 1 && p.colors[0].A == 0 && !p.picture && !p.letters && !p.unknown
}
