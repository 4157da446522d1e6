package contrast

import (
	"strconv"
	"strings"

	"handrail/internal/check"
	"handrail/internal/css"
	"handrail/internal/dom"
)

// A place is what is known of what is behind the words of an element.
type place struct {
	lenses  []lens
	doubt   bool         // something else than backgrounds may be behind them
	picture *dom.Element // who has a picture behind them
	letters bool         // a background is seen through the letters
	under   bool         // something is laid under or over what is inside
	gone    bool         // it is closed to no height
}

// A scene is a page as one reader sees it.
type scene struct {
	view   *check.View
	styles *css.Styles
	html   *dom.Document
	places []*place // by element
	shared map[likeness]*place
	words  map[likeness]reading
	laid   map[*dom.Element]bool // elements with boxes laid over each other inside
	below  map[*dom.Element]bool // elements with boxes laid under their words
}

// A likeness is what elements have in common that look alike in all that counts
// here.
type likeness struct {
	kin    int
	around *place
	bits   uint8
}

// sceneFor returns the page as a reader sees it.
func sceneFor(p *check.OutputPass, r css.Reader) *scene {
	key := "contrast in the light"
	if r.Dark {
		key = "contrast in the dark"
	}
	return p.View.Keep(key, func() any { return newScene(p, r) }).(*scene)
}

func newScene(p *check.OutputPass, r css.Reader) *scene {
	s := &scene{view: p.View, styles: p.View.For(r), html: p.HTML, places: make([]*place, len(p.HTML.Elements)),
		shared: map[likeness]*place{}, words: map[likeness]reading{},
		laid: map[*dom.Element]bool{}, below: map[*dom.Element]bool{}}
	s.findLaid(p)
	return s
}

// at returns the place of an element, working out those around it first.
func (s *scene) at(e *dom.Element) *place {
	if known := s.places[e.Index]; known != nil {
		return known
	}
	var around *place
	if e.Parent == nil {
		around = &place{lenses: []lens{onCanvas(s.canvas())}}
	} else {
		around = s.at(e.Parent)
	}
	found := around
	if own, covered := surfaces.Get(s.styles, e), s.covered(e); e.Parent == nil || !own.plain || covered || s.laid[e] || s.below[e] || e.Namespace != dom.HTML {
		found = s.differently(e, around, covered)
	}
	s.places[e.Index] = found
	return found
}

// differently returns the place of an element that is not simply that of the one
// around it.
func (s *scene) differently(e *dom.Element, around *place, covered bool) *place {
	like := likeness{kin: s.styles.Kin(e)}
	if e.Parent != nil {
		like.around = around
	}
	for i, is := range []bool{e.Namespace == dom.HTML, s.laid[e], s.below[e], covered, s.styles.Pseudo(e, "after") != nil} {
		if is {
			like.bits |= 1 << i
		}
	}
	found := s.shared[like]
	if found == nil {
		found = s.inside(e, around)
		found.doubt = found.doubt || covered
		s.shared[like] = found
	}
	return found
}

// A surface is what the styles of an element say of what is behind its words.
type surface struct {
	plain           bool // nothing: it is as around the element
	own             paint
	opacity         float64
	contents        bool // there is no box
	closed, changed bool
	position        string
	shifted, floats bool
	moved           bool // whatever is around it
}

var surfaces = &css.Trait[surface]{Of: func(s *css.Styles, e *dom.Element) surface {
	f := surface{
		own: painted(s.Backgrounds(e)), opacity: opacity(s, e), contents: s.Value(e, "display") == "contents", closed: closed(s, e),
		changed: changed(s, e), position: s.Value(e, "position"), floats: s.Value(e, "float") != "none",
	}
	f.shifted, f.moved = shifted(s, e), moved(s, e)
	f.plain = f.own.empty() && f.opacity == 1 && !f.closed && !f.changed && !f.moved && f.position == "static" && !f.floats
	return f
}}

// inside adds to a place what an element paints.
func (s *scene) inside(e *dom.Element, around *place) *place {
	p := *around
	look := surfaces.Get(s.styles, e)
	if look.contents {
		return &p
	}
	own := s.paints(e)
	p.gone = p.gone || look.closed
	p.doubt = p.doubt || s.moved(e, look, around)
	if own.opaque() && look.opacity == 1 && around.lenses[0].k == 1 {
		p.doubt, p.picture, p.letters, p.under = false, nil, false, false
	}
	if own.picture {
		p.picture = e
	}
	p.letters = p.letters || own.letters
	p.under = p.under || s.laid[e]
	p.doubt = p.doubt || own.unknown || s.below[e] || look.changed
	if !own.empty() || look.opacity < 1 {
		p.lenses = through(around.lenses, own.colors, look.opacity)
	}
	if len(p.lenses) > maxColors {
		p.lenses, p.doubt = p.lenses[:maxColors], true
	}
	return &p
}

// through lays colours over what is around, all of it faded together. Over what
// is opaque there is no telling any more what was around.
func through(around []lens, colors []css.Color, opacity float64) []lens {
	var lenses []lens
	for _, c := range colors {
		for _, l := range around {
			lenses = append(lenses, l.inside(c, opacity))
			if c.A == 1 && opacity == 1 && l.k == 1 {
				break
			}
		}
	}
	return lenses
}

// paints is what an element has behind its words. The background of the body is
// the canvas's if the root has none (CSS Backgrounds 3, 2.11.2).
func (s *scene) paints(e *dom.Element) paint {
	own := surfaces.Get(s.styles, e).own
	switch {
	case e.Parent == nil && own.empty():
		for _, c := range e.Children {
			if c.Element.Is("body") {
				return surfaces.Get(s.styles, c.Element).own
			}
		}
	case e.Is("body") && e.Parent == s.html.Root && surfaces.Get(s.styles, e.Parent).own.empty():
		return paint{colors: []css.Color{{}}}
	}
	return own
}

func opacity(s *css.Styles, e *dom.Element) float64 {
	written := s.Value(e, "opacity")
	if written == "1" {
		return 1
	}
	n, err := strconv.ParseFloat(written, 64)
	if err != nil {
		return 1
	}
	return n
}

// canvas is the colour of an empty page.
func (s *scene) canvas() css.Color {
	scheme := strings.Fields(s.styles.Value(s.html.Root, "color-scheme"))
	dark, light := false, false
	for _, word := range scheme {
		dark = dark || word == "dark"
		light = light || word == "light"
	}
	if dark && (!light || s.styles.Reader().Dark) {
		c, _ := css.ParseColor("#121212")
		return c
	}
	return css.Color{R: 1, G: 1, B: 1, A: 1}
}

// closed says whether an element is cut to no height or width.
func closed(s *css.Styles, e *dom.Element) bool {
	for _, way := range [][3]string{{"overflow-y", "height", "max-height"}, {"overflow-x", "width", "max-width"}} {
		switch s.Value(e, way[0]) {
		case "hidden", "clip":
			if s.Value(e, way[1]) == "0px" || s.Value(e, way[2]) == "0px" {
				return true
			}
		}
	}
	return s.Value(e, "font-size") == "0px"
}
