package lang

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/collate"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/message"
	"golang.org/x/text/number"

	"handrail/internal/fields"
)

// Plural returns the CLDR category of a count: zero, one, two, few, many or
// other (https://cldr.unicode.org/index/cldr-spec/plural-rules).
func (l Language) Plural(n int) string {
	n = max(n, -n)
	base, _ := l.tag.Base()
	// The library holds CLDR 32; these rules have changed since.
	switch base.String() {
	case "ca", "es", "fr", "it", "pt":
		if n != 0 && n%1_000_000 == 0 {
			return "many"
		}
	}
	form := plural.Cardinal.MatchPlural(l.tag, n, 0, 0, 0, 0)
	if base.String() == "he" && form == plural.Many || base.String() == "mr" && n == 0 {
		form = plural.Other
	}
	return categories[form]
}

var categories = map[plural.Form]string{
	plural.Zero: "zero", plural.One: "one", plural.Two: "two",
	plural.Few: "few", plural.Many: "many", plural.Other: "other",
}

// YearMonth returns a month such as "2026-03" as the language writes it:
// "March 2026", "marzo de 2026". Languages without data get it back as it is.
func (l Language) YearMonth(month string) (string, error) {
	t, err := time.Parse("2006-01", month)
	if err != nil {
		return "", fmt.Errorf("`%s` is not a month; write it like 2026-03", fields.Shown(month))
	}
	if l.record == nil {
		return month, nil
	}
	return strings.NewReplacer(
		"{month}", l.record.Months[t.Month()-1],
		"{year}", strconv.Itoa(t.Year()),
	).Replace(l.record.YearMonth), nil
}

// Number returns a whole number with its digits grouped: "1,234" in English,
// "1234" and "12.345" in Spanish. Arabic keeps the digits 0 to 9.
func (l Language) Number(n int) string {
	if l.record == nil {
		return message.NewPrinter(l.tag).Sprint(number.Decimal(n))
	}
	return l.record.Number.write(n)
}

func (g numbering) write(n int) string {
	digits := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, digits = "-", digits[1:]
	}
	if len(digits) < g.Least {
		return sign + digits
	}
	written := ""
	for size := 3; len(digits) > size; {
		written = g.Group + digits[len(digits)-size:] + written
		digits = digits[:len(digits)-size]
		if g.Indian {
			size = 2
		}
	}
	return sign + digits + written
}

// Order returns a comparison of texts in the order of the language's own
// dictionaries, for slices.SortFunc. Texts that differ never compare as equal.
// It keeps buffers: one goroutine at a time may use it.
func (l Language) Order() func(a, b string) int {
	c := collate.New(l.tag)
	return func(a, b string) int {
		if order := c.CompareString(a, b); order != 0 {
			return order
		}
		return strings.Compare(a, b)
	}
}
