package main

import (
	"handrail/internal/check"
	areas "handrail/internal/checks"
)

// checks returns every check there is.
func checks() *check.Set { return areas.All() }

// checks returns those that a command runs.
func (w *world) checks() *check.Set {
	if w.others != nil {
		return w.others
	}
	return checks()
}
