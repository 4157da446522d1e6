package translation

import (
	"handrail/internal/check"
	"handrail/internal/finding"
)

var machine = &check.Check{
	ID:       "translation/machine",
	Severity: finding.Error,
	Source: func(p *check.SourcePass) {
		if c := p.Page.Common(); c.Machine && c.ReviewedBy == "" && p.Page.Vital() {
			p.Found(p.Page.At("machine_translated"), "a machine translated this page, and nobody who reads the language has checked it")
		}
	},
}
