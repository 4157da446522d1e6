// Package revoke takes one piece out of everything that Handrail wrote.
//
// It never waits. It reads no configuration, no theme and no other page, asks
// no network, and needs no build: the manifest tells which files belong to the
// piece, and the finished files tell where others lead to it. First it writes
// down that the piece was taken back, so that no later build shows it. Then the
// pages go, then every trace in lists, feeds, the sitemap and other pages, then
// the pictures that nothing else shows. Whoever runs it again after it was
// stopped, at any moment, finishes it; after that another run changes nothing.
//
// A build afterwards makes the rest of the library exactly what it would be if
// the piece had never been there. Until then, the traces are cut out of the
// finished files as they are.
package revoke

import (
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"handrail/internal/approval"
	"handrail/internal/lang"
	"handrail/internal/manifest"
	"handrail/internal/publish"
)

// The answers that an address can give after a removal; the person chooses.
const (
	Gone    = "gone"    // the server says that it is gone for good
	Neutral = "neutral" // a page that says nothing about it
	None    = "none"    // as for any address where nothing ever was
)

// Answers lists them, the usual one first.
func Answers() []string { return []string{Gone, Neutral, None} }

// A Request says what to take out.
type Request struct {
	Site   string // the site's folder
	ID     string
	Langs  []string       // only these languages; empty for all
	State  approval.State // Revoked or Paused
	Answer string
	Dests  []string // output folders beyond those that the private folder knows
	Known  []string // languages in which the caller knows the piece
	Random io.Reader
	Today  time.Time
}

// A Report is what was done, and what is left to people.
type Report struct {
	Langs     []string // in which it was taken out
	Outputs   []Output
	Outside   int      // output folders whose places are not known
	Addresses []string // ever published
	Sources   []string // files of the content, which were not touched
	Commits   []string // that hold it in the history of git
	Unstated  error    // why the state could not be written, or nil
	Problems  []string
}

// Unknown says that nothing is known about an id.
type Unknown struct{ ID string }

func (u *Unknown) Error() string { return "nothing is known about a piece with the id " + u.ID }

var ids = regexp.MustCompile(`^[\p{Ll}\p{Lo}\p{M}\p{N}]([\p{Ll}\p{Lo}\p{M}\p{N}-]*[\p{Ll}\p{Lo}\p{M}\p{N}])?$`)

// work is one removal under way.
type work struct {
	request   Request
	id        string
	state     string // the private folder
	only      []string
	note      note
	sentences map[mark]bool
	known     bool  // the exact words were kept
	late      error // the note could not be written yet
	report    Report
}

// Run takes a piece out. The error is *Unknown for an id that nothing is known
// about, and nothing was changed then; all other trouble is in the report, since
// it must not keep the rest from being done.
func Run(r Request) (*Report, error) {
	if !ids.MatchString(r.ID) {
		return nil, fmt.Errorf("this is not the id of a piece: it has small letters, digits and hyphens, such as s-7kq2")
	}
	w := &work{request: r, id: r.ID, state: filepath.Join(r.Site, approval.Private), only: r.Langs, sentences: map[mark]bool{}}
	dests := w.dests()
	w.note = readNote(w.state, w.id)
	w.report.Sources = sources(r.Site, w.id, r.Langs)
	w.report.Langs = w.langs(dests)
	if len(w.report.Langs) == 0 {
		return nil, &Unknown{w.id}
	}
	w.begin()
	w.report.Unstated = w.write()
	for _, d := range dests {
		out, err := w.output(d)
		if err != nil {
			out.Problems = append(out.Problems, bare(err).Error())
		}
		w.report.Outputs = append(w.report.Outputs, out)
	}
	if w.report.Unstated != nil {
		w.report.Unstated = w.write() // what was removed may have made room
	}
	w.finish()
	return &w.report, nil
}

// dests lists the output folders that exist.
func (w *work) dests() []string {
	inside, outside := publish.Outputs(w.state)
	w.report.Outside = outside
	var all []string
	add := func(dest string) {
		if info, err := os.Stat(dest); err == nil && info.IsDir() && !slices.Contains(all, dest) {
			all = append(all, dest)
		}
	}
	for _, d := range inside {
		add(filepath.Join(w.request.Site, filepath.FromSlash(d)))
	}
	add(filepath.Join(w.request.Site, "public"))
	for _, d := range w.request.Dests {
		add(d)
	}
	return all
}

// langs finds out in which languages the piece is, or was.
func (w *work) langs(dests []string) []string {
	found := slices.Concat(w.note.Languages, w.request.Known)
	add := func(tag string) {
		if l, err := lang.Parse(tag); err == nil {
			found = append(found, l.Tag)
		}
	}
	for _, s := range w.report.Sources {
		if parts := strings.Split(s, "/"); len(parts) > 2 && strings.HasSuffix(s, ".md") {
			add(parts[1])
		}
	}
	if records, err := approval.Open(w.request.Site, approval.Private).Read(); err == nil {
		for _, r := range records.All() {
			if r.Content == w.id {
				add(r.Lang)
			}
		}
	}
	for _, d := range dests {
		edit, err := publish.OpenEdit(d, w.state)
		if err != nil {
			continue
		}
		for _, f := range edit.Manifest.Files {
			if slices.Equal(f.Content, []string{w.id}) && !strings.HasPrefix(f.Path, "pictures/") {
				tag, _, _ := strings.Cut(f.Path, "/")
				add(tag)
			}
		}
		if len(edit.Manifest.Files) == 0 {
			files, err := edit.Files()
			for _, f := range files {
				if parts := strings.Split(f, "/"); err == nil && slices.Contains(parts[:len(parts)-1], w.id) {
					add(parts[0])
				}
			}
		}
		edit.Close()
	}
	slices.Sort(found)
	found = slices.Compact(found)
	if len(w.only) > 0 && len(found) > 0 {
		return w.only
	}
	return found
}

// begin brings the note up to date, as far as it can before any page is read.
func (w *work) begin() {
	n := &w.note
	n.State, n.Answer = string(w.request.State), w.request.Answer
	n.Languages = append(n.Languages, w.report.Langs...)
	if n.Salt == "" {
		var b [16]byte
		if _, err := io.ReadFull(w.request.Random, b[:]); err == nil {
			n.Salt = hex.EncodeToString(b[:])
		}
	}
	history, err := manifest.ReadHistory(w.state)
	if err != nil {
		w.report.Problems = append(w.report.Problems, bare(err).Error())
	}
	for _, a := range history[w.id] {
		if len(w.only) == 0 || slices.ContainsFunc(w.only, func(tag string) bool { return strings.Contains("/"+a, "/"+tag+"/") }) {
			n.Addresses = append(n.Addresses, a)
		}
	}
	store := approval.Open(w.request.Site, approval.Private)
	for _, tag := range w.report.Langs {
		text, err := store.Kept(w.id, tag)
		if err != nil || text == nil {
			continue
		}
		w.known = true
		for _, l := range text {
			if slices.Contains([]string{"title", "summary", "text", "alt", "caption", "verbatim"}, l.Key) {
				prints(n.Salt, l.Value, w.sentences)
			}
		}
	}
	for _, m := range n.Sentences {
		w.sentences[m] = true
	}
	w.known = w.known || len(n.Sentences) > 0
}

// finish writes what people need afterwards, outside the output.
func (w *work) finish() {
	if err := w.note.write(w.state); err != nil {
		w.report.Problems = append(w.report.Problems, err.Error())
	}
	w.report.Addresses = w.note.Addresses
	w.report.Commits = commits(w.request.Site, w.report.Sources)
	if err := w.hosts(); err != nil {
		w.report.Problems = append(w.report.Problems, err.Error())
	}
	if w.request.State != approval.Revoked {
		return
	}
	err := w.papers()
	// The words are forgotten only when all that needs them is done.
	if err == nil && len(w.report.Problems) == 0 && w.report.Unstated == nil {
		err = ForgetWords(w.request.Site, approval.Private, w.id, w.report.Langs, w.report.Sources)
	}
	if err != nil {
		w.report.Problems = append(w.report.Problems, err.Error())
	}
}
