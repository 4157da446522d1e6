package parity

import (
	"fmt"
	"strings"

	"handrail/internal/fields"
	"handrail/internal/finding"
	"handrail/internal/source"
)

// ruleRecord: a record was edited by hand, or two were merged badly.
const ruleRecord = "translation/record"

// written is a record as its file has it.
type written struct {
	Source  string   `field:"source,required"`
	Version int      `field:"version"`
	Changed string   `field:"changed"`
	Parts   []string `field:"parts,required"`
}

// Parse reads a record from its file. Where there are problems it is nil.
func Parse(f *source.File) (*Record, []finding.Problem) {
	table, problems := fields.ParseTOML(f, 0, len(f.Data))
	var w written
	if table != nil {
		problems = append(problems, fields.Decode(table, &w)...)
	}
	r := &Record{Source: w.Source, Version: w.Version, Changed: w.Changed}
	for i, line := range w.Parts {
		pair, ok := parsePair(line)
		if !ok {
			problems = append(problems, finding.Problem{At: lineOf(table, i), Message: "this line of the record is not as Handrail writes it"})
			break
		}
		r.Pairs = append(r.Pairs, pair)
	}
	for i := range problems {
		problems[i].Rule = ruleRecord
		problems[i].Fix = ""
	}
	if len(problems) > 0 {
		return nil, problems
	}
	return r, nil
}

// lineOf is the place of one of the parts.
func lineOf(table *fields.Table, i int) source.Place {
	e, _ := table.Find("parts")
	if i < len(e.Value.List) {
		return e.Value.List[i].At
	}
	return e.At
}

// none stands for a translation that has nothing for a part.
const none = "-"

// frontMark comes before keys of front matter.
const frontMark = "+"

func (p Pair) line() string {
	translation, key := p.Translation, p.Key
	if translation == "" {
		translation = none
	}
	if p.Front {
		key = frontMark + key
	}
	return p.Source + " " + translation + " " + key
}

func parsePair(line string) (Pair, bool) {
	words := strings.Fields(line)
	if len(words) != 3 || !fingerprint(words[0]) || words[1] != none && !fingerprint(words[1]) {
		return Pair{}, false
	}
	p := Pair{Source: words[0], Translation: words[1]}
	p.Key, p.Front = strings.CutPrefix(words[2], frontMark)
	if p.Translation == none {
		p.Translation = ""
	}
	return p, true
}

func fingerprint(s string) bool {
	return len(s) == 2*printSize && strings.Trim(s, "0123456789abcdef") == ""
}

// Bytes writes the record, one part on a line: two people who work on
// different paragraphs do not get in each other's way.
func (r *Record) Bytes() []byte {
	var b strings.Builder
	b.WriteString("# Written by `handrail languages done`. It says which words of the source each part of the\n" +
		"# translation was made from, as fingerprints: the words themselves are not in here.\n")
	fmt.Fprintf(&b, "source = %q\nversion = %d\n", r.Source, r.Version)
	if r.Changed != "" {
		fmt.Fprintf(&b, "changed = %q\n", r.Changed)
	}
	b.WriteString("parts = [\n")
	for _, p := range r.Pairs {
		fmt.Fprintf(&b, "  %q,\n", p.line())
	}
	b.WriteString("]\n")
	return []byte(b.String())
}

// Accept takes the words that the source has now in the place of those that a
// part of the translation was made from: the difference between them is a
// mended mistake, not another meaning. It says whether the record changed.
func (r *Record) Accept(d Difference) bool {
	if d.Was == "" || d.Now == nil {
		return false
	}
	for i := range r.Pairs {
		if r.Pairs[i].Source == d.Was {
			r.Pairs[i].Source = d.Now.Print()
			return true
		}
	}
	return false
}
