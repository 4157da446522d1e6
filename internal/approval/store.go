package approval

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"handrail/internal/source"
)

// Private is the private folder of a site that names no other one.
const Private = ".handrail"

// A Store is the private folder that holds approvals: in its folder approvals
// the records, in its folder approved the words as they were approved.
type Store struct {
	dir  string
	also string // the site's own private folder, where that is another one
	must bool   // the folder was named outright, so it has to be there
}

// Open returns the store of a site. Private is the folder that the site's
// configuration names: below the site, or anywhere else on the machine.
//
// The site's own folder is read too when another one is named: what is paused or
// revoked there stays so, since removing must work where the configuration
// cannot be read.
func Open(site, private string) *Store {
	own := filepath.Join(site, Private)
	s := &Store{dir: filepath.FromSlash(private)}
	if !filepath.IsAbs(s.dir) {
		s.dir = filepath.Join(site, s.dir)
	}
	if s.dir != own {
		s.also, s.must = own, true
	}
	return s
}

// Read reads all records. An error means that they could not be read at all.
func (s *Store) Read() (*Records, error) {
	records := &Records{byKey: map[string]*Record{}, stopped: map[string]*Record{}}
	if _, err := os.Stat(s.dir); s.must && err != nil {
		return nil, errors.New("the private folder that `private_dir` names cannot be opened, and without it nobody knows what is approved; look at its path, fetch it, or make an empty folder for a new one")
	}
	read, problems, err := readFolder(filepath.Join(s.dir, "approvals"))
	if err != nil {
		return nil, err
	}
	records.Problems = problems
	for _, r := range read {
		records.add(r)
	}
	if s.also == "" {
		return records, nil
	}
	read, _, err = readFolder(filepath.Join(s.also, "approvals"))
	if err != nil {
		return nil, err
	}
	for _, r := range read {
		records.stop(r)
	}
	return records, nil
}

// maxRecord is the largest file that can be a record, in bytes.
const maxRecord = 64 << 10

// readFolder reads the records of one folder, in the order of their names.
func readFolder(dir string) ([]*Record, []Problem, error) {
	if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	folder, err := source.OpenFolder(dir)
	if err != nil {
		return nil, nil, errors.New("the folder of approvals cannot be opened; look at who may read it")
	}
	defer folder.Close()
	files, odd, err := folder.List(".")
	if err != nil {
		return nil, nil, errors.New("the folder of approvals cannot be read; look at who may read it")
	}
	var problems []Problem
	for _, o := range odd {
		problems = append(problems, Problem{File: o.Path, Message: "something in the folder of approvals is no ordinary file, so it was not read",
			Fix: "Put the file itself there, with a name of letters, digits, dots and hyphens."})
	}
	var records []*Record
	for _, name := range files {
		if path.Ext(name) != ".toml" || strings.Contains(name, "/") {
			continue
		}
		f, err := folder.Read(name, maxRecord)
		if err != nil {
			problems = append(problems, Problem{File: name, Message: "an approval cannot be read",
				Fix: "Look at who may read the file, and whether it is one that Handrail wrote."})
			continue
		}
		r, found := Parse(f)
		problems = append(problems, found...)
		records = append(records, r)
	}
	return records, problems, nil
}

// Records are all approvals of a site.
type Records struct {
	Problems []Problem
	all      []*Record
	byKey    map[string]*Record // language/id
	stopped  map[string]*Record // language/id, paused or revoked anywhere
}

// All returns the records in the order of their file names.
func (rs *Records) All() []*Record { return rs.all }

// Of returns the record of some content in a language, or nil. One that is
// revoked or paused, wherever that is written, comes first.
func (rs *Records) Of(content, lang string) *Record {
	if r := rs.stopped[lang+"/"+content]; r != nil {
		return r
	}
	return rs.byKey[lang+"/"+content]
}

// About tells whether anybody has said yes to some content, whatever the
// language.
func (rs *Records) About(content string) bool {
	for _, r := range rs.all {
		if r.Content == content && (r.Digest != "" || r.State == Active) {
			return true
		}
	}
	return false
}

func (rs *Records) add(r *Record) {
	rs.all = append(rs.all, r)
	rs.stop(r)
	if r.Content == "" || r.Lang == "" {
		return
	}
	key := r.Lang + "/" + r.Content
	if rs.byKey[key] != nil {
		rs.Problems = append(rs.Problems, Problem{File: r.File, Content: r.Content, Lang: r.Lang,
			Message: "there are two approvals of this in one language, and only one can be right", Fix: "Remove the older one."})
		return
	}
	rs.byKey[key] = r
}

// stop remembers a record that is paused or revoked; revoked weighs more.
func (rs *Records) stop(r *Record) {
	key := r.Lang + "/" + r.Content
	if r.State == Revoked || r.State == Paused && (rs.stopped[key] == nil || rs.stopped[key].State == Paused) {
		rs.stopped[key] = r
	}
}

// Save writes a record over the one of the same content and language. It is
// there whole or not at all.
func (s *Store) Save(r *Record) error {
	if err := s.write("approvals", FileName(r.Content, r.Lang), r.Bytes()); err != nil {
		return fmt.Errorf("writing the approval: %w", err)
	}
	return nil
}

// write replaces a file of the store. Only its owner may read it.
func (s *Store) write(folder, name string, data []byte) error {
	dir := filepath.Join(s.dir, folder)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return bare(err)
	}
	f, err := os.CreateTemp(dir, ".new-*")
	if err != nil {
		return bare(err)
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(f.Name(), filepath.Join(dir, name))
	}
	if err != nil {
		_ = os.Remove(f.Name())
	}
	return bare(err)
}

// bare takes the machine's own path out of an operating system's error: it may
// hold the name of the person at the keyboard.
func bare(err error) error {
	var onPath *fs.PathError
	var onLink *os.LinkError
	switch {
	case errors.As(err, &onPath):
		return onPath.Err
	case errors.As(err, &onLink):
		return onLink.Err
	}
	return err
}

// Keep keeps the text of an approval, so that the next packet can say what
// changed since. It is as private as the record.
func (s *Store) Keep(r *Record, t Text) error {
	if err := s.write("approved", textName(r.Content, r.Lang), []byte(t.String())); err != nil {
		return fmt.Errorf("keeping the words that were approved: %w", err)
	}
	return nil
}

// Kept returns the text that was approved last, or nil where none was kept.
func (s *Store) Kept(content, lang string) (Text, error) {
	data, err := os.ReadFile(filepath.Join(s.dir, "approved", textName(content, lang)))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("reading the words that were approved: %w", bare(err))
	}
	var t Text
	for line := range strings.Lines(string(data)) {
		if key, value, ok := strings.Cut(strings.TrimSuffix(line, "\n"), ": "); ok {
			t = append(t, Line{key, value})
		}
	}
	return t, nil
}

// WritePacket keeps a packet in the store and returns its path as the site's
// configuration writes paths.
func (s *Store) WritePacket(content, lang string, html []byte) (string, error) {
	name := content + "." + lang + ".html"
	if err := s.write("packets", name, html); err != nil {
		return "", fmt.Errorf("writing the packet: %w", err)
	}
	return filepath.Join(s.dir, "packets", name), nil
}

func textName(content, lang string) string { return content + "." + lang + ".txt" }

// Forget removes the words that were kept and the packet of some content, which
// a person who takes a story back does not want to lie about. The record stays.
func (s *Store) Forget(content, lang string) error {
	for _, file := range []string{filepath.Join("approved", textName(content, lang)), filepath.Join("packets", content+"."+lang+".html")} {
		for _, dir := range []string{s.dir, s.also} {
			if dir == "" {
				continue
			}
			if err := os.Remove(filepath.Join(dir, file)); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return fmt.Errorf("removing what was kept of %s: %w", content, bare(err))
			}
		}
	}
	return nil
}
