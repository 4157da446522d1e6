package approval

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"handrail/internal/fields"
	"handrail/internal/lang"
	"handrail/internal/source"
)

// A Problem is what is wrong with a record. Nothing in it is private but the
// file's own name.
type Problem struct {
	File    string // below the folder of approvals
	Line    int    // 0 for the whole file
	Content string // the content that it is about, "" where that cannot be read
	Lang    string
	Message string
	Fix     string
}

// written is a record as it stands in its file.
type written struct {
	Content    string   `field:"content,required"`
	Lang       string   `field:"lang,required"`
	By         string   `field:"by,required"`
	Role       string   `field:"role,required"`
	Sent       string   `field:"sent"`
	Approved   string   `field:"approved,required"`
	Scope      []string `field:"scope"`
	Recheck    string   `field:"recheck"`
	Expires    string   `field:"expires,required"`
	Terms      string   `field:"terms"`
	Paid       bool     `field:"paid"`
	Reviewed   string   `field:"reviewed"`
	ReviewedBy string   `field:"reviewed_by"`
	Salt       string   `field:"salt,required"`
	Digest     string   `field:"digest,required"`
	State      string   `field:"state,required"`
}

// keys are those of a record, in the order in which they are written.
const keys = "content, lang, by, role, sent, approved, scope, recheck, expires, terms, paid, reviewed, reviewed_by, salt, digest, state"

// Parse reads one record; the path of f is its name below the folder of
// approvals. With a problem the record holds what could be read, so that a
// state or a content's id is not lost to a mistake elsewhere in the file.
func Parse(f *source.File) (*Record, []Problem) {
	r := &reader{file: f}
	t, found := fields.ParseTOML(f, 0, len(f.Data))
	for _, p := range found {
		r.say(p.At, "this line of an approval cannot be read", "Look for a missing quote mark, a missing = or a key that stands twice.")
	}
	w := written{}
	if t != nil {
		r.table = t
		for _, p := range fields.Decode(t, &w) {
			if p.Rule == "front/missing-field" && (w.State == string(Revoked) || w.State == string(Paused)) {
				continue // to say no, nothing else has to be known
			}
			r.decoded(p.Rule, p.At, p.Message)
		}
	}
	out := r.record(w)
	for i := range r.problems {
		r.problems[i].Content, r.problems[i].Lang = out.Content, out.Lang
	}
	return out, r.problems
}

type reader struct {
	file     *source.File
	table    *fields.Table
	problems []Problem
}

func (r *reader) say(at source.Place, message, fix string) {
	r.problems = append(r.problems, Problem{File: r.file.Path, Line: at.Line, Message: message, Fix: fix})
}

// decoded repeats what does not fit, but for words that a person wrote.
func (r *reader) decoded(rule string, at source.Place, message string) {
	switch {
	case rule == "front/unknown-key":
		r.say(at, "this line of an approval has a key that approvals do not have", "The keys are "+keys+".")
	case strings.HasPrefix(message, "`paid` "):
		r.say(at, "`paid` of an approval is true or false, and never an amount", "Write paid = true where the person was paid.")
	default:
		r.say(at, message+" in an approval", "Record the approval again with `handrail approve`.")
	}
}

// at is the place of a key, or the start of the file.
func (r *reader) at(key string) source.Place {
	if r.table != nil {
		if e, ok := r.table.Find(key); ok {
			return e.Value.At
		}
	}
	return r.file.At(0)
}

func (r *reader) has(key string) bool {
	if r.table == nil {
		return false
	}
	_, ok := r.table.Find(key)
	return ok
}

// ids are those that content can have, see kind.Common.
var ids = regexp.MustCompile(`^[\p{Ll}\p{Lo}\p{M}\p{N}]([\p{Ll}\p{Lo}\p{M}\p{N}-]*[\p{Ll}\p{Lo}\p{M}\p{N}])?$`)

var digestForm = regexp.MustCompile(`^sha256:[0-9a-f]{64}$`)

// record checks what fits its type but still makes no sense.
func (r *reader) record(w written) *Record {
	out := &Record{File: r.file.Path, Terms: w.Terms, Paid: w.Paid, Salt: w.Salt}
	wrong := func(key string, bad bool, message, fix string) bool {
		if bad = bad && r.has(key); bad {
			r.say(r.at(key), message, fix)
		}
		return !bad
	}
	if wrong("content", !ids.MatchString(w.Content), "`content` of an approval needs the id of the content", "It stands in the content's file as `id`.") {
		out.Content = w.Content
	}
	l, err := lang.Parse(w.Lang)
	if wrong("lang", err != nil, "`lang` of an approval needs the tag of a language, such as es", "") {
		out.Lang = l.Tag
	}
	if wrong("by", !ValidHandle(w.By), "`by` of an approval needs a handle, with a digit and without spaces", "Write one such as linnet-7, and keep elsewhere who it is.") {
		out.By = w.By
	}
	if wrong("reviewed_by", !ValidHandle(w.ReviewedBy), "`reviewed_by` of an approval needs a handle, with a digit and without spaces", "Write one such as tern-2, and keep elsewhere who it is.") {
		out.ReviewedBy = w.ReviewedBy
	}
	if wrong("role", !slices.Contains(Roles(), w.Role), "`role` of an approval is self, panel or delegate", "") {
		out.Role = w.Role
	}
	if wrong("state", !slices.Contains([]State{Active, Paused, Revoked}, State(w.State)), "`state` of an approval is active, paused or revoked", "") {
		out.State = State(w.State)
	}
	if wrong("digest", !digestForm.MatchString(w.Digest), "`digest` of an approval cannot be read", "Record the approval again with `handrail approve`.") {
		out.Digest = w.Digest
	}
	wrong("salt", len(w.Salt) < 16, "`salt` of an approval is too short to hide anything", "Record the approval again with `handrail approve`.")
	for i, s := range w.Scope {
		if !slices.Contains(Surfaces(), Surface(s)) {
			r.say(r.at("scope"), fmt.Sprintf("number %d in the `scope` of an approval is none that Handrail knows", i+1), "Choose from web, print, feed and search.")
			continue
		}
		out.Scope = append(out.Scope, Surface(s))
	}
	out.Sent, out.Approved = r.day("sent", w.Sent), r.day("approved", w.Approved)
	out.Recheck, out.Expires = r.day("recheck", w.Recheck), r.day("expires", w.Expires)
	out.Reviewed = r.day("reviewed", w.Reviewed)
	r.order(out)
	return out
}

// day reads a date.
func (r *reader) day(key, written string) time.Time {
	if written == "" {
		return time.Time{}
	}
	t, err := time.Parse(time.DateOnly, written)
	if err != nil {
		r.say(r.at(key), "`"+key+"` of an approval needs a day", "Write it like "+key+" = 2026-02-14.")
	}
	return t
}

// order says which days cannot follow each other.
func (r *reader) order(out *Record) {
	for _, pair := range []struct {
		first, second time.Time
		key, message  string
	}{
		{out.Sent, out.Approved, "sent", "this was sent after it was approved"},
		{out.Approved, out.Recheck, "recheck", "`recheck` comes before the day of the approval"},
		{out.Approved, out.Expires, "expires", "`expires` comes before the day of the approval"},
		{out.Recheck, out.Expires, "recheck", "`recheck` comes after `expires`, so nobody would be asked in time"},
	} {
		if !pair.first.IsZero() && !pair.second.IsZero() && pair.second.Before(pair.first) {
			r.say(r.at(pair.key), pair.message, "Look at the year of both days.")
		}
	}
	if out.Reviewed.IsZero() != (out.ReviewedBy == "") && len(r.problems) == 0 {
		r.say(r.at("reviewed"), "an approval needs both `reviewed` and `reviewed_by`, or neither", "")
	}
}
