package css

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/tdewolff/parse/v2"
	lex "github.com/tdewolff/parse/v2/css"
)

// A token is a piece of a style sheet; text is as written.
type token struct {
	kind lex.TokenType
	text string
	at   int
}

// The kinds that are asked for often.
const (
	ident      = lex.IdentToken
	function   = lex.FunctionToken
	space      = lex.WhitespaceToken
	number     = lex.NumberToken
	percentage = lex.PercentageToken
	dimension  = lex.DimensionToken
	hash       = lex.HashToken
	quoted     = lex.StringToken
	delim      = lex.DelimToken
	comma      = lex.CommaToken
	customName = lex.CustomPropertyNameToken
)

// A lexer cuts text into tokens, without comments.
type lexer struct {
	from *lex.Lexer
	room []byte // a copy of text with space for the end mark
	text string
	at   int
}

func newLexer(text string) *lexer {
	room := make([]byte, len(text), len(text)+1)
	copy(room, text)
	return &lexer{from: lex.NewLexer(parse.NewInputBytes(room)), room: room, text: text}
}

// next returns the following token; its kind is ErrorToken at the end.
func (l *lexer) next() token {
	for {
		kind, data := l.from.Next()
		if kind == lex.ErrorToken {
			return token{kind: kind, at: l.at}
		}
		if kind == lex.UnicodeRangeToken { // "u+a" is a selector; nothing read here has ranges
			kind, data = ident, data[:1]
			l.from = lex.NewLexer(parse.NewInputBytes(l.room[l.at+1:]))
		}
		t := token{kind, l.text[l.at : l.at+len(data)], l.at}
		l.at += len(data)
		if kind != lex.CommentToken {
			return t
		}
	}
}

// tokens cuts a whole text.
func tokens(text string) []token {
	var all []token
	for l := newLexer(text); ; {
		t := l.next()
		if t.kind == lex.ErrorToken {
			return all
		}
		all = append(all, t)
	}
}

func (t token) is(char byte) bool { return len(t.text) == 1 && t.text[0] == char }

// word says whether t is that identifier, in any case.
func (t token) word(name string) bool {
	return t.kind == ident && strings.EqualFold(t.text, name)
}

// name returns what an identifier, function, hash or at-keyword is called.
func (t token) name() string {
	s := t.text
	switch t.kind {
	case function:
		s = s[:len(s)-1]
	case hash, lex.AtKeywordToken:
		s = s[1:]
	}
	return unescape(s)
}

// call returns the name of a function in lower case, "" for all else.
func (t token) call() string {
	if t.kind != function {
		return ""
	}
	return lower(t.name())
}

// opens returns the bracket that ends what t begins, 0 if t begins nothing.
func (t token) opens() byte {
	switch t.kind {
	case function, lex.LeftParenthesisToken:
		return ')'
	case lex.LeftBracketToken:
		return ']'
	case lex.LeftBraceToken:
		return '}'
	}
	return 0
}

// value returns the text of a string or the address of a url().
func (t token) value() string {
	s := t.text
	if t.kind == lex.URLToken {
		s = strings.TrimSuffix(s[strings.IndexByte(s, '(')+1:], ")")
		s = strings.Trim(s, " \t\r\n\f")
	}
	if s != "" && (s[0] == '"' || s[0] == '\'') {
		quote := s[:1]
		s = s[1:]
		if strings.HasSuffix(s, quote) && !strings.HasSuffix(s, `\`+quote) || strings.HasSuffix(s, `\\`+quote) {
			s = s[:len(s)-1]
		}
	}
	return unescape(s)
}

// unescape replaces the escapes of CSS Syntax 3, 4.3.7.
func unescape(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' {
			b.WriteByte(s[i])
			continue
		}
		i++
		if i == len(s) {
			b.WriteRune(utf8.RuneError)
			break
		}
		end := i
		for end < len(s) && end < i+6 && isHex(s[end]) {
			end++
		}
		switch {
		case end > i:
			code, _ := strconv.ParseUint(s[i:end], 16, 32)
			r := rune(code)
			if r == 0 || !utf8.ValidRune(r) {
				r = utf8.RuneError
			}
			b.WriteRune(r)
			if strings.HasPrefix(s[end:], "\r\n") {
				end++
			}
			if end < len(s) && isSpace(s[end]) {
				end++
			}
			i = end - 1
		case s[i] == '\n' || s[i] == '\f':
		case s[i] == '\r':
			if strings.HasPrefix(s[i:], "\r\n") {
				i++
			}
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' }

// lower puts ASCII letters into lower case, and only those.
func lower(s string) string {
	for i := 0; i < len(s); i++ {
		if 'A' <= s[i] && s[i] <= 'Z' {
			b := []byte(s)
			for ; i < len(b); i++ {
				if 'A' <= b[i] && b[i] <= 'Z' {
					b[i] |= 0x20
				}
			}
			return string(b)
		}
	}
	return s
}

// trim takes white space off both ends.
func trim(all []token) []token {
	for len(all) > 0 && all[0].kind == space {
		all = all[1:]
	}
	for len(all) > 0 && all[len(all)-1].kind == space {
		all = all[:len(all)-1]
	}
	return all
}

// words returns all without white space at the top level and inside.
func words(all []token) []token {
	kept := make([]token, 0, len(all))
	for _, t := range all {
		if t.kind != space {
			kept = append(kept, t)
		}
	}
	return kept
}

// group returns the index of what closes the bracket or function at all[i];
// len(all) when it stays open.
func group(all []token, i int) int {
	depth := 0
	for ; i < len(all); i++ {
		if all[i].opens() != 0 {
			depth++
			continue
		}
		switch all[i].kind {
		case lex.RightParenthesisToken, lex.RightBracketToken, lex.RightBraceToken:
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return len(all)
}

// inside returns what stands between the bracket at all[i] and its end, and
// the index after that end.
func inside(all []token, i int) (args []token, after int) {
	end := group(all, i)
	if end == len(all) {
		return all[i+1:], end
	}
	return all[i+1 : end], end + 1
}

// split cuts at the separators that are in no bracket; parts are trimmed.
func split(all []token, separator byte) [][]token {
	var parts [][]token
	from := 0
	for i := 0; i < len(all); i++ {
		if all[i].opens() != 0 {
			i = group(all, i)
		} else if all[i].is(separator) {
			parts = append(parts, trim(all[from:i]))
			from = i + 1
		}
	}
	return append(parts, trim(all[from:]))
}

// pieces cuts at white space that is in no bracket; a "/" is a piece.
func pieces(all []token) [][]token {
	var parts [][]token
	for i := 0; i < len(all); {
		if all[i].kind == space {
			i++
			continue
		}
		end := i + 1
		if all[i].opens() != 0 {
			end = min(group(all, i)+1, len(all))
		}
		parts = append(parts, all[i:end])
		i = end
	}
	return parts
}

// text writes tokens with single spaces.
func text(all []token) string {
	all = trim(all)
	switch len(all) {
	case 0:
		return ""
	case 1:
		return all[0].text
	}
	var b strings.Builder
	for i, t := range all {
		switch {
		case t.kind == space:
			b.WriteByte(' ')
		case i > 0 && apart(all[i-1], t):
			b.WriteString("/**/" + t.text)
		default:
			b.WriteString(t.text)
		}
	}
	return b.String()
}

// apart says whether two neighbours would be read as one if nothing stood
// between them, since a comment was there or a variable was filled in.
func apart(a, b token) bool {
	switch a.kind {
	case ident, number, dimension, percentage, hash, customName, lex.AtKeywordToken:
		switch b.kind {
		case ident, function, number, dimension, percentage, customName, lex.URLToken:
			return true
		}
	}
	return false
}
