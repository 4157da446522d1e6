// Package report writes findings for people and for programs.
//
// A report is the last thing that happens: whatever a command found is handed
// over once, whole and sorted, and each format is one file here that writes it
// down. No format adds to what was found, and none leaves anything out but for
// the notes, which text only counts unless asked. None knows where on a machine
// the library lies.
package report

import (
	"fmt"
	"io"

	"handrail/internal/finding"
)

// A Report is the findings of one run of a command.
type Report struct {
	Tool     string            `json:"tool"`
	Version  string            `json:"version"`
	Command  string            `json:"command"`
	Findings []finding.Finding `json:"findings"` // sorted
	Summary  finding.Summary   `json:"summary"`

	// Unchecked says what could not be looked at, and why. It never counts as
	// passed, and the command fails.
	Unchecked []string `json:"unchecked,omitempty"`

	// Rules are the checks that were run, sorted by id.
	Rules []Rule `json:"-"`
	// Held is how many findings a baseline keeps out of the report.
	Held int `json:"-"`
	// FailOn is the least that makes the command fail: error or warning.
	FailOn finding.Severity `json:"-"`
	// Folder is where the site lies below the folder the command was run in,
	// slash-separated; empty where that is the same or where it is not below.
	// Formats that a code host reads put it before the name of a file.
	Folder string `json:"-"`
	// Closing is the last line for people: what happened to the output. It may
	// name a folder of this machine, so only a terminal shows it.
	Closing string `json:"-"`
	// Notes has text show notes, too, and not only count them.
	Notes bool `json:"-"`
	// Color allows colours in text.
	Color bool `json:"-"`
}

// fails tells whether a finding makes the command fail.
func (r *Report) fails(f finding.Finding) bool {
	return f.Severity == finding.Error || r.FailOn == finding.Warning && f.Severity == finding.Warning
}

// A Format is one way to write a report.
type Format struct {
	Name  string
	Write func(io.Writer, *Report) error
}

// Formats lists the formats, the one for people first.
func Formats() []Format {
	return []Format{{"text", Text}, {"json", JSON}, {"sarif", SARIF}, {"junit", JUnit}, {"github", GitHub}, {"html", HTML}}
}

// Names lists the names of the formats.
func Names() []string {
	var names []string
	for _, f := range Formats() {
		names = append(names, f.Name)
	}
	return names
}

// Named returns the format of that name.
func Named(name string) (Format, error) {
	for _, f := range Formats() {
		if f.Name == name {
			return f, nil
		}
	}
	return Format{}, fmt.Errorf("there is no format called %q", name)
}
