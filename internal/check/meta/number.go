package meta

import "strconv"

// leading reads the number that a text begins with and leaves the rest, as C's
// strtod does.
func leading(text string) (float64, bool) {
	end := 0
	digits := func() (some bool) {
		for ; end < len(text) && text[end] >= '0' && text[end] <= '9'; end++ {
			some = true
		}
		return some
	}
	if end < len(text) && (text[end] == '-' || text[end] == '+') {
		end++
	}
	some := digits()
	if end < len(text) && text[end] == '.' {
		end++
		some = digits() || some
	}
	if !some {
		return 0, false
	}
	if mantissa := end; end < len(text) && text[end] == 'e' {
		if end++; end < len(text) && (text[end] == '-' || text[end] == '+') {
			end++
		}
		if !digits() {
			end = mantissa
		}
	}
	number, err := strconv.ParseFloat(text[:end], 64)
	return number, err == nil
}
