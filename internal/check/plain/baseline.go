package plain

import (
	"handrail/internal/check"
	"handrail/internal/finding"
)

var baseline = &check.Check{
	ID:       "plain/baseline",
	Severity: finding.Error,
	Load:     true,
}
