package translation

import (
	"handrail/internal/check"
	"handrail/internal/finding"
)

var easyUntested = &check.Check{
	ID:       "translation/easy-untested",
	Severity: finding.Error,
	Source: func(p *check.SourcePass) {
		if p.Page.Lang.Easy() && len(p.Page.Common().TestedBy) == 0 {
			p.Found(p.Page.File.At(0), "this page is Easy Read, and it names nobody who has tried to read it")
		}
	},
}
