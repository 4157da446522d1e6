package css

import (
	"math"
	"strings"
)

// mix reads color-mix(in SPACE [shorter hue], a [p%], b [q%]) (CSS Color 5, 3).
func (p *palette) mix(args []token) (Color, bool) {
	parts := split(args, ',')
	space, way := "oklab", "shorter"
	if len(parts) == 3 {
		in := words(parts[0])
		if len(in) < 2 || !in[0].word("in") {
			return Color{}, false
		}
		space = lower(in[1].text)
		switch len(in) {
		case 2:
		case 4:
			way = lower(in[2].text)
		default:
			return Color{}, false
		}
		parts = parts[1:]
	}
	if space == "xyz" {
		space = "xyz-d65"
	}
	if len(parts) != 2 || !rgbSpaces[space] && !mixSpaces[space] {
		return Color{}, false
	}
	a, pa, hasA, ok := p.weighed(parts[0])
	if !ok {
		return Color{}, false
	}
	b, pb, hasB, ok := p.weighed(parts[1])
	if !ok {
		return Color{}, false
	}
	switch {
	case !hasA && !hasB:
		pa, pb = 0.5, 0.5
	case !hasA:
		pa = 1 - pb
	case !hasB:
		pb = 1 - pa
	}
	if pa+pb == 0 {
		return Color{}, false
	}
	fade := min(pa+pb, 1)
	mixed := interpolate(a.to(space), b.to(space), pb/(pa+pb), way)
	mixed.alpha *= fade
	return mixed.color(), true
}

var mixSpaces = set("lab oklab xyz-d50 xyz-d65 hsl hwb lch oklch")

// weighed reads a colour and its share.
func (p *palette) weighed(all []token) (s shade, share float64, has, ok bool) {
	list := pieces(all)
	for i, one := range list {
		if isPercent(one) || len(list) == 2 && strings.HasPrefix(one[0].call(), "calc") {
			n, ok := (&measure{}).eval(one)
			if !ok || has || n.percent < 0 || n.percent > 100 {
				return s, 0, false, false
			}
			share, has = n.percent/100, true
			list = append(list[:i:i], list[i+1:]...)
			break
		}
	}
	if len(list) != 1 {
		return s, 0, false, false
	}
	if notation := list[0][0].call(); notation != "" {
		if _, known := notations[notation]; known || notation == "color" {
			args, _ := inside(list[0], 0)
			s, ok = p.shadeOf(notation, args)
			return s, share, has, ok
		}
	}
	c, ok := p.parse(list[0])
	return c.shade(), share, has, ok
}

// hueAt says which part of a space is an angle, -1 for none.
func hueAt(space string) int {
	switch space {
	case "hsl", "hwb":
		return 0
	case "lch", "oklch":
		return 2
	}
	return -1
}

// interpolate mixes with alpha premultiplied, hues the given way round.
func interpolate(a, b shade, t float64, way string) shade {
	hue := hueAt(a.space)
	if hue >= 0 {
		a.powerless()
		b.powerless()
	}
	for i := range a.parts {
		if a.missing[i] {
			a.parts[i] = b.parts[i]
		} else if b.missing[i] {
			b.parts[i] = a.parts[i]
		}
	}
	if a.missing[3] {
		a.alpha = b.alpha
	} else if b.missing[3] {
		b.alpha = a.alpha
	}
	made := shade{space: a.space, alpha: a.alpha*(1-t) + b.alpha*t}
	for i := range a.parts {
		if i == hue {
			made.parts[i] = mixHue(a.parts[i], b.parts[i], t, way)
			continue
		}
		made.parts[i] = a.parts[i]*a.alpha*(1-t) + b.parts[i]*b.alpha*t
		if made.alpha != 0 {
			made.parts[i] /= made.alpha
		}
	}
	return made
}

// powerless marks the hue of a grey as missing, since it would be arbitrary.
func (s *shade) powerless() {
	switch s.space {
	case "hsl":
		s.missing[0] = s.missing[0] || s.parts[1] < 1e-5
	case "hwb":
		s.missing[0] = s.missing[0] || s.parts[1]+s.parts[2] > 1-1e-5
	case "lch":
		s.missing[2] = s.missing[2] || s.parts[1] < 0.0015
	case "oklch":
		s.missing[2] = s.missing[2] || s.parts[1] < 4e-6*10
	}
}

func mixHue(a, b, t float64, way string) float64 {
	d := b - a
	switch {
	case way == "longer" && d > 0 && d < 180:
		d -= 360
	case way == "longer" && d > -180 && d <= 0:
		d += 360
	case way == "increasing" && d < 0:
		d += 360
	case way == "decreasing" && d > 0:
		d -= 360
	case way == "shorter" && d > 180:
		d -= 360
	case way == "shorter" && d < -180:
		d += 360
	}
	return math.Mod(a+d*t+720, 360)
}
