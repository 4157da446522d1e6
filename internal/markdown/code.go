package markdown

import (
	"strings"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"
	"github.com/yuin/goldmark/ast"
)

// codeBlock writes a block of code, which can be scrolled with the keyboard.
func (w *writer) codeBlock(n ast.Node) {
	var b strings.Builder
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		b.Write(line.Value(w.body))
	}
	language, class := "", ""
	if fenced, ok := n.(*ast.FencedCodeBlock); ok {
		language = decoded(fenced.Language(w.body))
	}
	name := w.word("code_block", "")
	if language != "" {
		class = "language-" + language
		name += ": " + language
	}
	w.tag("pre", at(n), "tabindex", "0", "role", "group", "aria-label", name)
	w.tag("code", at(n), "class", class)
	if coloured, ok := w.coloured(b.String(), language); ok {
		w.b.WriteString(coloured)
	} else {
		w.b.WriteString(escaped(b.String()))
	}
	w.b.WriteString("</code></pre>\n")
}

// What is coloured. The lexers' expressions may go back over the text, so
// longer code stays plain, and only languages whose lexers were tried on
// hostile text are coloured.
const (
	maxColoured     = 4 << 10  // bytes of one block
	maxColouredPage = 16 << 10 // bytes of one page
	maxColouredLine = 300      // bytes
)

// coloured marks the kinds of words in code; false where it stays plain.
func (w *writer) coloured(code, language string) (html string, ok bool) {
	lexerName, known := coloured[strings.ToLower(language)]
	if !known || len(code) > maxColoured || w.colouredBytes+len(code) > maxColouredPage || longestLine(code) > maxColouredLine {
		return "", false
	}
	w.colouredBytes += len(code)
	tokens, ok := tokens(lexerName, code)
	if !ok {
		return "", false
	}
	var b strings.Builder
	for _, t := range tokens {
		class := codeClass(t.Type)
		if class == "" {
			b.WriteString(escaped(t.Value))
			continue
		}
		b.WriteString(`<span class="` + class + `">` + escaped(t.Value) + "</span>")
	}
	return b.String(), true
}

// tokens divides code into words and their kinds. What it returns is always
// the code itself, whatever the lexer does.
func tokens(lexerName, code string) (found []chroma.Token, ok bool) {
	defer func() {
		if recover() != nil { // a lexer's mistake costs the colours, not the page
			found, ok = nil, false
		}
	}()
	lexer := lexers.GlobalLexerRegistry.Get(lexerName)
	if lexer == nil {
		return nil, false
	}
	iterator, err := chroma.Coalesce(lexer).Tokenise(&chroma.TokeniseOptions{State: "root"}, code)
	if err != nil {
		return nil, false
	}
	found = iterator.Tokens()
	return found, chroma.Stringify(found...) == code
}

func longestLine(code string) int {
	longest := 0
	for line := range strings.Lines(code) {
		longest = max(longest, len(line))
	}
	return longest
}

// coloured are the languages with colours, and their lexers' names.
var coloured = map[string]string{
	"bash": "Bash", "console": "BashSession", "css": "CSS", "diff": "Diff", "go": "Go", "html": "HTML", "ini": "INI",
	"javascript": "JavaScript", "js": "JavaScript", "json": "JSON", "py": "Python", "python": "Python", "sh": "Bash",
	"shell": "Bash", "sql": "SQL", "toml": "TOML", "xml": "XML", "yaml": "YAML", "yml": "YAML",
}

// codeClass is the class of a kind of word; empty for what has no colour.
func codeClass(t chroma.TokenType) string {
	switch {
	case t.InSubCategory(chroma.LiteralString):
		return "st"
	case t.InSubCategory(chroma.LiteralNumber):
		return "nu"
	case t == chroma.CommentPreproc:
		return "kw"
	case t.InCategory(chroma.Comment):
		return "co"
	case t.InCategory(chroma.Keyword):
		return "kw"
	case t == chroma.NameTag:
		return "tg"
	case t == chroma.NameAttribute, t == chroma.NameProperty:
		return "at"
	case t == chroma.NameFunction, t == chroma.NameClass, t == chroma.NameBuiltin:
		return "fn"
	case t == chroma.GenericInserted:
		return "in"
	case t == chroma.GenericDeleted:
		return "de"
	case t == chroma.GenericHeading, t == chroma.GenericSubheading, t == chroma.GenericPrompt:
		return "he"
	}
	return ""
}
