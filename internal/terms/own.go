package terms

import (
	"fmt"
	"slices"
	"strings"

	"handrail/internal/fields"
	"handrail/internal/finding"
	"handrail/internal/source"
)

// File is the name of a network's own list, in the site folder.
const File = "terms.toml"

const ruleValue = "front/value"

// For returns the lists of some languages, as a network has changed them, and
// what is wrong with its own file. Kinds are those of pages that there are. f is
// nil where it has none. An entry that
// has a problem changes nothing.
func For(tags, kinds []string, f *source.File) (Lists, []finding.Problem) {
	o := &own{tags: tags, kinds: kinds, lists: map[string][]Term{}}
	for _, tag := range tags {
		o.lists[tag] = slices.Clone(starting(tag))
	}
	if f != nil {
		o.read(f)
	}
	lists := Lists{}
	for tag, all := range o.lists {
		lists[tag] = newList(tag, all)
	}
	return lists, o.problems
}

// own is a network's file being read.
type own struct {
	tags     []string
	kinds    []string
	lists    map[string][]Term
	problems []finding.Problem
}

func (o *own) read(f *source.File) {
	table, problems := fields.ParseTOML(f, 0, len(f.Data))
	o.problems = append(o.problems, problems...)
	if len(problems) > 0 {
		return
	}
	var written file
	o.problems = fields.Decode(table, &written)
	for _, t := range written.Terms {
		o.take(t)
	}
}

func (o *own) wrong(at source.Place, message, fix string) {
	o.problems = append(o.problems, finding.Problem{At: at, Rule: ruleValue, Message: message, Fix: fix})
}

// take adds one entry to its list, or changes the one that is there.
func (o *own) take(t Term) {
	if t.Lang == "" {
		t.Lang = o.tags[0]
	}
	for _, tag := range o.tags {
		if strings.EqualFold(tag, t.Lang) {
			t.Lang = tag
		}
	}
	if strings.TrimSpace(t.Term) == "" {
		return // reported as missing already
	}
	list, known := o.lists[t.Lang]
	if !known {
		o.wrong(t.At, fmt.Sprintf("the word %q is for the language %q, which is not one of the site's", fields.Shown(t.Term), fields.Shown(t.Lang)),
			"Write one of: "+strings.Join(o.tags, ", ")+".")
		return
	}
	i := slices.IndexFunc(list, func(other Term) bool { return same(other.Term, t.Term) })
	switch {
	case !slices.Contains([]Level{"", Fail, Warn, Note, Off}, t.Level):
		o.wrong(t.At, fmt.Sprintf("`term.level` of %q cannot be %q", fields.Shown(t.Term), fields.Shown(string(t.Level))), "Choose one of: fail, warn, note, off.")
	case i >= 0 && t.Level == Off:
		o.lists[t.Lang] = slices.Delete(list, i, i+1)
	case i >= 0:
		if o.sound(t) {
			list[i] = changed(list[i], t)
		}
	case t.Level == Off:
		o.wrong(t.At, fmt.Sprintf("there is no word %q in the list, so it cannot be taken out", fields.Shown(t.Term)), o.nearest(t, list))
	case t.Why == "" || t.Instead == "" || t.Level == "":
		o.wrong(t.At, fmt.Sprintf("the word %q is not in the list yet, so it needs a `why`, an `instead` and a `level`", fields.Shown(t.Term)), o.nearest(t, list))
	case o.sound(t):
		if len(t.Forms) == 0 {
			t.Forms = []string{t.Term}
		}
		o.lists[t.Lang] = append(list, t)
	}
}

// nearest advises the word that may have been meant.
func (o *own) nearest(t Term, list []Term) string {
	var known []string
	for _, other := range list {
		known = append(known, other.Term)
	}
	if near := fields.Nearest(t.Term, known); near != "" {
		return fmt.Sprintf("Did you mean term = %q?", near)
	}
	return "Say who is hurt or misled and how, what to write in its place, and whether it should fail, warn or be a note."
}

// sound tells whether the forms of an entry can be looked for.
func (o *own) sound(t Term) bool {
	for _, kind := range t.Kinds {
		if !slices.Contains(o.kinds, kind) {
			o.wrong(t.At, fmt.Sprintf("there is no kind of page called %q", fields.Shown(kind)), "Choose from: "+strings.Join(o.kinds, ", ")+".")
			return false
		}
	}
	for _, form := range slices.Concat([]string{t.Term}, t.Forms, t.Except) {
		if words := len(split(form)); words == 0 {
			o.wrong(t.At, fmt.Sprintf("a form of the word %q holds no word", fields.Shown(t.Term)), "Write each form as it stands in a text.")
			return false
		} else if words > maxWords || spellings(form) > maxSpellings {
			o.wrong(t.At, fmt.Sprintf("a form of the word %q is too long to look for", fields.Shown(t.Term)),
				fmt.Sprintf("Write at most %d words, and fewer words with / between them.", maxWords))
			return false
		}
	}
	return true
}

// changed lays what an entry says over what was there.
func changed(t, over Term) Term {
	t.At, t.AsWritten = over.At, t.AsWritten || over.AsWritten
	for _, list := range []struct{ into, from *[]string }{
		{&t.Forms, &over.Forms}, {&t.Near, &over.Near}, {&t.Unless, &over.Unless}, {&t.Except, &over.Except}, {&t.Kinds, &over.Kinds},
	} {
		if len(*list.from) > 0 {
			*list.into = *list.from
		}
	}
	for _, text := range []struct{ into, from *string }{{&t.Why, &over.Why}, {&t.Instead, &over.Instead}} {
		if *text.from != "" {
			*text.into = *text.from
		}
	}
	if over.Level != "" {
		t.Level = over.Level
	}
	if over.Source != "" {
		t.Source, t.Unread = over.Source, over.Unread
	}
	return t
}

// same tells whether two words are one, whatever their capitals, hyphens and
// accents.
func same(a, b string) bool {
	x, y := split(a), split(b)
	return slices.EqualFunc(x, y, func(v, w word) bool { return v.folded == w.folded })
}
