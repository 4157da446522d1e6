// Package fields reads TOML and YAML and remembers where everything stood.
//
// The libraries that parse these formats forget lines and columns as soon as
// they are done. A writer needs them: "`sumary` is not a known key" helps only
// next to the line that says so. Here every key and every value carries its
// place, in front matter, in data files and in the configuration alike.
// Decode then fills a struct from such a table and says, place by place, what
// does not fit.
package fields

import (
	"strconv"
	"strings"

	"handrail/internal/source"
)

// A Type says which of a Value's fields holds it.
type Type int

// The types of values. A Date is any date, time or both.
const (
	String Type = iota
	Int
	Float
	Bool
	Date
	List
	TableType
)

// A Value is one value with its place. Exactly one of its typed fields is
// meaningful, as Type says.
type Value struct {
	At    source.Place
	Type  Type
	Str   string // of a String; of a Date its RFC 3339 text, without the parts it lacks
	Int   int64
	Float float64
	Bool  bool
	List  []Value
	Table *Table

	// plain is the text of a YAML scalar written without quotes. YAML guesses
	// types: `title: 2026` is a number to it and a title to its writer. Decode
	// knows which was meant.
	plain string
}

// An Entry is one key of a table, with the key's place.
type Entry struct {
	Key   string
	At    source.Place
	Value Value
}

// A Table holds entries in the order of the file. Its place is its header, its
// opening brace or its first key; that of front matter is the opening fence.
type Table struct {
	At      source.Place
	Entries []Entry
}

// Find returns the entry with that key.
func (t *Table) Find(key string) (Entry, bool) {
	for _, e := range t.Entries {
		if e.Key == key {
			return e, true
		}
	}
	return Entry{}, false
}

// Remove takes the entry with that key out of the table and returns it.
func (t *Table) Remove(key string) (Entry, bool) {
	for i, e := range t.Entries {
		if e.Key == key {
			t.Entries = append(t.Entries[:i:i], t.Entries[i+1:]...)
			return e, true
		}
	}
	return Entry{}, false
}

// Walk calls visit for every value of the table that is neither a list nor a
// table, however deep, in the order of the file. The key of a nested value is
// dotted: "venue.contact".
func (t *Table) Walk(visit func(key string, v Value)) {
	for _, e := range t.Entries {
		e.Value.walk(e.Key, visit)
	}
}

func (v Value) walk(key string, visit func(string, Value)) {
	switch v.Type {
	case List:
		for _, item := range v.List {
			item.walk(key, visit)
		}
	case TableType:
		v.Table.Walk(func(inner string, v Value) { visit(key+"."+inner, v) })
	default:
		visit(key, v)
	}
}

// Strings returns the text of the value, or of every value below it. Numbers
// and dates are given as their text; true and false are left out.
func (v Value) Strings() []string {
	var all []string
	v.walk("", func(_ string, v Value) {
		switch {
		case v.Type == Bool:
		case v.plain != "" && v.Type != Date:
			all = append(all, v.plain)
		case v.Type == Int:
			all = append(all, strconv.FormatInt(v.Int, 10))
		case v.Type == Float:
			all = append(all, strconv.FormatFloat(v.Float, 'f', -1, 64))
		default:
			all = append(all, v.Str)
		}
	})
	return all
}

// empty says whether a writer gave the key but nothing for it.
func (v Value) empty() bool {
	return v.Type == String && strings.TrimSpace(v.Str) == "" || v.Type == List && len(v.List) == 0
}
