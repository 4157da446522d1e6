package css

import (
	"strings"

	"handrail/internal/dom"

	lex "github.com/tdewolff/parse/v2/css"
)

// An ImageKind says what a background image is made of.
type ImageKind uint8

const (
	NoImage  ImageKind = iota
	URL                // a picture; what colours it has is not known here
	Gradient           // between Stops
	Other              // element(), paint() and what else there may be
)

// A Layer is one background image, or the colour below them all.
type Layer struct {
	// Color is the background colour; only the last layer has one.
	Color    Color
	HasColor bool
	Kind     ImageKind
	// Address is that of a picture, as written.
	Address string
	// Stops are the colours of a gradient: all it shows lies between them.
	Stops []Color
	// Known is false where a stop could not be worked out.
	Known bool
	// Clipped says that it is only painted behind the letters
	// (background-clip: text).
	Clipped bool
	// Whole says that an image, as far as is declared, covers all of the
	// element: it repeats both ways or is sized to cover.
	Whole bool
}

// Backgrounds returns the layers behind e, the uppermost first. The last one
// has the colour; it is always there.
func (s *Styles) Backgrounds(e *dom.Element) []Layer { return subject{s, e, nil}.backgrounds() }

func (x subject) backgrounds() []Layer {
	if clip := x.value(propertyNames["background-clip"]); x.value(pImages) == "none" && !strings.Contains(clip, ",") {
		only := Layer{Whole: true, Clipped: clip == "text" || x.value(propertyNames["-webkit-background-clip"]) == "text"}
		only.Color, only.HasColor = x.color("background-color")
		only.Known = only.HasColor
		return []Layer{only}
	}
	var layers []Layer
	clips := split(tokens(x.value(propertyNames["background-clip"])), ',')
	repeats := split(tokens(x.value(propertyNames["background-repeat"])), ',')
	sizes := split(tokens(x.value(propertyNames["background-size"])), ',')
	clipped := func(i int) bool {
		return text(clips[i%len(clips)]) == "text" || x.value(propertyNames["-webkit-background-clip"]) == "text"
	}
	of := x.palette(pImages)
	images := split(tokens(x.value(pImages)), ',')
	for i, image := range images {
		layer := of.image(image)
		layer.Clipped = clipped(i)
		repeat, size := text(repeats[i%len(repeats)]), text(sizes[i%len(sizes)])
		layer.Whole = repeat == "repeat" || size == "cover" || size == "100% 100%" ||
			layer.Kind == Gradient && strings.HasPrefix(size, "auto")
		if layer.Kind != NoImage {
			layers = append(layers, layer)
		}
	}
	last := Layer{Clipped: clipped(len(images) - 1), Whole: true}
	last.Color, last.HasColor = x.color("background-color")
	last.Known = last.HasColor
	return append(layers, last)
}

// image reads one image.
func (p *palette) image(all []token) Layer {
	if len(all) == 0 || all[0].word("none") {
		return Layer{Known: true}
	}
	if all[0].kind == lex.URLToken {
		return Layer{Kind: URL, Address: all[0].value()}
	}
	name := all[0].call()
	args, _ := inside(all, 0)
	switch {
	case strings.HasSuffix(name, "gradient"):
		stops, ok := p.stops(args)
		return Layer{Kind: Gradient, Stops: stops, Known: ok}
	case name == "image-set" || name == "-webkit-image-set" || name == "image" || name == "cross-fade" || name == "src":
		for _, t := range args {
			if t.kind == quoted || t.kind == lex.URLToken {
				return Layer{Kind: URL, Address: t.value()}
			}
		}
	}
	return Layer{Kind: Other}
}

// stops collects the colours of a gradient. Between two in another space than
// sRGB others may lie; their mixtures are added.
func (p *palette) stops(args []token) ([]Color, bool) {
	var found []Color
	known := true
	space := ""
	for i, part := range split(args, ',') {
		color, has := false, false
		for j, one := range pieces(part) {
			if i == 0 && one[0].word("in") {
				if rest := pieces(part)[j+1:]; len(rest) > 0 {
					space = lower(text(rest[0]))
				}
			}
			if call := one[0].call(); call == "from" || call == "to" || call == "color-stop" { // the old -webkit-gradient()
				args, _ := inside(one, 0)
				inner := split(args, ',')
				one = inner[len(inner)-1]
			}
			if len(one) == 0 {
				continue
			}
			if c, ok := p.parse(one); ok {
				found = append(found, c)
				has, color = true, true
			} else if validColor(one) || one[0].kind == function && notations[one[0].call()].space != "" {
				color = true
			}
		}
		known = known && (has || !color)
	}
	if space != "" && space != "srgb" && (rgbSpaces[space] || mixSpaces[space]) {
		for i, n := 1, len(found); i < n && n < 200; i++ {
			for t := 1; t < 8; t++ {
				found = append(found, interpolate(found[i-1].shade().to(space), found[i].shade().to(space), float64(t)/8, "shorter").color())
			}
		}
	}
	return found, known && len(found) > 0
}

func validImages(value []token) bool {
	for _, part := range split(value, ',') {
		if len(part) == 0 || !isImage(part) {
			return false
		}
	}
	return true
}

func isImage(part []token) bool {
	if part[0].word("none") && len(part) == 1 || part[0].kind == lex.URLToken && len(part) == 1 {
		return true
	}
	name := part[0].call()
	args, after := inside(part, 0)
	switch {
	case name == "" || after != len(part):
		return false
	case strings.HasSuffix(name, "gradient"):
		return len(split(args, ',')) > 1
	}
	return set("image-set -webkit-image-set image cross-fade -webkit-cross-fade element paint src")[name]
}

// expandBackground splits background, layer by layer; the last has the colour.
func expandBackground(value []token) (map[property]string, bool) {
	lists := map[string][]string{}
	color := ""
	layers := split(value, ',')
	for i, layer := range layers {
		one, ok := backgroundLayer(layer)
		if !ok || one["color"] != "" && i < len(layers)-1 {
			return nil, false
		}
		color = one["color"]
		for _, p := range shorthands["background"] {
			short := strings.TrimPrefix(properties[p].name, "background-")
			v := one[short]
			if v == "" {
				v = properties[p].initial
			}
			lists[short] = append(lists[short], v)
		}
	}
	values := map[property]string{}
	for _, p := range shorthands["background"] {
		values[p] = strings.Join(lists[strings.TrimPrefix(properties[p].name, "background-")], ", ")
	}
	values[pBackground] = color
	return values, true
}

var (
	repeatWords   = set("repeat repeat-x repeat-y no-repeat space round")
	positionWords = set("left right top bottom center")
	boxWords      = set("border-box padding-box content-box text")
)

// backgroundLayer reads one layer; keys are the ends of the longhands' names.
func backgroundLayer(layer []token) (map[string]string, bool) {
	one := map[string]string{}
	size := false
	add := func(key, word string) {
		one[key] = strings.TrimSpace(one[key] + " " + word)
	}
	parts := pieces(layer)
	for _, part := range parts {
		t := part[0]
		word := lower(text(part))
		_, isAmount := probe(part)
		switch {
		case t.is('/'):
			size = true
		case size && (isAmount || word == "auto" || word == "cover" || word == "contain"):
			add("size", word)
		case isImage(part) && one["image"] == "":
			one["image"] = text(part)
		case repeatWords[word]:
			add("repeat", word)
		case word == "scroll" || word == "fixed" || word == "local":
			one["attachment"] = word
		case boxWords[word] && one["origin"] != "":
			one["clip"] = word
		case boxWords[word]:
			one["origin"], one["clip"] = word, word
		case isAmount || positionWords[word]:
			key := "position-x"
			if word == "top" || word == "bottom" || one[key] != "" && word != "left" && word != "right" {
				key = "position-y"
			}
			add(key, word)
		case validColor(part) && one["color"] == "":
			one["color"] = lower(text(part))
		default:
			return nil, false
		}
	}
	return one, len(parts) > 0
}

// expandPosition splits background-position; only the sides are told apart.
func expandPosition(value []token) (map[property]string, bool) {
	x, y := propertyNames["background-position-x"], propertyNames["background-position-y"]
	values := map[property]string{x: "center", y: "center"}
	for i, part := range pieces(value) {
		word := lower(text(part))
		if i == 0 && word != "top" && word != "bottom" || word == "left" || word == "right" {
			values[x] = word
		} else {
			values[y] = word
		}
	}
	return values, true
}
