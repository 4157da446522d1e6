// Package report writes findings for people and for programs.
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

	// Closing is the last line for people: what happened to the output.
	Closing string `json:"-"`
	// Color allows colours in text.
	Color bool `json:"-"`
}

// A Format is one way to write a report.
type Format struct {
	Name  string
	Write func(io.Writer, *Report) error
}

// Formats lists the formats, the one for people first.
func Formats() []Format {
	return []Format{{"text", Text}, {"json", JSON}}
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
