package report

import (
	"encoding/json"
	"io"
	"math"

	"handrail/internal/finding"
)

// JSON writes the report as one JSON object, as the contract of the command
// line describes it.
func JSON(w io.Writer, r *Report) error {
	out := *r
	if out.Findings == nil {
		out.Findings = []finding.Finding{}
	}
	out.Summary.Seconds = math.Round(out.Summary.Seconds*1000) / 1000
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(out)
}
