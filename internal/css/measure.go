package css

import (
	"math"
	"strconv"
	"strings"
)

// A measure works out lengths and numbers, calc() among them (CSS Values 4, 10).
// Zero sizes mean that they are not known.
type measure struct {
	em, rem, line, rootLine float64
	reader                  Reader
	depth                   int

	// guess takes what only layout knows for something, to see whether a value
	// is a length at all; percents then says that there were percentages.
	guess, percents bool
}

// An amount is px plus a percentage; unit says of what kind it is.
type amount struct {
	px, percent float64
	unit        unit
}

type unit uint8

const (
	plain unit = iota // a number
	length
	other // an angle, a time
)

// eval works out one component value.
func (m *measure) eval(all []token) (amount, bool) {
	all = trim(all)
	if len(all) == 0 {
		return amount{}, false
	}
	if len(all) == 1 {
		return m.single(all[0])
	}
	if all[0].kind != function {
		return amount{}, false
	}
	args, after := inside(all, 0)
	if after != len(all) {
		return amount{}, false
	}
	return m.call(all[0].call(), args)
}

func (m *measure) single(t token) (amount, bool) {
	switch t.kind {
	case number:
		n, ok := parseNumber(t.text)
		return amount{px: n}, ok
	case percentage:
		n, ok := parseNumber(t.text[:len(t.text)-1])
		if m.guess {
			m.percents = true
			return amount{px: n, unit: length}, ok
		}
		return amount{percent: n, unit: length}, ok
	case dimension:
		n, name := cutUnit(t.text)
		return m.of(n, name)
	}
	return amount{}, false
}

// of returns n of a unit.
func (m *measure) of(n float64, name string) (amount, bool) {
	if factor, known := fixedUnits[name]; known {
		return amount{px: n * factor, unit: length}, true
	}
	if factor, known := otherUnits[name]; known {
		return amount{px: n * factor, unit: other}, true
	}
	base := 0.0
	switch name {
	case "em":
		base = m.em
	case "rem":
		base = m.rem
	case "ex", "ch", "rex", "rch":
		base = m.em / 2
		if name[0] == 'r' {
			base = m.rem / 2
		}
	case "cap":
		base = m.em * 0.7
	case "ic":
		base = m.em
	case "lh":
		base = m.line
	case "rlh":
		base = m.rootLine
	case "cqw", "cqh", "cqi", "cqb", "cqmin", "cqmax":
		return amount{px: n, unit: length}, m.guess
	default:
		return m.viewport(n, name)
	}
	return amount{px: n * base, unit: length}, base != 0
}

// viewport returns n of a unit of the window.
func (m *measure) viewport(n float64, name string) (amount, bool) {
	if len(name) > 2 && strings.ContainsRune("sld", rune(name[0])) && name[1] == 'v' {
		name = name[1:]
	}
	w, h := float64(m.reader.Width)/100, float64(m.reader.Height)/100
	base := 0.0
	switch name {
	case "vw", "vi":
		base = w
	case "vh", "vb":
		base = h
	case "vmin":
		base = min(w, h)
	case "vmax":
		base = max(w, h)
	default:
		return amount{}, false
	}
	return amount{px: n * base, unit: length}, base != 0
}

var fixedUnits = map[string]float64{"px": 1, "cm": 96 / 2.54, "mm": 96 / 25.4, "q": 96 / 101.6, "in": 96, "pc": 16, "pt": 96.0 / 72}

// otherUnits are in degrees and seconds.
var otherUnits = map[string]float64{"deg": 1, "grad": 0.9, "rad": 180 / math.Pi, "turn": 360, "s": 1, "ms": 0.001}

// cutUnit splits "1.5em" into number and unit.
func cutUnit(s string) (float64, string) {
	end := 0
	for end < len(s) && (s[end] >= '0' && s[end] <= '9' || s[end] == '.' || s[end] == '+' || s[end] == '-') {
		if end > 0 && (s[end] == '-' || s[end] == '+') {
			break
		}
		end++
	}
	if end+1 < len(s) && (s[end] == 'e' || s[end] == 'E') {
		i := end + 1
		if i < len(s) && (s[i] == '+' || s[i] == '-') {
			i++
		}
		from := i
		for i < len(s) && s[i] >= '0' && s[i] <= '9' {
			i++
		}
		if i > from {
			end = i
		}
	}
	n, _ := parseNumber(s[:end])
	return n, lower(unescape(s[end:]))
}

func parseNumber(s string) (float64, bool) {
	n, err := strconv.ParseFloat(s, 64)
	if math.IsInf(n, 0) {
		return math.Copysign(math.MaxFloat32, n), true
	}
	return n, err == nil && !math.IsNaN(n) && len(s) > 0 && s[len(s)-1] != 'y'
}

// call works out a function.
func (m *measure) call(name string, args []token) (amount, bool) {
	if m.depth++; m.depth > 32 {
		return amount{}, false
	}
	defer func() { m.depth-- }()
	switch name {
	case "calc", "-webkit-calc", "-moz-calc", "":
		return m.sum(args)
	case "anchor", "anchor-size", "calc-size", "fit-content", "attr", "progress":
		return amount{px: 1, unit: length}, m.guess
	case "sibling-index", "sibling-count", "random":
		return amount{px: 1}, m.guess
	}
	var all []amount
	for i, part := range split(args, ',') {
		if name == "round" && i == 0 && len(part) == 1 && part[0].kind == ident {
			continue
		}
		if name == "clamp" && len(part) == 1 && part[0].word("none") {
			all = append(all, amount{px: math.Inf(i - 1), unit: length})
			continue
		}
		one, ok := m.sum(part)
		if !ok {
			return amount{}, false
		}
		if len(all) > 0 && !alike(one, all[0]) && name != "clamp" {
			return amount{}, false
		}
		all = append(all, one)
	}
	return combine(name, all)
}

// alike says whether two amounts can be compared.
func alike(a, b amount) bool { return a.unit == b.unit && (a.percent == 0) == (b.percent == 0) }

// combine applies a function; with percentages it is undecided which is less,
// unless all are of percentages only.
func combine(name string, all []amount) (amount, bool) {
	if len(all) == 0 {
		return amount{}, false
	}
	percents := all[0].percent != 0
	for _, one := range all {
		if one.percent != 0 && one.px != 0 {
			return amount{}, false
		}
		percents = percents || one.percent != 0
	}
	n := make([]float64, len(all))
	for i, one := range all {
		if n[i] = one.px; percents {
			if one.px != 0 {
				return amount{}, false
			}
			n[i] = one.percent
		}
	}
	result, ok := apply(name, n)
	if !ok || math.IsNaN(result) || math.IsInf(result, 0) {
		return amount{}, false
	}
	made := amount{px: result, unit: all[len(all)/2].unit}
	if name == "sign" {
		made.unit = plain
	} else if percents {
		made.px, made.percent = 0, result
	}
	return made, true
}

func apply(name string, n []float64) (float64, bool) {
	two := len(n) == 2
	switch name {
	case "min", "max":
		result := n[0]
		for _, one := range n[1:] {
			if name == "min" {
				result = min(result, one)
			} else {
				result = max(result, one)
			}
		}
		return result, true
	case "clamp":
		if len(n) != 3 {
			return 0, false
		}
		return max(n[0], min(n[1], n[2])), true
	case "abs":
		return math.Abs(n[0]), len(n) == 1
	case "sign":
		switch {
		case n[0] > 0:
			return 1, len(n) == 1
		case n[0] < 0:
			return -1, len(n) == 1
		}
		return 0, len(n) == 1
	case "round":
		step := 1.0
		if two {
			step = n[1]
		}
		return math.Floor(n[0]/step+0.5) * step, true
	case "mod":
		return n[0] - n[len(n)-1]*math.Floor(n[0]/n[len(n)-1]), two
	case "rem":
		return math.Mod(n[0], n[len(n)-1]), two
	case "pow":
		return math.Pow(n[0], n[len(n)-1]), two
	case "sqrt":
		return math.Sqrt(n[0]), len(n) == 1
	case "hypot":
		sum := 0.0
		for _, one := range n {
			sum += one * one
		}
		return math.Sqrt(sum), true
	}
	return 0, false
}
