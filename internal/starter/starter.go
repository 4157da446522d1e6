// Package starter holds the texts that a new library and a new file begin
// with. They are true sentences that can stay, not filler: a network that
// publishes its starter unchanged says nothing false.
package starter

import (
	"bytes"
	"embed"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"text/template"
	"unicode"

	"handrail/internal/kind"
)

//go:embed all:files
var files embed.FS

// A File is a file to write, its path below the site folder.
type File struct {
	Path string
	Data []byte
}

// A Start is what the texts are filled in with.
type Start struct {
	Title     string
	ID        string
	Lang      string   // BCP 47
	Languages []string // of a site; the first one is the default
	Month     string   // year-month
}

// Languages lists the languages that the texts are written in, sorted.
func Languages() []string {
	entries, err := files.ReadDir("files")
	if err != nil {
		panic("starter: the texts are missing")
	}
	var tags []string
	for _, e := range entries {
		if e.Name() != "site" {
			tags = append(tags, e.Name())
		}
	}
	return tags
}

// Site returns the files of a new library.
func Site(s Start) ([]File, error) {
	made := []File{}
	for name, to := range map[string]string{"handrail.toml.tmpl": "handrail.toml", "gitignore.tmpl": ".gitignore", "README.md.tmpl": "README.md"} {
		f, err := fill("files/site/"+name, to, s)
		if err != nil {
			return nil, err
		}
		made = append(made, f)
	}
	for _, tag := range s.Languages {
		if !slices.Contains(Languages(), tag) {
			return nil, fmt.Errorf("there are no starter texts in %q yet; choose from %s, and add the language to handrail.toml afterwards", tag, strings.Join(Languages(), ", "))
		}
		s.Lang = tag
		entries, err := fs.ReadDir(files, "files/"+tag+"/site")
		if err != nil {
			return nil, fmt.Errorf("reading the starter texts: %w", err)
		}
		for _, e := range entries {
			name := strings.TrimSuffix(e.Name(), ".tmpl")
			f, err := fill(path.Join("files", tag, "site", e.Name()), path.Join("content", tag, name), s)
			if err != nil {
				return nil, err
			}
			made = append(made, f)
		}
	}
	slices.SortFunc(made, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	return made, nil
}

// Piece returns the files of a new piece of content of a kind. An event has
// two: the host's guide and the speaker's sheet.
func Piece(kindName string, s Start) ([]File, error) {
	k, ok := kind.Named(kindName)
	if !ok {
		return nil, fmt.Errorf("there is no kind called %q", kindName)
	}
	names := []string{kindName + ".md.tmpl"}
	ids := []string{s.ID}
	if kindName == "event" {
		names, ids = append(names, "event-speaker.md.tmpl"), append(ids, s.ID+"-speaker")
	}
	var made []File
	for i, name := range names {
		f, err := fill(path.Join("files", text(s.Lang), name), path.Join(s.Lang, k.Folder, ids[i]+".md"), s)
		if err != nil {
			return nil, err
		}
		made = append(made, f)
	}
	return made, nil
}

// Glossary returns a glossary that holds one term.
func Glossary(s Start) (File, error) {
	return fill(path.Join("files", text(s.Lang), "glossary.md.tmpl"), path.Join(s.Lang, "glossary.md"), s)
}

// Term returns the lines of one more term, for the front matter of a glossary.
func Term(s Start) ([]byte, error) {
	f, err := fill(path.Join("files", text(s.Lang), "term.md.tmpl"), "", s)
	return f.Data, err
}

// text is the language whose texts are used for a language: its own, or English.
func text(tag string) string {
	if slices.Contains(Languages(), tag) {
		return tag
	}
	return "en"
}

// fill fills in one text.
func fill(from, to string, s any) (File, error) {
	t, err := template.New(path.Base(from)).Option("missingkey=error").ParseFS(files, from)
	if err != nil {
		return File{}, fmt.Errorf("reading the starter text %s: %w", from, err)
	}
	var out bytes.Buffer
	if err := t.Execute(&out, s); err != nil {
		return File{}, fmt.Errorf("filling in the starter text %s: %w", from, err)
	}
	return File{Path: to, Data: out.Bytes()}, nil
}

// ID makes an id of a title: small letters, digits and single hyphens. It is
// empty when the title has none of the letters a to z.
func ID(title string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(title) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case (unicode.IsSpace(r) || r == '-' || r == '_' || r == '/') && b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	return strings.Trim(b.String(), "-")
}

// opaque are letters and digits that cannot be read as each other, without
// vowels, so that no word comes out.
const opaque = "23456789bcdfghjkmnpqrstvwxz"

// StoryID makes a story's id, which never comes from its title, of random
// bytes: four of them are enough.
func StoryID(random []byte) string {
	id := []byte("s-")
	for _, b := range random {
		id = append(id, opaque[int(b)%len(opaque)])
	}
	return string(id)
}
