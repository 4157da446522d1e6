package css

import (
	"strconv"
	"strings"
)

// A counterStyle is an @counter-style.
type counterStyle struct {
	system, fallback, prefix, suffix, negative string
	symbols                                    []string
	first                                      int // of a fixed system
	weights                                    []int
}

func (p *parser) counterStyle(prelude []token) {
	name := strings.Clone(text(prelude))
	found := p.descriptors() // prelude is gone now
	c := &counterStyle{system: "symbolic", suffix: ". ", negative: "-", fallback: "decimal", first: 1}
	for descriptor, value := range found {
		all := words(tokens(value))
		if len(all) == 0 {
			continue
		}
		switch descriptor {
		case "system":
			c.system = lower(all[0].text)
			if len(all) > 1 {
				if n, err := strconv.Atoi(all[1].text); err == nil {
					c.first = n
				}
				if c.system == "extends" {
					c.fallback = all[1].text
				}
			}
		case "symbols":
			for _, t := range all {
				c.symbols = append(c.symbols, t.value())
			}
		case "additive-symbols":
			for _, pair := range split(all, ',') {
				if len(pair) != 2 {
					continue
				}
				if n, err := strconv.Atoi(pair[0].text); err == nil {
					c.weights, c.symbols = append(c.weights, n), append(c.symbols, pair[1].value())
				}
			}
		case "suffix":
			c.suffix = all[0].value()
		case "prefix":
			c.prefix = all[0].value()
		case "negative":
			c.negative = all[0].value()
		}
	}
	p.counters[name] = c
}

// counterStyle finds the @counter-style of a name; the last one counts.
func (s *Styles) counterStyle(name string) *counterStyle {
	for i := len(s.placed) - 1; i >= 0; i-- {
		if found := s.placed[i].counters[name]; found != nil && !s.placed[i].off {
			return found
		}
	}
	return nil
}

// number writes a counter's value in a style; decimal where it does not reach.
func (s *Styles) number(n int, style string) string {
	if custom := s.counterStyle(style); custom != nil {
		if written, ok := custom.write(n); ok {
			return written
		}
		if style = custom.fallback; s.counterStyle(style) != nil {
			return strconv.Itoa(n)
		}
	}
	style = lower(style)
	if symbol, is := bullets[style]; is {
		return symbol
	}
	switch style {
	case "none":
		return ""
	case "decimal-leading-zero":
		if n >= 0 && n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "lower-roman", "upper-roman":
		if n > 0 && n < 4000 {
			return cased(roman(n), style)
		}
	}
	if symbols, known := alphabets[style]; known && n > 0 {
		return cased(alphabetic(n, []rune(symbols)), style)
	}
	if digits, known := digitSets[style]; known {
		return inDigits(n, []rune(digits))
	}
	return strconv.Itoa(n)
}

func cased(s, style string) string {
	if strings.HasPrefix(style, "upper-") {
		return strings.ToUpper(s)
	}
	return s
}

const latin = "abcdefghijklmnopqrstuvwxyz"

var alphabets = map[string]string{
	"lower-alpha": latin, "upper-alpha": latin, "lower-latin": latin, "upper-latin": latin,
	"lower-greek": "αβγδεζηθικλμνξοπρστυφχψω",
	"hiragana":    "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわゐゑをん",
	"katakana":    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヰヱヲン",
}

var digitSets = map[string]string{
	"arabic-indic": "٠١٢٣٤٥٦٧٨٩", "persian": "۰۱۲۳۴۵۶۷۸۹", "bengali": "০১২৩৪৫৬৭৮৯", "devanagari": "०१२३४५६७८९",
	"thai": "๐๑๒๓๔๕๖๗๘๙", "khmer": "០១២៣៤៥៦៧៨៩", "cjk-decimal": "〇一二三四五六七八九",
}

func alphabetic(n int, symbols []rune) string {
	written := ""
	for n > 0 && len(symbols) > 0 {
		n--
		written = string(symbols[n%len(symbols)]) + written
		n /= len(symbols)
	}
	return written
}

func inDigits(n int, digits []rune) string {
	var b strings.Builder
	for _, r := range strconv.Itoa(n) {
		if r >= '0' && r <= '9' {
			r = digits[r-'0']
		}
		b.WriteRune(r)
	}
	return b.String()
}

func roman(n int) string {
	var b strings.Builder
	for i, weight := range []int{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1} {
		for ; n >= weight; n -= weight {
			b.WriteString([]string{"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"}[i])
		}
	}
	return b.String()
}

// write writes n by the style's own symbols, if it can.
func (c *counterStyle) write(n int) (string, bool) {
	k := len(c.symbols)
	if k == 0 {
		return "", false
	}
	switch c.system {
	case "cyclic":
		return c.symbols[((n-1)%k+k)%k], true
	case "fixed":
		if n < c.first || n >= c.first+k {
			return "", false
		}
		return c.symbols[n-c.first], true
	case "symbolic":
		times := (n-1)/k + 1
		if n < 1 || times > 60 {
			return "", false
		}
		return strings.Repeat(c.symbols[(n-1)%k], times), true
	}
	minus := ""
	if n < 0 {
		n, minus = -n, c.negative
	}
	written := ""
	switch c.system {
	case "alphabetic":
		if n == 0 || k < 2 {
			return "", false
		}
		for ; n > 0; n /= k {
			n--
			written = c.symbols[n%k] + written
		}
	case "numeric":
		if k < 2 {
			return "", false
		}
		for written = c.symbols[n%k]; n >= k; {
			n /= k
			written = c.symbols[n%k] + written
		}
	case "additive":
		for i, weight := range c.weights {
			for ; weight > 0 && n >= weight && len(written) < 200; n -= weight {
				written += c.symbols[i]
			}
		}
		if n != 0 || written == "" {
			return "", false
		}
	}
	return minus + written, written != ""
}
