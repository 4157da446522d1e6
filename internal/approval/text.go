package approval

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"handrail/internal/fields"
	"handrail/internal/kind"
	"handrail/internal/site"
)

// A Line is one thing that a person approves: what it is, and the words.
type Line struct{ Key, Value string }

// A Text is everything of a page that any surface may show, in a fixed order
// and in plain words. It is what a person approves, and what the digest covers;
// the manual has the form in full (content/en/developers/digest.md).
type Text []Line

// firstLine tags the version of the form. Another form would get another tag,
// so that no text can be read in two ways.
const firstLine = "handrail-approval 1"

// notShown are the keys of front matter that no surface shows. What stands
// beside it under a name of its own is left out too.
var notShown = []string{"draft", "terms", "translation_of"}

// Of returns the text of a page. The bytes of its pictures are read; an error
// means that they could not be.
func Of(s *site.Site, p *site.Page) (Text, error) {
	c := p.Common()
	t := &texter{}
	t.add("content", c.ID)
	t.add("lang", p.Lang.Tag)
	t.add("kind", p.Kind)
	t.add("address", string(p.Address))
	t.add("title", c.Title)
	t.add("tab_title", c.TabTitle)
	t.add("summary", c.Summary)
	t.list("author", c.Authors)
	t.list("content_note", c.ContentNotes)
	t.list("written_for", c.WrittenFor)
	t.add("version", strconv.Itoa(c.Version))
	if story, ok := p.Data.(*kind.Story); ok {
		t.add("terms_of_use", story.TermsOfUse)
	}
	t.front(p.Front)
	t.body(p)
	for _, i := range c.Images {
		if err := t.picture(s, p, i.Src, i.Alt, i.Caption, i.Credit, i.Decorative); err != nil {
			return nil, err
		}
		t.add("description", i.Description)
	}
	for _, i := range p.Doc.Images {
		if err := t.picture(s, p, i.Destination, i.Alt, i.Title, i.Credit, i.Decorative); err != nil {
			return nil, err
		}
	}
	return t.text, nil
}

// Digest is the hash of the text with a salt, as a record holds it.
func (t Text) Digest(salt string) string {
	sum := sha256.Sum256([]byte(firstLine + "\nsalt: " + salt + "\n" + t.String()))
	return "sha256:" + hex.EncodeToString(sum[:])
}

// String is the text as it is hashed and kept: a line for each thing.
func (t Text) String() string {
	var b strings.Builder
	for _, l := range t {
		b.WriteString(l.Key + ": " + l.Value + "\n")
	}
	return b.String()
}

type texter struct{ text Text }

// add adds a line, unless it has nothing to say.
func (t *texter) add(key, value string) {
	if value = plain(value); value != "" {
		t.text = append(t.text, Line{key, value})
	}
}

func (t *texter) list(key string, values []string) {
	for _, v := range values {
		t.add(key, v)
	}
}

// plain makes equal what readers cannot tell apart: how accents are coded, and
// white space. A text is one line then, whatever it holds.
func plain(text string) string {
	return strings.Join(strings.Fields(norm.NFC.String(strings.ToValidUTF8(text, "\ufffd"))), " ")
}

// own are the keys that Of gives under their names already, with what is
// inferred where nothing is written, and those of pictures.
var own = []string{"id", "lang", "kind", "title", "tab_title", "summary", "authors", "content_notes", "written_for", "version", "terms_of_use", "image"}

// front adds all other keys of front matter, sorted, so that one that comes to
// be shown some day is covered already.
func (t *texter) front(front *fields.Table) {
	rest := slices.Clone(front.Entries)
	slices.SortStableFunc(rest, func(a, b fields.Entry) int { return strings.Compare(a.Key, b.Key) })
	for _, e := range rest {
		if slices.Contains(own, e.Key) || slices.Contains(notShown, e.Key) {
			continue
		}
		for _, l := range values(e.Key, e.Value) {
			t.add(l.Key, l.Value)
		}
	}
}

// values lists the values below a key: those of a list one after the other,
// those of a table with dotted keys.
func values(key string, v fields.Value) []Line {
	switch v.Type {
	case fields.List:
		var all []Line
		for _, item := range v.List {
			all = append(all, values(key, item)...)
		}
		return all
	case fields.TableType:
		var all []Line
		for _, e := range v.Table.Entries {
			all = append(all, values(key+"."+e.Key, e.Value)...)
		}
		return all
	case fields.Bool:
		return []Line{{key, strconv.FormatBool(v.Bool)}}
	}
	return []Line{{key, strings.Join(v.Strings(), " ")}}
}

// body adds what the markdown shows: the running text as one line, since
// headings' levels and line wraps do not count, and all that is not in it.
func (t *texter) body(p *site.Page) {
	t.add("text", p.MainText())
	t.list("verbatim", p.Doc.Verbatim)
	for _, l := range p.Doc.Links {
		t.add("link", l.Destination)
		t.add("link_title", l.Title)
	}
	t.list("mark", p.Doc.Marks)
}

func (t *texter) picture(s *site.Site, p *site.Page, destination, alt, caption, credit string, decorative bool) error {
	picture := s.Picture(p, destination)
	if picture == nil {
		t.add("picture", "none "+destination)
	} else {
		data, err := picture.Read()
		if err != nil {
			return fmt.Errorf("a picture of %s: %w", p.File.Path, err)
		}
		sum := sha256.Sum256(data)
		t.add("picture", "sha256:"+hex.EncodeToString(sum[:]))
	}
	if decorative {
		t.add("decorative", "true")
	}
	t.add("alt", alt)
	t.add("caption", caption)
	t.add("credit", credit)
	return nil
}

// Sheet is a short code that is the same for the same words and pictures. It
// stands on a packet and where its answer is recorded, so that two people can
// tell that they speak of the same thing.
func (t Text) Sheet() string {
	code := strings.TrimPrefix(t.Digest(""), "sha256:")
	return code[:4] + "-" + code[4:8]
}
