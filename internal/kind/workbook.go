package kind

import "handrail/internal/finding"

// A Workbook is a set of prompts that a person fills in for themselves. Its
// prompts are containers in the body.
type Workbook struct {
	Common
	LargePrint bool   `field:"large_print"` // offer a large-print sheet
	PauseText  string `field:"pause_text"`  // said on every screen: how to stop
}

// Problems are those of the shared keys.
func (w *Workbook) Problems(at Places) []finding.Problem { return w.problems(at) }
