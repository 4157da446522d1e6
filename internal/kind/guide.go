package kind

import "handrail/internal/finding"

// A Guide is a handbook: harms, recommendations and what to do, in containers
// in the body.
type Guide struct {
	Common
	ProcessNotes bool `field:"process_notes"` // it says what worked, what we would change and what is next
}

// Problems are those of the shared keys.
func (g *Guide) Problems(at Places) []finding.Problem { return g.problems(at) }
