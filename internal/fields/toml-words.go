package fields

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"handrail/internal/finding"
	"handrail/internal/source"
)

// A wording is a plain sentence for what a library says in its own words.
type wording struct {
	says    string // part of the library's message
	message string
	fix     string
	opening bool // it speaks of the opening quote or bracket
}

const quoteIt = "Write text between double quotes, for example title = \"The packing shed\""

var tomlWordings = []wording{
	{`keys cannot start with a '.'`, "a key cannot begin with a dot", "Write the key first, for example title", false},
	{"key name appears blank", "the key before = is missing", "Write key = value on one line", false},
	{"expected key separator", "a key stands here without = and a value", "Write key = value on one line", false},
	{"expected '.' or '=', but got ':'", "a key is followed by = here, not by a colon", "Write key = value on one line", false},
	{"expected '.' or '='", "after a key an = is needed, and a key is one word", "Write key = value on one line", false},
	{"unexpected '='", "the key before = is missing", "Write key = value on one line", false},
	{"unexpected '.'", "a key has two dots in a row, or ends with one", "Write one dot between the parts of a key", false},
	{"table names cannot be empty", "the name between the brackets is missing", "Write [name] on a line of its own", false},
	{"end of table array name", "the brackets of this heading are not closed alike", "Write [[name]] on a line of its own", false},
	{"to end table name", "the bracket of this heading is not closed", "Write [name] on a line of its own", false},
	{"expected a top-level item to end", "something is left over after this value", "Write one key on each line, and text between double quotes", false},
	{"strings cannot contain newlines", "the quote that opens here is not closed on the same line", "Add the closing quote; text over several lines stands between three quotes on each side", true},
	{`unexpected EOF; expected '"""'`, "the text that opens here with three quotes is never closed", "Add three quotes after the text", true},
	{"unexpected EOF; expected \"'''\"", "the text that opens here with three quotes is never closed", "Add three quotes after the text", true},
	{`unexpected EOF; expected '"'`, "the quote that opens here is never closed", "Add the closing quote", true},
	{`unexpected EOF; expected "'"`, "the quote that opens here is never closed", "Add the closing quote", true},
	{"unexpected EOF; expected value", "the value is missing", quoteIt, false},
	{`unexpected '""""""'`, "there are too many quotes in a row", "Use three quotes before the text and three after it", false},
	{`unexpected "''''''"`, "there are too many quotes in a row", "Use three quotes before the text and three after it", false},
	{"unexpected comma", "there is a comma too many", "Take the comma out", false},
	{"array terminator", "this list needs a comma between its values and a ] at its end", "Write it like [\"one\", \"two\"]", false},
	{"inline table terminator", "this table needs a comma between its keys and a } at its end", "Write it like {en = \"one\", es = \"two\"}", false},
	{"hexadecimal digits after", "the code after this backslash is not complete", "Write two backslashes for a plain one", false},
	{"is not valid UTF-8", "the code after this backslash is no character", "Write two backslashes for a plain one", false},
	{"invalid escape", "this backslash begins a code that TOML does not know", "Write two backslashes for a plain one", false},
	{"out of range", "this number is too large", "Write a smaller number, or put it between quotes", false},
	{"floats must start with a digit", "this number needs a digit before its point", "Write it like 0.5", false},
	{"underscores must be surrounded", "this number cannot be read", "Write digits only, or put it between quotes", false},
	{"leading zeroes", "a number cannot begin with a zero", "Take the zero out, or put it between quotes", false},
	{"must be followed by one or more digits", "this number needs a digit after its point", "Write it like 0.5", false},
	{"invalid float", "this number cannot be read", "Write it like 0.5, or put it between quotes", false},
	{"cannot use sign", "this number cannot be read", "Write digits only, or put it between quotes", false},
	{"expected a digit", "this number cannot be read", "Write digits only, or put it between quotes", false},
	{"not a binary number", "this number cannot be read", "Write digits only, or put it between quotes", false},
	{"not an octal number", "this number cannot be read", "Write digits only, or put it between quotes", false},
	{"not a hexadecimal number", "this number cannot be read", "Write digits only, or put it between quotes", false},
	{"datetime", "this date cannot be read", "Write it like 2026-03-08, or put it between quotes", false},
	{"expected value but found", "this value is not in quotes, and is no number, date, true or false", quoteIt, false},
	{"control characters", "there is an invisible control character here", "Write this line again", false},
}

var tomlOther = wording{
	message: "this line cannot be read as TOML",
	fix:     "Write key = value on one line, with text between double quotes",
}

// tomlProblem says in plain words what the library found.
func tomlProblem(f *source.File, start int, scan *tomlScanner, err error) finding.Problem {
	var parse toml.ParseError
	if !errors.As(err, &parse) {
		return finding.Problem{At: f.At(start + scan.stopped), Rule: ruleSyntax, Message: tomlOther.message, Fix: tomlOther.fix}
	}
	offset := max(0, min(parse.Position.Start, len(scan.text)))
	if says := parse.Message; strings.Contains(says, "already") || strings.Contains(says, "is not a table") {
		return duplicateInTOML(f, start, scan, offset)
	}
	w := tomlWording(parse.Message, scan.text[offset:])
	if w.opening && scan.unclosed >= 0 {
		offset = scan.unclosed
	}
	return finding.Problem{At: f.At(start + offset), Rule: ruleSyntax, Message: w.message, Fix: w.fix}
}

func tomlWording(says, rest string) wording {
	r, _ := utf8.DecodeRuneInString(rest)
	switch {
	case strings.ContainsRune("“”„‟‘’‚«»", r):
		return wording{message: "this is a curly quote; TOML needs a straight one", fix: "Write the straight quote \" on both sides of the text"}
	case unicode.IsLetter(r) && r >= utf8.RuneSelf && strings.Contains(says, "expected '.' or '='"):
		return wording{message: "a key with letters other than a to z needs quotes", fix: "Write \"key\" = value"}
	}
	for _, w := range tomlWordings {
		if strings.Contains(says, w.says) {
			return w
		}
	}
	return tomlOther
}

// duplicateInTOML points at the second of two equal keys and names the line of
// the first. The library says only near what it stopped.
func duplicateInTOML(f *source.File, start int, scan *tomlScanner, offset int) finding.Problem {
	if offset >= scan.stopped {
		return finding.Problem{At: f.At(start + offset), Rule: ruleDuplicateKey, Message: "a key is written twice here", Fix: "Keep one of the two"}
	}
	var last tomlKey
	lines := map[string]int{} // where each key was last written, before the last
	for _, k := range writtenKeys(scan.statements) {
		if k.at > offset {
			break
		}
		lines[last.name] = f.At(start + last.at).Line
		last = k
	}
	p := finding.Problem{At: f.At(start + last.at), Rule: ruleDuplicateKey, Message: "`" + Shown(last.name) + "` is written twice", Fix: "Keep one of the two"}
	for name := last.name; name != ""; name = name[:max(0, strings.LastIndexByte(name, '.'))] {
		if line := lines[name]; line > 0 {
			p.Message = fmt.Sprintf("`%s` is already written on line %d", Shown(name), line)
			break
		}
	}
	return p
}

// writtenKeys lists every key of a file with its whole dotted name, in order.
func writtenKeys(statements []tomlStatement) []tomlKey {
	var keys []tomlKey
	var visit func(prefix string, st tomlStatement)
	visit = func(prefix string, st tomlStatement) {
		name := prefix + dotted(st.key)
		keys = append(keys, tomlKey{name, st.key[0].at})
		for _, inner := range st.value.pairs {
			visit(name+".", inner)
		}
	}
	header := ""
	for _, st := range statements {
		if st.kind == '=' {
			visit(header, st)
			continue
		}
		visit("", st)
		header = dotted(st.key) + "."
	}
	return keys
}

func dotted(key []tomlKey) string {
	names := make([]string, len(key))
	for i, k := range key {
		names[i] = k.name
	}
	return strings.Join(names, ".")
}
