package kind

import "handrail/internal/finding"

// An Event guides the host of an event, or the speaker at one.
type Event struct {
	Common
	Role         string   `field:"role,required"` // host or speaker
	SheetFor     string   `field:"sheet_for"`     // of a speaker's sheet: the id of the host's guide
	Pays         bool     `field:"pays"`
	CostsUpfront []string `field:"costs_upfront"` // paid before the event
	Access       []string `field:"access"`
	Refusal      string   `field:"refusal"` // how to say no
}

// Problems asks for a role, for the host's guide of a speaker's sheet, and for
// the words that let a speaker say no.
func (e *Event) Problems(at Places) []finding.Problem {
	found := append(e.problems(at), oneOf(at, "role", e.Role, "host", "speaker")...)
	if e.Role == "speaker" && e.SheetFor == "" {
		found = append(found, missing(at, "sheet_for", `sheet_for = "panel", the id of the host's guide`))
	}
	if e.Role != "" && e.Refusal == "" {
		found = append(found, missing(at, "refusal", `refusal = "You may say no to any question."`))
	}
	return found
}
