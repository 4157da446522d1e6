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
	if is(e, "input") && inputType(e) == "range" {
		return slid(e, value)
	}
	return value
}

// slid returns where a slider stands: between its ends, and in the middle if nobody
// has set it (HTML 4.10.5.1.13).
func slid(e *dom.Element, value string) string {
	low, high := 0.0, 100.0
	if n, err := strconv.ParseFloat(trim(attribute(e, "min")), 64); err == nil {
		low = n
	}
	if n, err := strconv.ParseFloat(trim(attribute(e, "max")), 64); err == nil {
		high = n
	}
	at, err := strconv.ParseFloat(trim(value), 64)
	if err != nil {
		at = low + (high-low)/2
	}
	return strconv.FormatFloat(max(min(at, high), low), 'f', -1, 64)
}
