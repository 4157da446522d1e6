package site

import (
	"handrail/internal/fields"
	"handrail/internal/source"
)

// Tracking is what one organisation says it does about the recommendations of
// a guide: the source of its impact and integrity report.
type Tracking struct {
	Organisation string   `field:"organisation,required"`
	Guide        string   `field:"guide,required"` // the guide's id
	Since        string   `field:"since"`          // year-month
	Statuses     []Status `field:"status,required"`

	ID    string // of the report's address, from the file's name
	File  *source.File
	Front *fields.Table
}

// A Status is how far one recommendation has come.
type Status struct {
	Recommendation string       `field:"recommendation,required"`
	Status         string       `field:"status,required"` // one of Statuses
	Month          string       `field:"month,required"`  // year-month
	Written        fields.Value `field:"note"`            // a text, or one for each language
	Note           map[string]string
}

// Statuses lists how far a recommendation can have come.
func Statuses() []string { return []string{"not started", "trying", "in place", "stopped"} }

// Count returns how many recommendations have a status.
func (t *Tracking) Count(status string) int {
	n := 0
	for _, s := range t.Statuses {
		if s.Status == status {
			n++
		}
	}
	return n
}
