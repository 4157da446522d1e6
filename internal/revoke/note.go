package revoke

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

// A note is what a removal must still know when it is run again, after it was
// killed or much later. It is private, and holds no word of what was taken back.
type note struct {
	Content   string   `json:"content"`
	State     string   `json:"state"`
	Answer    string   `json:"answer"`
	Languages []string `json:"languages"`
	Addresses []string `json:"addresses"` // ever published
	Files     []string `json:"files"`     // pages below the output folder
	Pictures  []string `json:"pictures"`  // files of pictures it used
	Bytes     []string `json:"bytes"`     // SHA-256 of its pictures
	Salt      string   `json:"salt"`
	Sentences []mark   `json:"sentences"`
}

// folder is where everything about one removal lies, outside the output.
func folder(state, id string) string { return filepath.Join(state, "revoked", id) }

func notePath(state, id string) string { return filepath.Join(folder(state, id), "removed.json") }

// readNote returns the note of an earlier run, or an empty one: a note that
// cannot be read must not hold a removal up.
func readNote(state, id string) note {
	data, err := os.ReadFile(notePath(state, id))
	n := note{}
	if err != nil || json.Unmarshal(data, &n) != nil {
		return note{Content: id}
	}
	n.Content = id
	return n
}

func (n *note) write(state string) error {
	for _, list := range []*[]string{&n.Languages, &n.Addresses, &n.Files, &n.Pictures, &n.Bytes, &n.Sentences} {
		slices.Sort(*list)
		*list = slices.Compact(*list)
		if *list == nil {
			*list = []string{}
		}
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(n); err != nil {
		return err
	}
	return save(notePath(state, n.Content), out.Bytes())
}

// save replaces a private file in one step, unless it is the same already.
func save(file string, data []byte) error {
	if before, err := os.ReadFile(file); err == nil && bytes.Equal(before, data) {
		return nil
	}
	err := os.MkdirAll(filepath.Dir(file), 0o700)
	if err == nil {
		err = os.WriteFile(file+".new", data, 0o600)
	}
	if err == nil {
		err = os.Rename(file+".new", file)
	}
	if err != nil {
		return fmt.Errorf("writing %s in the private folder: %w", filepath.Base(file), bare(err))
	}
	return nil
}

// notes lists the ids that were ever taken out.
func notes(state string) []string {
	entries, err := os.ReadDir(filepath.Join(state, "revoked"))
	if err != nil {
		return nil
	}
	var ids []string
	for _, e := range entries {
		if e.IsDir() {
			ids = append(ids, e.Name())
		}
	}
	return ids
}
