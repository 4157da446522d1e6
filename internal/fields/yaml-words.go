package fields

import (
	"errors"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"handrail/internal/finding"
	"handrail/internal/source"
)

const quoteYAML = "Put the text between double quotes, for example title: \"Rent week: a story\""

var yamlWordings = []wording{
	{"could not find expected ':'", "this line has no colon after its key", "Write key: value on one line", false},
	{"did not find expected key", "this line does not fit the ones before it", "Begin keys that belong together in the same column, as key: value", false},
	{"did not find expected '-' indicator", "this line does not fit the list before it", "Begin every item of a list in the same column, with - and a space", false},
	{"block sequence entries are not allowed", "a list cannot begin here", "Begin the list on the line below its key, with - and a space before each item", false},
	{"mapping keys are not allowed", "a key cannot begin here", "Write key: value on a line of its own", false},
	{"',' or ']'", "the list that opens here needs a comma between its values and a ] at its end", "Write it like [one, two]", true},
	{"',' or '}'", "the table that opens here needs a comma between its keys and a } at its end", "Write it like {en: one, es: two}", true},
	{"found unexpected end of stream", "the quote that opens here is never closed", "Add the closing quote", true},
	{"found unexpected document indicator", "the quote that opens here is never closed", "Add the closing quote", true},
	{"unknown escape character", "this backslash begins a code that YAML does not know", "Write two backslashes, or use single quotes around the text", false},
	{"hexadecimal number", "the code after this backslash is not complete", "Write two backslashes, or use single quotes around the text", false},
	{"invalid Unicode character escape", "the code after this backslash is no character", "Write two backslashes, or use single quotes around the text", false},
	{"unknown anchor", "an alias (`*name`) repeats a value here; that is not read", "Write the value out; text that begins with * needs quotes around it", false},
	{"alphabetic or numeric character", "text that begins with * or & needs quotes around it", quoteYAML, false},
	{"tab", "a tab cannot be used here", "Use spaces to move a line in", false},
	{"document start", "what follows does not belong to the keys above", "Begin every key at the start of its line, as key: value", false},
	{"node content", "a value is missing here", "Write key: value on one line", false},
	{"unexpected content after document-end", "something is left over after the end of the keys", "Take this line out", false},
	{"comment without preceding whitespace", "a # needs a space before it", "Add a space before #, or put the text between quotes", false},
	{"block scalar", "after | or > the text begins on the next line", "Write key: | and the text below it, two spaces in", false},
	{"directive", "text that begins with % needs quotes around it", quoteYAML, false},
	{"tag", "text that begins with ! needs quotes around it", quoteYAML, false},
	{"control characters", "there is an invisible control character here", "Write this line again", false},
}

// syntax says in plain words what the library found.
func (y *yamlReader) syntax(err error) finding.Problem {
	p := finding.Problem{At: y.place(1, 1), Rule: ruleSyntax, Message: "this line cannot be read as YAML", Fix: "Write key: value on one line, with text between double quotes"}
	var load *yaml.LoadError
	if !errors.As(err, &load) {
		return p
	}
	p.At = y.place(load.Mark.Line, load.Mark.Column)
	switch {
	case strings.Contains(load.Message, "max depth"), strings.Contains(load.ContextMsg, "max depth"):
		return tooDeep(p.At)[0]
	case strings.Contains(load.Message, "cannot start any token"):
		p.Message, p.Fix = y.cannotStart(load.Mark)
		return p
	case strings.Contains(load.Message, "mapping values are not allowed"):
		p.At, p.Message, p.Fix = y.strayColon(load.Mark)
		return p
	}
	for _, w := range yamlWordings {
		if strings.Contains(load.Message, w.says) || strings.Contains(load.ContextMsg, w.says) {
			p.Message, p.Fix = w.message, w.fix
			if w.opening && load.ContextMark.Line > 0 {
				p.At = y.place(load.ContextMark.Line, load.ContextMark.Column)
			}
			break
		}
	}
	return p
}

// strayColon tells apart why a colon does not fit: a second one in its line, a
// line above without any, or a line too far in.
func (y *yamlReader) strayColon(mark yaml.Mark) (at source.Place, message, fix string) {
	start, here := y.offset(mark.Line, 1), y.offset(mark.Line, mark.Column)
	if strings.Contains(string(y.data[start:here]), ": ") {
		return y.places.place(here), "there is a second colon in this value", quoteYAML
	}
	if mark.Line > 1 {
		before := y.offset(mark.Line-1, 1)
		text := strings.TrimRight(string(y.data[before:start]), " \t\r\n")
		if text != "" && !strings.Contains(text+" ", ": ") {
			before += len(text) - len(strings.TrimLeft(text, " \t"))
			return y.places.place(before), "this line has no key with a colon and a space after it", "Write key: value on one line"
		}
	}
	return y.places.place(here), "this line begins too far in", "Begin keys that belong together in the same column"
}

// cannotStart speaks of a character that YAML keeps for itself.
func (y *yamlReader) cannotStart(mark yaml.Mark) (message, fix string) {
	r, _ := utf8.DecodeRune(y.data[y.offset(mark.Line, mark.Column):])
	if r == '\t' {
		return "a tab cannot be used here", "Use spaces to move a line in"
	}
	return "text that begins with " + Shown(string(r)) + " needs quotes around it", quoteYAML
}
