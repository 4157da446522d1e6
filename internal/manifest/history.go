package manifest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A History holds every address at which a piece was ever published, by the
// piece's id: what caches, search engines and archives may know. Addresses are
// whole where the site had a base URL, else relative to its top.
type History map[string][]string

// historyFile lies in the private folder.
const historyFile = "addresses.json"

// ReadHistory reads what was remembered. No such file is an empty history; one
// that makes no sense is an empty history and an error.
func ReadHistory(state string) (History, error) {
	data, err := os.ReadFile(filepath.Join(state, historyFile))
	if errors.Is(err, fs.ErrNotExist) {
		return History{}, nil
	}
	if err != nil {
		return History{}, fmt.Errorf("reading the addresses that were ever published: %w", err)
	}
	h := History{}
	if err := json.Unmarshal(data, &h); err != nil {
		return History{}, fmt.Errorf("the file %s of the private folder, with the addresses that were ever published, is not what Handrail writes", historyFile)
	}
	return h, nil
}

// Remember adds the addresses of what a manifest lists to the history. Only a
// file that shows one piece alone is an address of that piece. A history that
// cannot be read is set aside, and a new one begins.
func Remember(state string, m Manifest) error {
	h, err := ReadHistory(state)
	if err != nil {
		file := filepath.Join(state, historyFile)
		if err := os.Rename(file, file+".unreadable"); err != nil {
			return fmt.Errorf("setting the old list of addresses aside: %w", err)
		}
	}
	if !h.add(m) {
		return nil
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(h); err != nil {
		return fmt.Errorf("encoding the addresses that were ever published: %w", err)
	}
	if err := replace(filepath.Join(state, historyFile), out.Bytes()); err != nil {
		return fmt.Errorf("saving the addresses that were ever published: %w", err)
	}
	return nil
}

// add tells whether anything was new.
func (h History) add(m Manifest) bool {
	known := map[string]bool{}
	for id, addresses := range h {
		for _, a := range addresses {
			known[id+" "+a] = true
		}
	}
	changed := map[string]bool{}
	for _, f := range m.Files {
		if len(f.Content) != 1 {
			continue
		}
		id, address := f.Content[0], Address(m.Base, f.Path)
		if !known[id+" "+address] {
			known[id+" "+address] = true
			h[id] = append(h[id], address)
			changed[id] = true
		}
	}
	for id := range changed {
		slices.Sort(h[id])
	}
	return len(changed) > 0
}

// Address is where a file of the output answers.
func Address(base, file string) string {
	if file == "index.html" || strings.HasSuffix(file, "/index.html") {
		file = strings.TrimSuffix(file, "index.html")
	}
	escaped := (&url.URL{Path: file}).EscapedPath()
	if base == "" {
		return escaped
	}
	return strings.TrimSuffix(base, "/") + "/" + escaped
}
