package revoke

import (
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"path"
	"slices"
	"strings"

	"handrail/internal/manifest"
	"handrail/internal/publish"
)

// An Output is what a removal did in one output folder.
type Output struct {
	Dest     string
	Removed  []string // pages and pictures
	Cut      []string // shared files that lost their traces
	TakenOut []string // shared files that had to go whole, until the next build
	Left     []string // files that still hold a sentence, a picture or an address of it
	Problems []string // what could not be done
}

// outputWork is the removal in one output folder.
type outputWork struct {
	*work
	edit   *publish.Edit
	listed map[string]manifest.File
	files  []string // those that stay
	own    []string // pages of the piece
	pics   map[string]bool
	target target
	common map[mark]bool   // sentences that stand in pages that have nothing to do with it
	beside map[string]bool // files without a link to it, made of a piece that has one: they may repeat its words
	out    Output
}

// output takes the piece out of one output folder. It can be stopped anywhere
// and run again: the manifest, which knows what belongs to the piece, is changed
// last.
func (w *work) output(dest string) (Output, error) {
	edit, err := publish.OpenEdit(dest, w.state)
	if err != nil {
		return Output{Dest: dest}, err
	}
	defer edit.Close()
	o := &outputWork{work: w, edit: edit, listed: map[string]manifest.File{}, pics: map[string]bool{}, common: map[mark]bool{}, beside: map[string]bool{}, out: Output{Dest: dest}}
	for _, f := range edit.Manifest.Files {
		o.listed[f.Path] = f
	}
	if err := o.sort(); err != nil {
		return o.out, err
	}
	o.learn()
	o.keepNote()
	for _, name := range o.own {
		o.remove(name, &o.out.Removed)
	}
	o.shared()
	o.pictures()
	o.answers()
	o.scan()
	o.edit.Manifest.Files = slices.Collect(maps.Values(o.listed))
	return o.out, edit.Save()
}

func (o *outputWork) problem(err error) {
	if err != nil {
		o.out.Problems = append(o.out.Problems, err.Error())
	}
}

// sort tells the pages of the piece from all other files.
func (o *outputWork) sort() error {
	all, err := o.edit.Files()
	if err != nil {
		return err
	}
	for f, entry := range o.listed {
		switch {
		case strings.HasPrefix(f, "pictures/"):
			if slices.Equal(entry.Content, []string{o.id}) {
				o.pics[f] = true
			}
		case slices.Equal(entry.Content, []string{o.id}) && path.Ext(f) == ".html" && o.wants(f):
			o.own = append(o.own, f)
		}
	}
	if len(o.listed) == 0 {
		// The manifest is lost. A page's own folder bears its id.
		for _, f := range all {
			if slices.Contains(strings.Split(path.Dir(f), "/"), o.id) && o.wants(f) {
				o.own = append(o.own, f)
			}
		}
	}
	slices.Sort(o.own)
	for _, f := range all {
		if _, found := slices.BinarySearch(o.own, f); !found {
			o.files = append(o.files, f)
		}
	}
	for _, f := range o.note.Files {
		if o.wants(f) && !slices.Contains(o.files, f) {
			o.own = append(o.own, f) // removed by an earlier run, but perhaps still linked to
		}
	}
	slices.Sort(o.own)
	o.own = slices.Compact(o.own)
	o.target = aim(o.own)
	return nil
}

// wants tells whether a page is in one of the languages that are taken out.
func (o *outputWork) wants(file string) bool {
	tag, _, _ := strings.Cut(file, "/")
	return len(o.only) == 0 || slices.Contains(o.only, tag)
}

// learn reads the pages of the piece before they go: their words, to look for
// them afterwards, and their pictures.
func (o *outputWork) learn() {
	own := map[mark]bool{}
	var pages [][]byte
	for _, f := range o.own {
		data, err := o.edit.Read(f)
		if err != nil {
			continue // gone already
		}
		pages = append(pages, data)
		for _, text := range texts(f, mainPart(data)) {
			prints(o.note.Salt, text, own)
		}
	}
	for f := range o.listed {
		if strings.HasPrefix(f, "pictures/") && slices.ContainsFunc(pages, func(p []byte) bool { return strings.Contains(string(p), f) }) {
			o.pics[f] = true
		}
	}
	leading := map[string]bool{} // pieces with a page that leads to it
	apart := map[string][]byte{}
	for _, f := range o.files {
		if _, ours := o.listed[f]; !textual(f) || !ours && len(o.listed) > 0 {
			continue // a stranger's file that repeats its words makes them no common ones
		}
		data, err := o.edit.Read(f)
		if err != nil {
			continue
		}
		if !o.target.in(data) {
			apart[f] = data
		} else if content := o.listed[f].Content; len(content) == 1 {
			leading[content[0]] = true
		}
	}
	for f, data := range apart {
		if content := o.listed[f].Content; len(content) == 1 && leading[content[0]] {
			o.beside[f] = true
		} else {
			for _, text := range texts(f, data) {
				prints(o.note.Salt, text, o.common)
			}
		}
	}
	if !o.known { // nobody kept the exact words
		for m := range own {
			if !o.common[m] {
				o.sentences[m] = true
			}
		}
	}
}

// keepNote writes down what the next run could no longer find out.
func (o *outputWork) keepNote() {
	n := &o.note
	n.Sentences = append(n.Sentences, slices.Collect(maps.Keys(o.sentences))...)
	n.Pictures = append(n.Pictures, slices.Collect(maps.Keys(o.pics))...)
	for _, f := range n.Pictures {
		o.pics[f] = true
	}
	for _, f := range o.own {
		n.Files = append(n.Files, f)
		n.Addresses = append(n.Addresses, manifest.Address(o.edit.Manifest.Base, f))
	}
	o.late = n.write(o.state)
}

// remove removes a file and forgets that it was ours.
func (o *outputWork) remove(name string, list *[]string) bool {
	_, err := o.edit.Read(name)
	there := err == nil
	if err := o.edit.Remove(name); err != nil {
		o.problem(err)
		return false
	}
	delete(o.listed, name)
	if there {
		*list = append(*list, name)
	}
	return true
}

// shared cuts the traces out of the files that show other things, too. Those
// beside a page with a link come first: another run would not know them when
// that link is gone.
func (o *outputWork) shared() {
	gone := map[string]bool{}
	for _, f := range slices.Sorted(maps.Keys(o.beside)) {
		if data, err := o.edit.Read(f); err == nil && o.says(f, data, true) {
			gone[f] = o.remove(f, &o.out.TakenOut)
		}
	}
	var stay []string
	for _, f := range o.files {
		if !gone[f] && !o.sharedFile(f) {
			stay = append(stay, f)
		}
	}
	o.files = stay
}

// sharedFile tells whether the file is gone.
func (o *outputWork) sharedFile(f string) bool {
	entry, ours := o.listed[f]
	if !ours && len(o.listed) > 0 || !textual(f) {
		return false
	}
	data, err := o.edit.Read(f)
	if err != nil {
		o.problem(err)
		return false
	}
	if !o.target.in(data) {
		return false
	}
	if slices.Equal(entry.Content, []string{o.id}) && path.Ext(f) == ".html" && len(o.only) == 0 {
		return o.remove(f, &o.out.Removed)
	}
	cut := data
	if markup(f) {
		cut = o.target.cut(f, data)
	}
	if o.target.in(cut) || o.says(f, cut, true) {
		return o.remove(f, &o.out.TakenOut)
	}
	if err := o.edit.Replace(f, cut); err != nil {
		// It must go, even where nothing can be written. On a full disk the room
		// that it leaves is enough for what stays of it.
		before := len(o.out.TakenOut)
		if !o.remove(f, &o.out.TakenOut) || o.edit.Replace(f, cut) != nil {
			o.problem(err)
			return len(o.out.TakenOut) > before
		}
		o.out.TakenOut = o.out.TakenOut[:before]
	}
	o.out.Cut = append(o.out.Cut, f)
	if ours {
		sum := sha256.Sum256(cut)
		entry.SHA256 = hex.EncodeToString(sum[:])
		if len(o.only) == 0 {
			entry.Content = slices.DeleteFunc(slices.Clone(entry.Content), func(id string) bool { return id == o.id })
		}
		o.listed[f] = entry
	}
	return false
}

// says tells whether a file holds a sentence of the piece; with rare, only one
// that no unrelated page holds.
func (o *outputWork) says(f string, data []byte, rare bool) bool {
	found := map[mark]bool{}
	for _, text := range texts(f, data) {
		prints(o.note.Salt, text, found)
	}
	for m := range found {
		if o.sentences[m] && !(rare && o.common[m]) {
			return true
		}
	}
	return false
}

// pictures removes the pictures that no file shows any more.
func (o *outputWork) pictures() {
	used := map[string]bool{}
	for _, f := range o.files {
		if !textual(f) || len(o.pics) == 0 {
			continue
		}
		data, err := o.edit.Read(f)
		if err != nil {
			continue
		}
		for p := range o.pics {
			used[p] = used[p] || strings.Contains(string(data), p)
		}
	}
	for _, p := range slices.Sorted(maps.Keys(o.pics)) {
		entry, ours := o.listed[p]
		if used[p] || !ours {
			continue
		}
		o.note.Bytes = append(o.note.Bytes, entry.SHA256)
		if o.remove(p, &o.out.Removed) {
			o.files = slices.DeleteFunc(o.files, func(f string) bool { return f == p })
		}
	}
}

// scan looks through everything that is left.
func (o *outputWork) scan() {
	for _, f := range o.files {
		data, err := o.edit.Read(f)
		if err != nil {
			continue
		}
		left := false
		if textual(f) {
			left = o.target.in(data) || o.says(f, data, false)
		} else if len(o.note.Bytes) > 0 {
			sum := sha256.Sum256(data)
			left = slices.Contains(o.note.Bytes, hex.EncodeToString(sum[:]))
		}
		if left {
			o.out.Left = append(o.out.Left, f)
		}
	}
}

// mainPart is the inside of <main>, or all of a page that has none.
func mainPart(data []byte) []byte {
	text := string(data)
	if i := strings.Index(text, "<main"); i >= 0 {
		if end := strings.Index(text[i:], "</main"); end >= 0 {
			return data[i : i+end]
		}
	}
	return data
}
