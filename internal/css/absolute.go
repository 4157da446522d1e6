package css

import (
	"strconv"
	"strings"

	"handrail/internal/dom"
)

var (
	pColor        = propertyNames["color"]
	pFontSize     = propertyNames["font-size"]
	pFontWeight   = propertyNames["font-weight"]
	pLineHeight   = propertyNames["line-height"]
	pDisplay      = propertyNames["display"]
	pPosition     = propertyNames["position"]
	pFloat        = propertyNames["float"]
	pVisibility   = propertyNames["visibility"]
	pContentVis   = propertyNames["content-visibility"]
	pColorScheme  = propertyNames["color-scheme"]
	pContent      = propertyNames["content"]
	pQuotes       = propertyNames["quotes"]
	pForcedAdjust = propertyNames["forced-color-adjust"]
	pListType     = propertyNames["list-style-type"]
	pListImage    = propertyNames["list-style-image"]
	pOverflowX    = propertyNames["overflow-x"]
	pOverflowY    = propertyNames["overflow-y"]
	pReset        = propertyNames["counter-reset"]
	pIncrement    = propertyNames["counter-increment"]
	pSet          = propertyNames["counter-set"]
	pBackground   = propertyNames["background-color"]
	pImages       = propertyNames["background-image"]
)

// absolute turns a specified value into the computed one.
func (x subject) absolute(p property, value string) string {
	d := &properties[p]
	if p == pDisplay {
		return x.display(value)
	}
	if p == pFontSize {
		return x.fontSize(value)
	}
	if d.keywords[value] && d.kind != kindWidth && d.kind != kindFontWeight {
		return x.keyword(p, value)
	}
	switch d.kind {
	case kindColor:
		return x.computedColor(p, value)
	case kindAlpha:
		if one, ok := x.measure(p).eval(tokens(value)); ok {
			return decimal(min(max(one.px+one.percent/100, 0), 1))
		}
	case kindFontWeight:
		return x.fontWeight(value)
	case kindWidth:
		return x.width(p, value)
	case kindLineHeight:
		one, ok := x.measure(p).eval(tokens(value))
		switch {
		case !ok:
		case one.unit == plain:
			return decimal(one.px)
		default:
			return px(one.px + one.percent/100*x.em())
		}
	case kindLength, kindLengthPercent, kindPositive:
		if one, ok := x.measure(p).eval(tokens(value)); ok {
			if d.kind == kindPositive {
				one.px, one.percent = max(one.px, 0), max(one.percent, 0)
			}
			switch {
			case one.percent == 0 && !strings.Contains(value, "%"):
				return px(one.px)
			case one.px == 0:
				return decimal(one.percent) + "%"
			}
		}
	}
	return value
}

// keyword resolves the few keywords that depend on something else.
func (x subject) keyword(p property, value string) string {
	switch {
	case (p == pOverflowX || p == pOverflowY) && (value == "visible" || value == "clip"):
		beside := pOverflowX + pOverflowY - p
		if y := x.specified(beside); y == "hidden" || y == "scroll" || y == "auto" {
			return map[string]string{"visible": "auto", "clip": "hidden"}[value]
		}
	case value == "overlay":
		return "auto"
	case p == pColor && value == "currentcolor":
		return x.computedColor(p, value)
	}
	return value
}

func decimal(n float64) string {
	if n == 0 {
		return "0"
	}
	s := strconv.FormatFloat(n, 'f', 4, 64)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

func px(n float64) string { return decimal(n) + "px" }

// measure returns what lengths of x are relative to. In font-size itself, em is
// the parent's.
func (x subject) measure(p property) *measure {
	return &measure{em: x.em(), rem: x.rem(), reader: x.s.reader, line: x.lineFor(p), rootLine: x.rem() * 1.2}
}

func (x subject) em() float64 {
	n, _ := parseNumber(strings.TrimSuffix(x.value(pFontSize), "px"))
	return n
}

func (x subject) rem() float64 {
	return subject{x.s.rootStyles(), x.s.doc.Root, nil}.em()
}

// rootStyles returns the styles of the root, which is around all that is asked about.
func (s *Styles) rootStyles() *Styles { return s.around() }

// lineFor returns what lh is; in font properties it would lead in a circle.
func (x subject) lineFor(p property) float64 {
	if p == pLineHeight || p == pFontSize {
		return 1.2 * 16
	}
	value := x.value(pLineHeight)
	if n, ok := parseNumber(value); ok {
		return n * x.em()
	}
	if n, ok := parseNumber(strings.TrimSuffix(value, "px")); ok {
		return n
	}
	return 1.2 * x.em()
}

var fontSizes = map[string]float64{"xx-small": 9, "x-small": 10, "small": 13, "medium": 16, "large": 18, "x-large": 24,
	"xx-large": 32, "xxx-large": 48}

func (x subject) fontSize(value string) string {
	if n, known := fontSizes[value]; known {
		return px(n)
	}
	parent := 16.0
	root := 16.0
	up, has := x.parent()
	if has {
		parent, root = up.em(), x.rem()
	}
	switch value {
	case "larger":
		return px(parent * 1.2)
	case "smaller":
		return px(parent / 1.2)
	case "math":
		return px(parent)
	}
	m := &measure{em: parent, rem: root, line: 1.2 * parent, rootLine: 1.2 * root, reader: x.s.reader}
	one, ok := m.eval(tokens(value))
	if !ok {
		return px(parent)
	}
	return px(max(one.px+one.percent/100*parent, 0))
}

func (x subject) fontWeight(value string) string {
	parent := 400.0
	if up, has := x.parent(); has {
		parent, _ = parseNumber(up.value(pFontWeight))
	}
	switch value {
	case "normal":
		return "400"
	case "bold":
		return "700"
	case "bolder":
		switch {
		case parent < 350:
			return "400"
		case parent < 550:
			return "700"
		}
		return decimal(max(parent, 900))
	case "lighter":
		switch {
		case parent < 100:
			return decimal(parent)
		case parent < 550:
			return "100"
		case parent < 750:
			return "400"
		}
		return "700"
	}
	if one, ok := probe(tokens(value)); ok {
		return decimal(one.px)
	}
	return "400"
}

// width works out that of a border or outline: nought where none is drawn.
func (x subject) width(p property, value string) string {
	style := strings.TrimSuffix(properties[p].name, "width") + "style"
	if drawn := x.value(propertyNames[style]); drawn == "none" || drawn == "hidden" {
		return "0px"
	}
	switch value {
	case "thin":
		return "1px"
	case "medium":
		return "3px"
	case "thick":
		return "5px"
	}
	one, ok := x.measure(p).eval(tokens(value))
	if !ok {
		return value
	}
	return px(max(one.px, 0))
}

var blockified = map[string]string{"inline": "block", "inline-block": "block", "inline-flex": "flex", "inline-grid": "grid",
	"inline-table": "table", "-webkit-inline-box": "-webkit-box", "-webkit-inline-flex": "flex", "inline list-item": "list-item",
	"table-cell": "block", "table-row": "block", "table-row-group": "block", "table-header-group": "block",
	"table-footer-group": "block", "table-column": "block", "table-column-group": "block", "table-caption": "block",
	"ruby": "block", "ruby-text": "block", "ruby-base": "block"}

// display makes blocks of what floats, is taken out of the flow, or is laid out
// by a flex box or grid (CSS Display 3, 2.7).
func (x subject) display(value string) string {
	switch value {
	case "-webkit-flex":
		value = "flex"
	case "-webkit-inline-flex":
		value = "inline-flex"
	}
	block, is := blockified[value]
	if !is {
		return value
	}
	if x.pseudo == nil && x.e.Parent == nil {
		return block
	}
	if position := x.value(pPosition); position == "absolute" || position == "fixed" || x.value(pFloat) != "none" {
		return block
	}
	up, has := x.parent()
	for has && up.value(pDisplay) == "contents" {
		up, has = up.parent()
	}
	if has {
		switch up.value(pDisplay) {
		case "flex", "inline-flex", "grid", "inline-grid":
			return block
		}
	}
	return value
}

// Length returns a computed length in CSS pixels, if it can be said without
// layout. A line-height that is a number is multiplied by the font size; its
// percentages and those of font-size are resolved, others are not.
func (s *Styles) Length(e *dom.Element, name string) (float64, bool) {
	return subject{s, e, nil}.length(name)
}

func (x subject) length(name string) (float64, bool) {
	p, known := propertyNames[name]
	if !known {
		return 0, false
	}
	value := x.value(p)
	if p == pLineHeight {
		if n, ok := parseNumber(value); ok {
			return n * x.em(), true
		}
	}
	if value == "normal" && (name == "letter-spacing" || name == "word-spacing") {
		return 0, true
	}
	if n, ok := strings.CutSuffix(value, "px"); ok {
		return parseNumber(n)
	}
	one, ok := x.measure(p).eval(tokens(value))
	if !ok || one.percent != 0 || strings.Contains(value, "%") || one.unit == other || one.unit == plain && one.px != 0 {
		return 0, false
	}
	return one.px, true
}
