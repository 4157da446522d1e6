package main

import (
	"handrail/internal/check"
	areas "handrail/internal/checks"
)

// checks returns every check there is.
func checks() *check.Set { return areas.All() }
