package fields

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"

	"handrail/internal/finding"
	"handrail/internal/source"
)

// ParseYAML reads the bytes [start,end) of a file as one YAML document whose
// outermost value is a table. Places count in the whole file. Anchors, aliases,
// merge keys and tags that build other things are refused. An empty value is
// as good as no key. When there are problems (front/syntax,
// front/duplicate-key) the table is nil.
func ParseYAML(f *source.File, start, end int) (*Table, []finding.Problem) {
	text, problems := readable(f, start, end)
	if problems != nil {
		return nil, problems
	}
	y := newYAMLReader(f, text, end)
	root, problems := y.load(f.Data[text:end])
	if problems != nil {
		return nil, problems
	}
	t := &Table{At: opening(f, start)}
	if root != nil {
		t.Entries = y.entries(root, MaxDepth)
	}
	if y.problems != nil {
		return nil, y.problems
	}
	return t, nil
}

type yamlReader struct {
	data     []byte
	places   places
	chars    []int // byte offset of each character, and of the end
	lines    []int // in chars, of the start of each line
	refused  map[string]bool
	problems []finding.Problem
}

// newYAMLReader counts lines as the library does: some characters that end a
// line in YAML 1.1 end none in an editor.
func newYAMLReader(f *source.File, start, end int) *yamlReader {
	y := &yamlReader{data: f.Data[:end], places: newPlaces(f, start, end), lines: []int{0}, refused: map[string]bool{}}
	for i := start; i < end; {
		r, size := utf8.DecodeRune(f.Data[i:end])
		y.chars = append(y.chars, i)
		i += size
		if r == '\r' && i < end && f.Data[i] == '\n' {
			continue
		}
		if strings.ContainsRune("\n\r\u0085\u2028\u2029", r) {
			y.lines = append(y.lines, len(y.chars))
		}
	}
	y.chars = append(y.chars, end)
	return y
}

// offset turns a line and a column of characters, both from 1, into a byte
// offset.
func (y *yamlReader) offset(line, col int) int {
	at := y.lines[max(1, min(line, len(y.lines)))-1] + max(1, col) - 1
	return y.chars[min(at, len(y.chars)-1)]
}

func (y *yamlReader) place(line, col int) source.Place { return y.places.place(y.offset(line, col)) }

func (y *yamlReader) problem(n *yaml.Node, message, fix string) {
	y.problems = append(y.problems, finding.Problem{At: y.place(n.Line, n.Column), Rule: ruleSyntax, Message: message, Fix: fix})
}

// load returns the outermost mapping, or nil for a document without anything.
func (y *yamlReader) load(data []byte) (root *yaml.Node, problems []finding.Problem) {
	defer func() {
		// The library's own mistakes must not end the program.
		if r := recover(); r != nil {
			root, problems = nil, []finding.Problem{y.syntax(fmt.Errorf("the YAML library stopped: %v", r))}
		}
	}()
	loader, err := yaml.NewLoader(bytes.NewReader(data), yaml.WithPlugin(loaderlimits.New(loaderlimits.DepthValue(MaxDepth))))
	if err != nil {
		return nil, []finding.Problem{y.syntax(err)}
	}
	var document, second yaml.Node
	if err := loader.Load(&document); errors.Is(err, io.EOF) {
		return nil, nil
	} else if err != nil {
		return nil, []finding.Problem{y.syntax(err)}
	}
	if err := loader.Load(&second); err == nil {
		y.problem(&second, "a second document begins here; only one can be read", "Put all keys into one block")
	} else if !errors.Is(err, io.EOF) {
		y.problems = append(y.problems, y.syntax(err))
	}
	if len(document.Content) == 0 {
		return nil, y.problems
	}
	root = document.Content[0]
	if !y.allowed(root) || root.Kind == yaml.ScalarNode && root.ShortTag() == "!!null" {
		return nil, y.problems
	}
	if root.Kind != yaml.MappingNode {
		y.problem(root, "keys and values are needed here", "Write one key: value on each line")
	}
	return root, y.problems
}

// allowed reports anchors, aliases, merge keys and foreign tags. Aliases repeat
// what stands elsewhere, which can make a short file endless.
func (y *yamlReader) allowed(n *yaml.Node) bool {
	switch {
	case n.Kind == yaml.AliasNode:
		y.refuse(n, "an alias (`*name`) repeats a value here; that is not read", "Write the value out again")
	case n.Anchor != "":
		y.refuse(n, "an anchor (`&name`) marks a value here; that is not read", "Take the anchor out, and write the value out where it is needed")
	case n.Kind == yaml.ScalarNode && n.ShortTag() == "!!merge":
		y.refuse(n, "a merge key (`<<`) is not read", "Write the keys out")
	case n.Style&yaml.TaggedStyle != 0 && !plainTags[n.ShortTag()]:
		y.problem(n, "the tag before this value is not read", "Take the tag out, the word that begins with !")
	default:
		return true
	}
	return false
}

// refuse reports a thing once, however often it is written.
func (y *yamlReader) refuse(n *yaml.Node, message, fix string) {
	if !y.refused[message] {
		y.refused[message] = true
		y.problem(n, message, fix)
	}
}

// plainTags are the tags that only say which type a value has.
var plainTags = map[string]bool{
	"!!str": true, "!!int": true, "!!float": true, "!!bool": true, "!!null": true,
	"!!timestamp": true, "!!seq": true, "!!map": true,
}

func (y *yamlReader) entries(n *yaml.Node, levels int) []Entry {
	var entries []Entry
	seen := map[string]int{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if !y.allowed(key) {
			continue
		}
		if key.Kind != yaml.ScalarNode {
			y.problem(key, "a key must be a word, not a list or a table", "Write key: value")
			continue
		}
		if line, twice := seen[key.Value]; twice {
			y.problems = append(y.problems, finding.Problem{
				At: y.place(key.Line, key.Column), Rule: ruleDuplicateKey, Fix: "Keep one of the two",
				Message: fmt.Sprintf("`%s` is already written on line %d", Shown(key.Value), line),
			})
			continue
		}
		at := y.place(key.Line, key.Column)
		seen[key.Value] = at.Line
		if v, written := y.value(value, levels-1); written {
			entries = append(entries, Entry{Key: key.Value, At: at, Value: v})
		}
	}
	return entries
}

// value returns what a node says, and whether it says anything.
func (y *yamlReader) value(n *yaml.Node, levels int) (Value, bool) {
	if !y.allowed(n) {
		return Value{}, false
	}
	v := Value{At: y.place(n.Line, n.Column)}
	if n.Kind != yaml.ScalarNode && levels < 0 {
		y.problems = append(y.problems, tooDeep(v.At)...)
		return v, false
	}
	switch n.Kind {
	case yaml.SequenceNode:
		v.Type = List
		for _, c := range n.Content {
			if item, written := y.value(c, levels-1); written {
				v.List = append(v.List, item)
			}
		}
	case yaml.MappingNode:
		v.Type, v.Table = TableType, &Table{At: v.At, Entries: y.entries(n, levels)}
	default:
		return scalar(v, n)
	}
	return v, true
}
