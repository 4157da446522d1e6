package parity

import (
	"encoding/json"
	"fmt"
)

// Words are what fingerprints stand for: the text of each part of a source, so
// that a translator can see what it said before. They are kept in the private
// folder and never beside published text, since a sentence that was taken down
// must not live on in a file that nobody looks at.
type Words map[string]string

// ParseWords reads the words of one page.
func ParseWords(data []byte) (Words, error) {
	words := Words{}
	if err := json.Unmarshal(data, &words); err != nil {
		return nil, fmt.Errorf("reading the kept words of a page: %w", err)
	}
	return words, nil
}

// Bytes writes the words, sorted by fingerprint.
func (w Words) Bytes() ([]byte, error) {
	data, err := json.MarshalIndent(w, "", " ")
	if err != nil {
		return nil, fmt.Errorf("writing the kept words of a page: %w", err)
	}
	return append(data, '\n'), nil
}

// Keep takes in what a source says now, and drops what no record of the page
// refers to any more.
func (w Words) Keep(now []Part, records []*Record) {
	used := map[string]bool{}
	for _, p := range now {
		w[p.Print()], used[p.Print()] = p.Text, true
	}
	for _, r := range records {
		for _, p := range r.Pairs {
			used[p.Source] = true
		}
	}
	for print := range w {
		if !used[print] {
			delete(w, print)
		}
	}
}
