// Package manifest remembers what Handrail wrote.
//
// For each output folder there is one private list: every file that was
// published there, a hash of its bytes, and the ids of the content that shows
// in it. The list answers two questions. Which files in the output folder are
// ours to replace, and which belong to somebody else? And which files must go
// when a person withdraws their story?
//
// The list is plain JSON in the site's private state folder. It names no
// folder of the machine it was made on, and the same site gives the same bytes.
package manifest

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Version is the number of the file format written here.
const Version = 1

// A File is one file that Handrail wrote.
type File struct {
	// Path is slash-separated and relative to the output folder.
	Path string `json:"path"`
	// SHA256 is the hash of the file's bytes, in lower-case hexadecimal.
	SHA256 string `json:"sha256"`
	// Content holds the ids of the content that shows in this file, sorted.
	Content []string `json:"content,omitempty"`
}

// A Manifest is the list for one output folder. The zero Manifest is that of
// a folder Handrail has never written to.
type Manifest struct {
	// Destination names the output folder; see Key.
	Destination string
	// Base is the address at which the site was to answer, "" for none, and
	// Drafts whether drafts were published: a removal builds the same way again.
	Base   string
	Drafts bool
	// Files is sorted by path, each path once.
	Files []File
}

// A Damaged error says that a manifest could not be understood. Nothing in it
// should be trusted; the caller may go on as if there were none.
type Damaged struct {
	Path   string // of the manifest
	Reason string
}

func (d *Damaged) Error() string {
	return fmt.Sprintf("the list of published files in %s is damaged: %s", d.Path, d.Reason)
}

// onDisk is the JSON form.
type onDisk struct {
	Version     int    `json:"version"`
	Destination string `json:"destination"`
	Base        string `json:"base_url,omitempty"`
	Drafts      bool   `json:"drafts,omitempty"`
	Files       []File `json:"files"`
}

// Read reads the manifest in a file. No such file gives the zero Manifest, one
// that makes no sense the zero Manifest and a *Damaged error.
func Read(file string) (Manifest, error) {
	data, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return Manifest{}, nil
	}
	if err != nil {
		return Manifest{}, fmt.Errorf("reading the list of published files: %w", err)
	}
	m, reason := decode(data)
	if reason != "" {
		return Manifest{}, &Damaged{Path: file, Reason: reason}
	}
	return m, nil
}

// decode returns the manifest in data, or the reason why there is none.
func decode(data []byte) (Manifest, string) {
	var d onDisk
	if err := json.Unmarshal(data, &d); err != nil {
		return Manifest{}, "it is not the JSON that Handrail writes"
	}
	if d.Version != Version {
		return Manifest{}, fmt.Sprintf("it has version %d, and this Handrail knows version %d", d.Version, Version)
	}
	seen := make(map[string]bool, len(d.Files))
	for _, f := range d.Files {
		// Files are removed by this list, so it may never point outside.
		if f.Path == "." || !fs.ValidPath(f.Path) || strings.ContainsAny(f.Path, "\\\x00") || !filepath.IsLocal(f.Path) {
			return Manifest{}, fmt.Sprintf("%q is not a file in the output folder", f.Path)
		}
		if seen[f.Path] {
			return Manifest{}, fmt.Sprintf("%q is there twice", f.Path)
		}
		seen[f.Path] = true
	}
	m := Manifest{Destination: d.Destination, Base: d.Base, Drafts: d.Drafts, Files: d.Files}
	return m.sorted(), ""
}

// Encode returns the bytes of the manifest: sorted, indented JSON that is the
// same for the same files, in whatever order they were written.
func (m Manifest) Encode() ([]byte, error) {
	m = m.sorted()
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	err := enc.Encode(onDisk{Version: Version, Destination: m.Destination, Base: m.Base, Drafts: m.Drafts, Files: m.Files})
	if err != nil {
		return nil, fmt.Errorf("encoding the list of published files: %w", err)
	}
	return out.Bytes(), nil
}

// Write puts the manifest into a file in one step, so that whoever reads it
// sees the old list or the new one. Folders are made as needed, for the owner
// only: the list tells which pages belong to whom.
func (m Manifest) Write(file string) error {
	data, err := m.Encode()
	if err != nil {
		return err
	}
	if err := replace(file, data); err != nil {
		return fmt.Errorf("saving the list of published files: %w", err)
	}
	return nil
}

// Union returns a manifest that holds the files of both, for the moment in
// which either may be the one on disk. Where both have a file, n's entry wins
// and the content ids of both are kept.
func (m Manifest) Union(n Manifest) Manifest {
	byPath := make(map[string]File, len(m.Files)+len(n.Files))
	for _, f := range m.Files {
		byPath[f.Path] = f
	}
	for _, f := range n.Files {
		f.Content = append(slices.Clone(f.Content), byPath[f.Path].Content...)
		byPath[f.Path] = f
	}
	u := Manifest{Destination: n.Destination, Base: n.Base, Drafts: n.Drafts, Files: make([]File, 0, len(byPath))}
	for _, f := range byPath {
		u.Files = append(u.Files, f)
	}
	return u.sorted()
}

// sorted returns a copy in the order of paths, content ids sorted, each once.
func (m Manifest) sorted() Manifest {
	files := make([]File, 0, len(m.Files))
	for _, f := range m.Files {
		f.Content = append([]string(nil), f.Content...)
		slices.Sort(f.Content)
		f.Content = slices.Compact(f.Content)
		files = append(files, f)
	}
	slices.SortFunc(files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	m.Files = files
	return m
}
