package revoke

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"html"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// A mark is the salted hash of a sentence. Hashes are kept instead of the words,
// so that what was taken back can be looked for without being kept.
type mark = string

// shortest is how many letters a sentence needs to be looked for. Shorter ones
// stand everywhere by chance.
const shortest = 12

// prints hashes the sentences of a text.
func prints(salt, text string, into map[mark]bool) {
	for _, s := range sentences(text) {
		sum := sha256.Sum256([]byte(salt + "\n" + s))
		into[hex.EncodeToString(sum[:16])] = true
	}
}

// sentences splits a text where a sentence may end, and makes equal what readers
// cannot tell apart.
func sentences(text string) []string {
	text = norm.NFC.String(strings.ToValidUTF8(text, " "))
	var all []string
	add := func(s string) {
		s = strings.ToLower(strings.Join(strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsNumber(r) }), " "))
		if len([]rune(s)) >= shortest {
			all = append(all, s)
		}
	}
	from := 0
	for i, r := range text {
		if strings.ContainsRune(".!?…؟。\n:;؛", r) {
			add(text[from:i])
			from = i
		}
	}
	add(text[from:])
	return all
}

// inline are the elements that do not end a sentence.
var inline = set("a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr")

// texts lists what a finished file says: the words between its block elements,
// those of each inline element alone, and the values of its attributes.
func texts(name string, data []byte) []string {
	if !markup(name) {
		return []string{string(data)}
	}
	var all []string
	var visit func(n *node) string
	visit = func(n *node) string {
		all = append(all, n.values...)
		var run strings.Builder
		pos := n.inner
		for _, c := range n.children {
			run.WriteString(words(data[pos:c.from]))
			inside := visit(c)
			if inline[c.name] {
				run.WriteString(inside)
			} else {
				all = append(all, run.String())
				run.Reset()
			}
			all = append(all, inside)
			pos = c.to
		}
		run.WriteString(words(data[pos:max(pos, n.innerEnd)]))
		return run.String()
	}
	root := parse(data, strings.HasSuffix(name, ".xml"))
	return append(all, visit(root))
}

// words are the characters of some markup without tags.
func words(data []byte) string {
	if bytes.IndexByte(data, '&') >= 0 {
		return html.UnescapeString(string(data))
	}
	return string(data)
}

// markup tells whether a file is HTML or XML by its name.
func markup(name string) bool {
	for _, ext := range []string{".html", ".htm", ".xml", ".xhtml", ".svg", ".atom"} {
		if strings.HasSuffix(name, ext) {
			return true
		}
	}
	return false
}

// textual tells whether a file holds words that can be read as they stand.
func textual(name string) bool {
	for _, ext := range []string{".json", ".txt", ".js", ".css", ".webmanifest", ".md", ".csv", ".map"} {
		if strings.HasSuffix(name, ext) {
			return true
		}
	}
	return markup(name) || !strings.Contains(name[strings.LastIndexByte(name, '/')+1:], ".")
}
