package css

import (
	lex "github.com/tdewolff/parse/v2/css"
)

// Caps that keep a sheet's cost in proportion.
const (
	maxRules     = 150_000
	maxSelectors = 300_000
	maxNesting   = 48      // of blocks in blocks
	maxStatement = 200_000 // tokens of one prelude or declaration
)

// rules is a sheet that was read. It does not change any more, so pages share it.
type rules struct {
	all        []rule
	conditions []condition
	layers     []string // names as they come, outermost first, with dots
	imports    []imported
	registered map[string]registration
	counters   map[string]*counterStyle
	lookup     index             // rules for elements
	pseudo     map[string]*index // rules for pseudo-elements, by their name
	asked      asked             // what the selectors ask about
	number     int               // among the sheets of a library
	namespaces map[string]string
	selectors  int
	cut        bool
}

// A rule is a list of declarations and when they count.
type rule struct {
	selectors    []*selector
	declarations []declaration
	condition    int32 // index into conditions, -1 for none
	layer        int32 // index into layers, -1 for none
	makes        bool  // content is declared
}

// An imported is an @import.
type imported struct {
	address   string
	layered   bool
	layer     string
	condition int32
	at        int
}

// where is what stands around a statement.
type where struct {
	parents   []*selector
	nested    bool
	scoped    bool // right inside @scope, whose roots are the parents
	condition int32
	layer     int32
	depth     int
}

type parser struct {
	*rules
	lex       *lexer
	next      token
	buffer    []token
	anonymous int
	ruled     bool // something came after which @import means nothing
}

// parseSheet reads a sheet; what is broken is left out as CSS Syntax 3 says.
func parseSheet(data string) *rules {
	p := &parser{rules: &rules{registered: map[string]registration{}, counters: map[string]*counterStyle{}}, lex: newLexer(data)}
	p.advance()
	p.statements(where{condition: -1, layer: -1})
	p.sort()
	return p.rules
}

func (p *parser) advance() { p.next = p.lex.next() }

func (p *parser) ended() bool { return p.next.kind == lex.ErrorToken }

// full says that no more rules are taken.
func (p *parser) full() bool {
	if len(p.all) >= maxRules || p.selectors >= maxSelectors {
		p.cut = true
	}
	return p.cut && (len(p.all) >= maxRules || p.selectors >= maxSelectors)
}

// statements reads rules until the sheet or the block around them ends.
func (p *parser) statements(in where) {
	for !p.ended() && !p.full() {
		switch {
		case p.next.kind == space || p.next.kind == lex.CDOToken && in.depth == 0 || p.next.kind == lex.CDCToken && in.depth == 0:
			p.advance()
		case p.next.kind == lex.RightBraceToken && in.depth > 0:
			p.advance()
			return
		case p.next.kind == lex.AtKeywordToken:
			p.atRule(in)
		default:
			prelude := p.collect(false, in.depth > 0)
			if p.next.kind != lex.LeftBraceToken {
				continue
			}
			p.advance()
			p.ruled = true
			p.qualified(prelude, in)
		}
	}
}

// qualified reads the block of a style rule.
func (p *parser) qualified(prelude []token, in where) {
	selectors, ok := p.selectorList(prelude, in)
	if !ok {
		p.skip(1)
		return
	}
	in.parents, in.nested, in.scoped = selectors, true, false
	in.depth++
	p.block(in)
}

// block reads declarations and what is nested between them.
func (p *parser) block(in where) {
	if in.depth > maxNesting {
		p.cut = true
		p.skip(1)
		return
	}
	var found []declaration
	flush := func() {
		if len(found) > 0 && in.parents != nil {
			p.all = append(p.all, rule{selectors: in.parents, declarations: found, condition: in.condition, layer: in.layer})
		}
		found = nil
	}
	for !p.ended() && !p.full() {
		switch p.next.kind {
		case space, lex.SemicolonToken:
			p.advance()
			continue
		case lex.RightBraceToken:
			p.advance()
			flush()
			return
		case lex.AtKeywordToken:
			flush()
			p.atRule(in)
			continue
		}
		at := p.next.at
		whole := p.next.kind == customName
		statement := p.collect(true, true)
		if p.next.kind == lex.LeftBraceToken && whole && declares(statement) {
			statement = p.rest(statement)
		}
		if p.next.kind == lex.LeftBraceToken {
			flush()
			p.advance()
			p.qualified(statement, in)
			continue
		}
		found = appendDeclaration(found, statement, at)
	}
	flush()
}

// declares says whether the statement begins as "name :".
func declares(statement []token) bool {
	rest := trim(statement)
	if len(rest) == 0 {
		return false
	}
	rest = trim(rest[1:])
	return len(rest) > 0 && rest[0].kind == lex.ColonToken
}

// collect reads up to "{", with ends also up to ";", in a block up to "}".
// Brackets are read whole. What it returns is good until the next call.
func (p *parser) collect(ends, block bool) []token {
	p.buffer = p.buffer[:0]
	var open []byte
	for !p.ended() {
		if len(open) == 0 {
			switch p.next.kind {
			case lex.LeftBraceToken:
				return p.buffer
			case lex.SemicolonToken:
				if ends {
					return p.buffer
				}
			case lex.RightBraceToken:
				if block {
					return p.buffer
				}
			}
		}
		open = p.take(open)
	}
	return p.buffer
}

// take adds the next token to the buffer and follows the open brackets.
func (p *parser) take(open []byte) []byte {
	if closer := p.next.opens(); closer != 0 {
		open = append(open, closer)
	} else if len(open) > 0 && p.next.is(open[len(open)-1]) {
		open = open[:len(open)-1]
	}
	if len(p.buffer) < maxStatement {
		p.buffer = append(p.buffer, p.next)
	} else {
		p.cut = true
	}
	p.advance()
	return open
}

// rest goes on to ";" or "}" through blocks, as custom properties may hold.
func (p *parser) rest(sofar []token) []token {
	p.buffer = sofar
	var open []byte
	for !p.ended() {
		if len(open) == 0 && (p.next.kind == lex.SemicolonToken || p.next.kind == lex.RightBraceToken) {
			break
		}
		open = p.take(open)
	}
	return p.buffer
}

// skip leaves so many blocks that are open.
func (p *parser) skip(blocks int) {
	var open []byte
	for range blocks {
		open = append(open, '}')
	}
	for !p.ended() && len(open) > 0 {
		if closer := p.next.opens(); closer != 0 {
			open = append(open, closer)
		} else if p.next.is(open[len(open)-1]) {
			open = open[:len(open)-1]
		}
		p.advance()
	}
}

// parseDeclarations reads a style attribute.
func parseDeclarations(data string) []declaration {
	p := &parser{rules: &rules{}, lex: newLexer(data)}
	p.advance()
	var found []declaration
	for !p.ended() {
		if p.next.kind == space || p.next.kind == lex.SemicolonToken || p.next.kind == lex.RightBraceToken {
			p.advance()
			continue
		}
		at := p.next.at
		found = appendDeclaration(found, p.rest(p.buffer[:0]), at)
	}
	return found
}
