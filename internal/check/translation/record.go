package translation

import (
	"handrail/internal/check"
	"handrail/internal/finding"
)

var record = &check.Check{ID: "translation/record", Severity: finding.Error, Load: true}

var recordLeftover = &check.Check{ID: "translation/record-leftover", Severity: finding.Warning, Load: true}

var withheld = &check.Check{ID: "translation/withheld", Severity: finding.Withhold, Load: true}
