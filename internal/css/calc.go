package css

import "math"

// sum works out terms joined by + and -.
func (m *measure) sum(all []token) (amount, bool) {
	all = trim(all)
	from := 0
	sign := 1.0
	var total amount
	first := true
	for i := 0; i <= len(all); i++ {
		end := i == len(all)
		if !end && all[i].opens() != 0 {
			i = min(group(all, i), len(all)-1)
			continue
		}
		if !end && !((all[i].is('+') || all[i].is('-')) && i > 0 && i+1 < len(all) && all[i-1].kind == space && all[i+1].kind == space) {
			continue
		}
		term, ok := m.product(trim(all[from:i]))
		if !ok {
			return amount{}, false
		}
		if !first && term.unit != total.unit {
			return amount{}, false
		}
		total.unit = term.unit
		total.px += sign * term.px
		total.percent += sign * term.percent
		first = false
		if !end {
			sign = 1
			if all[i].is('-') {
				sign = -1
			}
			from = i + 1
		}
	}
	return total, !math.IsInf(total.px, 0) && !math.IsNaN(total.px)
}

// product works out factors joined by * and /.
func (m *measure) product(all []token) (amount, bool) {
	total := amount{px: 1}
	op := byte('*')
	for i := 0; i < len(all); {
		if all[i].kind == space {
			i++
			continue
		}
		if op == 0 {
			if !all[i].is('*') && !all[i].is('/') {
				return amount{}, false
			}
			op = all[i].text[0]
			i++
			continue
		}
		one, after, ok := m.factor(all, i)
		if !ok {
			return amount{}, false
		}
		i = after
		switch {
		case op == '*' && total.unit == plain:
			total = amount{one.px * total.px, one.percent * total.px, one.unit}
		case op == '*' && one.unit == plain:
			total.px *= one.px
			total.percent *= one.px
		case op == '/' && one.unit == plain && one.px != 0:
			total.px /= one.px
			total.percent /= one.px
		case op == '/' && one.unit == total.unit && one.percent == 0 && total.percent == 0 && one.px != 0:
			total = amount{px: total.px / one.px}
		default:
			return amount{}, false
		}
		op = 0
	}
	return total, op == 0
}

// factor works out one value, bracket or function.
func (m *measure) factor(all []token, i int) (one amount, after int, ok bool) {
	t := all[i]
	if t.opens() == ')' {
		args, after := inside(all, i)
		one, ok = m.call(t.call(), args)
		return one, after, ok
	}
	switch {
	case t.word("pi"):
		return amount{px: math.Pi}, i + 1, true
	case t.word("e"):
		return amount{px: math.E}, i + 1, true
	}
	one, ok = m.single(t)
	return one, i + 1, ok
}
