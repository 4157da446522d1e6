package check

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"handrail/internal/finding"
	"handrail/internal/source"
)

// ParseBaseline reads a baseline. The error says where it is broken.
func ParseBaseline(f *source.File) (*Baseline, error) {
	b := &Baseline{}
	decoder := json.NewDecoder(bytes.NewReader(f.Data))
	decoder.DisallowUnknownFields()
	broken := func(what string) error {
		at := f.At(int(decoder.InputOffset()))
		return fmt.Errorf("%s:%d:%d: %s; write a baseline with --write-baseline", f.Path, at.Line, at.Col, what)
	}
	for _, want := range []json.Token{json.Delim('{'), "findings", json.Delim('[')} {
		if token, err := decoder.Token(); err != nil || token != want {
			return nil, broken("this is not a baseline")
		}
	}
	line := cursor{at: f.At(0)}
	for decoder.More() {
		start := int(decoder.InputOffset())
		start += max(0, bytes.IndexByte(f.Data[start:], '{'))
		entry := &held{at: line.to(f.Data, start)}
		if err := decoder.Decode(entry); err != nil {
			return nil, broken("this entry cannot be read: " + plainly(err))
		}
		if entry.Rule == "" || entry.Fingerprint == "" {
			return nil, broken("this entry needs `rule` and `fingerprint`")
		}
		if _, err := time.Parse(time.DateOnly, entry.Until); entry.Until != "" && err != nil {
			return nil, broken(fmt.Sprintf("`until` is %q and needs a day such as 2027-01-31", entry.Until))
		}
		b.entries = append(b.entries, entry)
	}
	for _, want := range []json.Token{json.Delim(']'), json.Delim('}')} {
		if token, err := decoder.Token(); err != nil || token != want {
			return nil, broken("this is not a baseline")
		}
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return nil, broken("there is more after the end of the baseline")
	}
	return b, nil
}

// A cursor goes through a file once. Asking the file for each place would take
// long where all entries stand on one line.
type cursor struct {
	at     source.Place
	offset int
}

// to goes on to an offset.
func (c *cursor) to(data []byte, offset int) source.Place {
	passed := data[c.offset:offset]
	if lines := bytes.Count(passed, []byte("\n")); lines > 0 {
		c.at.Line, c.at.Col = c.at.Line+lines, 1
		passed = passed[bytes.LastIndexByte(passed, '\n')+1:]
	}
	c.at.Col += utf8.RuneCount(passed)
	c.offset = offset
	return c.at
}

// plainly is a reading error without the names of our own types.
func plainly(err error) string {
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) && wrong.Field != "" {
		return fmt.Sprintf("`%s` needs text between quotation marks", wrong.Field)
	}
	if errors.As(err, &wrong) {
		return "it needs keys and values between { and }"
	}
	return strings.TrimPrefix(err.Error(), "json: ")
}

// Baseline returns the file of a baseline that holds the sorted findings, an
// entry a line. Reasons and dates are taken from the one before, which may be
// nil; a person writes the others.
func (s *Set) Baseline(found []finding.Finding, before *Baseline) ([]byte, int) {
	known := map[string]*held{}
	if before != nil {
		for _, entry := range before.entries {
			known[entry.Fingerprint] = entry
		}
	}
	var entries []held
	prints := Fingerprints(found)
	for i, f := range found {
		if !s.mayHold(f) {
			continue
		}
		entry := held{File: f.File, Rule: f.Rule, Fingerprint: prints[i]}
		if old := known[entry.Fingerprint]; old != nil {
			entry.Reason, entry.Until = old.Reason, old.Until
		}
		entries = append(entries, entry)
	}
	// By print and not by place, so that moved lines change nothing.
	slices.SortFunc(entries, func(a, b held) int {
		return slices.Compare([]string{a.File, a.Rule, a.Fingerprint}, []string{b.File, b.Rule, b.Fingerprint})
	})
	var out bytes.Buffer
	out.WriteString("{\"findings\": [")
	for i, entry := range entries {
		if i > 0 {
			out.WriteString(",")
		}
		var line bytes.Buffer
		encoder := json.NewEncoder(&line)
		encoder.SetEscapeHTML(false)
		_ = encoder.Encode(entry) // five texts always encode
		out.WriteString("\n" + strings.TrimSuffix(line.String(), "\n"))
	}
	out.WriteString("\n]}\n")
	return out.Bytes(), len(entries)
}
