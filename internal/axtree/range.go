package axtree

import (
	"strconv"

	"handrail/internal/dom"
)

// ranged returns the value of a slider and its like: in words, as a number, or
// what the element itself says.
func (t *Tree) ranged(e *dom.Element) string {
	for _, name := range []string{"aria-valuetext", "aria-valuenow"} {
		if value := attribute(e, name); !blank(value) {
			return value
		}
	}
	if !is(e, "input", "meter", "progress") {
		return ""
	}
	value := attribute(e, "value")
	if blank(value) && is(e, "input") && inputType(e) == "range" {
		return middle(e)
	}
	return value
}

// middle returns where a slider stands that nobody has set (HTML 4.10.5.1.13).
func middle(e *dom.Element) string {
	low, high := 0.0, 100.0
	if n, err := strconv.ParseFloat(trim(attribute(e, "min")), 64); err == nil {
		low = n
	}
	if n, err := strconv.ParseFloat(trim(attribute(e, "max")), 64); err == nil {
		high = n
	}
	if high < low {
		return strconv.FormatFloat(low, 'f', -1, 64)
	}
	return strconv.FormatFloat(low+(high-low)/2, 'f', -1, 64)
}
