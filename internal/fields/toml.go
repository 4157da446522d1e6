package fields

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/BurntSushi/toml"

	"handrail/internal/finding"
	"handrail/internal/source"
)

// ParseTOML reads the bytes [start,end) of a file as TOML 1.1
// (https://toml.io/en/v1.1.0). Places count in the whole file. When there are
// problems (front/syntax, front/duplicate-key) the table is nil.
func ParseTOML(f *source.File, start, end int) (*Table, []finding.Problem) {
	text, problems := readable(f, start, end)
	if problems != nil {
		return nil, problems
	}
	input := string(f.Data[text:end])
	scan, understood := scanTOML(input)
	if scan.tooDeep >= 0 {
		return nil, tooDeep(f.At(text + scan.tooDeep))
	}
	data, err := decodeTOML(input)
	if err == nil && !understood {
		err = errors.New("read differently by scanner and library")
	}
	if err != nil {
		return nil, []finding.Problem{tomlProblem(f, text, scan, err)}
	}
	b := tomlBuilder{places: newPlaces(f, text, end), input: input}
	return b.document(opening(f, start), scan.statements, data), nil
}

// decodeTOML keeps the library's own mistakes from ending the program.
func decodeTOML(input string) (data map[string]any, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("the TOML library stopped: %v", r)
		}
	}()
	_, err = toml.Decode(input, &data)
	return data, err
}

// A tomlBuilder joins what the library read with where the scanner saw it.
type tomlBuilder struct {
	places places
	input  string
}

// A branch is a table that is still growing, beside the library's data for it.
type branch struct {
	table *Table
	data  map[string]any
	below map[string]*branch // by key; of an array of tables the last one
	index map[string]int     // of entries by key
}

func newBranch(at source.Place, data any) *branch {
	values, _ := data.(map[string]any)
	return &branch{table: &Table{At: at}, data: values, below: map[string]*branch{}, index: map[string]int{}}
}

func (b *branch) add(key string, at source.Place, v Value) {
	b.index[key] = len(b.table.Entries)
	b.table.Entries = append(b.table.Entries, Entry{Key: key, At: at, Value: v})
}

func (t tomlBuilder) place(at int) source.Place { return t.places.place(t.places.start + at) }

func (t tomlBuilder) document(at source.Place, statements []tomlStatement, data map[string]any) *Table {
	root := newBranch(at, data)
	current := root
	for _, st := range statements {
		switch st.kind {
		case '[':
			current = t.descend(root, st.key, st.at)
		case 'e':
			current = t.element(root, st)
		default:
			t.pair(current, st)
		}
	}
	return root.table
}

// descend goes to the table that a dotted key names, making what isn't there.
// New tables stand at headerAt, or at their key where that is negative.
func (t tomlBuilder) descend(b *branch, key []tomlKey, headerAt int) *branch {
	for _, k := range key {
		next := b.below[k.name]
		if next == nil {
			at := headerAt
			if at < 0 {
				at = k.at
			}
			next = newBranch(t.place(at), b.data[k.name])
			b.add(k.name, t.place(k.at), Value{At: next.table.At, Type: TableType, Table: next.table})
			b.below[k.name] = next
		}
		b = next
	}
	return b
}

// element adds one table to an array of tables.
func (t tomlBuilder) element(root *branch, st tomlStatement) *branch {
	last := st.key[len(st.key)-1]
	parent := t.descend(root, st.key[:len(st.key)-1], st.at)
	at := t.place(st.at)
	index, seen := parent.index[last.name]
	if !seen {
		index = len(parent.table.Entries)
		parent.add(last.name, t.place(last.at), Value{At: at, Type: List})
	}
	list := &parent.table.Entries[index].Value.List
	next := newBranch(at, item(parent.data[last.name], len(*list)))
	*list = append(*list, Value{At: at, Type: TableType, Table: next.table})
	parent.below[last.name] = next
	return next
}

// item returns one item of what the library made of a list.
func item(list any, i int) any {
	switch l := list.(type) {
	case []map[string]any:
		if i < len(l) {
			return l[i]
		}
	case []any:
		if i < len(l) {
			return l[i]
		}
	}
	return nil
}

func (t tomlBuilder) pair(b *branch, st tomlStatement) {
	last := st.key[len(st.key)-1]
	b = t.descend(b, st.key[:len(st.key)-1], -1)
	b.add(last.name, t.place(last.at), t.value(st.value, b.data[last.name]))
}

func (t tomlBuilder) value(n tomlNode, data any) Value {
	v := Value{At: t.place(n.at)}
	switch d := data.(type) {
	case string:
		v.Type, v.Str = String, d
	case int64:
		v.Type, v.Int = Int, d
	case float64:
		v.Type, v.Float = Float, d
	case bool:
		v.Type, v.Bool = Bool, d
	case time.Time:
		// What was written is RFC 3339 already, but for the letter between.
		v.Type, v.Str = Date, strings.ToUpper(strings.Replace(t.input[n.at:n.end], " ", "T", 1))
	case map[string]any:
		inner := newBranch(v.At, d)
		for _, st := range n.pairs {
			t.pair(inner, st)
		}
		v.Type, v.Table = TableType, inner.table
	case []any, []map[string]any:
		v.Type = List
		for i, it := range n.items {
			v.List = append(v.List, t.value(it, item(d, i)))
		}
	}
	return v
}
