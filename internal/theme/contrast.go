package theme

import (
	"fmt"
	"math"
	"strconv"

	"handrail/internal/css"
	"handrail/internal/finding"
)

// contrasts are the pairs whose colours are too much alike, each with the
// nearest colours that would do.
func (s *settings) contrasts() []finding.Problem {
	var problems []finding.Problem
	for _, scheme := range s.schemes {
		l := ladders{}
		for _, p := range s.pairs {
			text, ok := scheme.colors[p.Text]
			on, ok2 := scheme.colors[p.On]
			if !ok || !ok2 {
				continue // complete has said so
			}
			ratio := css.Contrast(text.Color, on.Color)
			if ratio >= p.Least {
				continue
			}
			at := text.at
			if on.height > text.height {
				at = on.at // who set the paper cannot change the ink below it
			}
			problems = append(problems, finding.Problem{At: at, Rule: ruleContrast,
				Message: fmt.Sprintf("in the %s colours, `%s` (%s) on `%s` (%s) has a contrast of %s:1, and needs %s:1",
					scheme.name, p.Text, hex(text.Color), p.On, hex(on.Color), roundedDown(ratio), strconv.FormatFloat(p.Least, 'f', -1, 64)),
				Fix: s.suggestion(l, scheme, p)})
		}
	}
	return problems
}

// roundedDown writes a ratio with two decimals, never better than it is.
func roundedDown(ratio float64) string {
	return strconv.FormatFloat(math.Floor(ratio*100)/100, 'f', 2, 64)
}

// suggestion names the nearest colour on either side of a pair that passes. Dark
// on light stays so, unless there is no other way.
func (s *settings) suggestion(l ladders, scheme *palette, p pair) string {
	text, textOK := s.nearest(l, scheme, p, p.Text, away)
	on, onOK := s.nearest(l, scheme, p, p.On, away)
	if !textOK && !onOK {
		text, textOK = s.nearest(l, scheme, p, p.Text, anyway)
		on, onOK = s.nearest(l, scheme, p, p.On, anyway)
	}
	switch {
	case textOK && onOK:
		return fmt.Sprintf("%s would pass for `%s`, or a %s `%s`, %s.", hex(text), p.Text, lighter(on, scheme.colors[p.On].Color), p.On, hex(on))
	case textOK:
		return fmt.Sprintf("%s would pass for `%s`.", hex(text), p.Text)
	case onOK:
		return fmt.Sprintf("A %s `%s`, %s, would pass.", lighter(on, scheme.colors[p.On].Color), p.On, hex(on))
	}
	return fmt.Sprintf("Neither can do it alone: make one of `%s` and `%s` much darker and the other much lighter.", p.Text, p.On)
}

func lighter(c, than css.Color) string {
	if c.Luminance() > than.Luminance() {
		return "lighter"
	}
	return "darker"
}

// A direction says which of two colours may be suggested for c: those farther
// from the other one than c is, or all.
type direction func(step, c, other css.Color) bool

func away(step, c, other css.Color) bool {
	own, to, from := c.Luminance(), step.Luminance(), other.Luminance()
	return own <= from && to <= own || own >= from && to >= own
}

func anyway(_, _, _ css.Color) bool { return true }

// nearest is the colour nearest to that of a role with which a pair passes:
// one that all other pairs of the role pass with, too, where there is one.
func (s *settings) nearest(l ladders, scheme *palette, p pair, role string, may direction) (css.Color, bool) {
	own, other := scheme.colors[role].Color, scheme.colors[p.other(role)].Color
	passes := func(pairs []pair) func(css.Color) bool {
		return func(c css.Color) bool {
			if !may(c, own, other) {
				return false
			}
			for _, q := range pairs {
				if against, ok := scheme.colors[q.other(role)]; ok && css.Contrast(c, against.Color) < q.Least {
					return false
				}
			}
			return true
		}
	}
	var all []pair
	for _, q := range s.pairs {
		if (q.Text == role) != (q.On == role) {
			all = append(all, q)
		}
	}
	if c, ok := l.of(own).nearest(passes(all)); ok {
		return c, true
	}
	return l.of(own).nearest(passes([]pair{p}))
}

// other is the role that a pair names beside the given one.
func (p pair) other(role string) string {
	if p.On == role {
		return p.Text
	}
	return p.On
}

// A ladder is one hue and chroma (OKLCH, CSS Color 4, section 9) at every
// lightness from black to white, as far as a screen can show it.
type ladder struct {
	steps []css.Color
	own   int // the step that is most like the colour it was made for
}

// ladders are made once for each colour.
type ladders map[css.Color]ladder

// rungs is how many steps a ladder has: finer than what eight bits tell apart.
const rungs = 512

func (l ladders) of(c css.Color) ladder {
	made, ok := l[c]
	if ok {
		return made
	}
	for i := range rungs + 1 {
		step, ok := css.ParseColor(fmt.Sprintf("oklch(from %s %.5f c h)", hex(c), float64(i)/rungs))
		if ok {
			made.steps = append(made.steps, solid(step))
		}
	}
	best := math.Inf(1)
	for i, step := range made.steps {
		if d := math.Abs(step.Luminance() - c.Luminance()); d < best {
			best, made.own = d, i
		}
	}
	l[c] = made
	return made
}

// nearest is the passing step that is the fewest steps away, lighter or darker;
// where no step passes, black or white.
func (l ladder) nearest(passes func(css.Color) bool) (css.Color, bool) {
	for d := range l.steps {
		for _, i := range []int{l.own - d, l.own + d} {
			if i >= 0 && i < len(l.steps) && passes(l.steps[i]) {
				return l.steps[i], true
			}
		}
	}
	for _, last := range []css.Color{{A: 1}, {R: 1, G: 1, B: 1, A: 1}} {
		if passes(last) {
			return last, true
		}
	}
	return css.Color{}, false
}
