package css

import (
	"strconv"
	"strings"

	lex "github.com/tdewolff/parse/v2/css"
)

// atRule reads one at-rule, from its keyword to its ";" or the end of its block.
func (p *parser) atRule(in where) {
	name := lower(p.next.name())
	at := p.next.at
	p.advance()
	prelude := trim(p.collect(true, in.depth > 0))
	hasBlock := p.next.kind == lex.LeftBraceToken
	if hasBlock || p.next.kind == lex.SemicolonToken {
		p.advance()
	}
	if !hasBlock {
		switch {
		case name == "import" && in.depth == 0 && !p.ruled:
			p.importRule(prelude, at)
		case name == "layer":
			for _, one := range split(prelude, ',') {
				p.layer(in, layerName(one))
			}
		case name == "namespace" && in.depth == 0:
			p.namespace(prelude)
		}
		return
	}
	p.ruled = p.ruled || name != "layer"
	switch name {
	case "media":
		in.condition = p.condition(in.condition, condition{media: parseMedia(prelude)})
		p.inner(in)
	case "supports":
		in.condition = p.condition(in.condition, condition{never: !supports(prelude)})
		p.inner(in)
	case "layer":
		in.layer = p.layer(in, layerName(prelude))
		p.inner(in)
	case "scope":
		roots, ok := p.scope(prelude, in)
		if !ok {
			in.condition = p.condition(in.condition, condition{never: true})
		} else {
			in.parents, in.nested, in.scoped = roots, true, true
		}
		p.inner(in)
	case "container", "starting-style":
		in.condition = p.condition(in.condition, condition{never: true})
		p.inner(in)
	case "property":
		p.property(prelude)
	case "counter-style":
		p.counterStyle(prelude)
	default:
		p.skip(1)
	}
}

// inner reads the block of a rule that groups others.
func (p *parser) inner(in where) {
	in.depth++
	switch {
	case in.depth > maxNesting:
		p.cut = true
		p.skip(1)
	case in.nested:
		p.block(in)
	default:
		p.statements(in)
	}
}

// scope reads @scope (roots) (CSS Cascade 6, 2.5). What stands in it is as good as
// nested, but that the roots add nothing to its weight. A lower end, and the scope
// of the element around a style sheet, are not understood.
func (p *parser) scope(prelude []token, in where) ([]*selector, bool) {
	if len(prelude) < 3 || prelude[0].kind != lex.LeftParenthesisToken || group(prelude, 0) != len(prelude)-1 {
		return nil, false
	}
	roots, ok := p.selectorList(prelude[1:len(prelude)-1], in)
	for _, root := range roots {
		root.weight = 0
	}
	return roots, ok
}

// condition notes one that holds within another and returns its index.
func (p *parser) condition(outer int32, c condition) int32 {
	c.outer = outer
	p.conditions = append(p.conditions, c)
	return int32(len(p.conditions) - 1)
}

// layerName joins the words of a layer's name; "" for a layer without one.
func layerName(prelude []token) string {
	var b strings.Builder
	for _, t := range words(prelude) {
		b.WriteString(t.text)
	}
	return b.String()
}

// layer returns the index of a layer, which is new where it has no name.
func (p *parser) layer(in where, name string) int32 {
	if name == "" {
		p.anonymous++
		name = "(" + strconv.Itoa(p.anonymous) + ")"
	}
	if in.layer >= 0 {
		name = p.layers[in.layer] + "." + name
	}
	for i, known := range p.layers {
		if known == name {
			return int32(i)
		}
	}
	if len(p.layers) >= maxLayers {
		p.cut = true
		return in.layer
	}
	p.layers = append(p.layers, name)
	return int32(len(p.layers) - 1)
}

// importRule reads @import ADDRESS layer(…) supports(…) media.
func (p *parser) importRule(prelude []token, at int) {
	if len(prelude) == 0 || prelude[0].kind != quoted && prelude[0].kind != lex.URLToken {
		return
	}
	one := imported{address: prelude[0].value(), condition: -1, at: at}
	rest := trim(prelude[1:])
	if len(rest) > 0 && rest[0].word("layer") {
		one.layered = true
		rest = trim(rest[1:])
	} else if len(rest) > 0 && rest[0].call() == "layer" {
		args, after := inside(rest, 0)
		one.layered, one.layer = true, layerName(args)
		rest = trim(rest[after:])
	}
	if len(rest) > 0 && rest[0].call() == "supports" {
		args, after := inside(rest, 0)
		one.condition = p.condition(-1, condition{never: !supports(args) && !supportsDeclaration(args)})
		rest = trim(rest[after:])
	}
	if len(rest) > 0 {
		one.condition = p.condition(one.condition, condition{media: parseMedia(rest)})
	}
	if one.layered {
		one.layer = p.layers[p.layer(where{layer: -1}, one.layer)]
	}
	p.imports = append(p.imports, one)
}

// namespace reads @namespace svg url(…).
func (p *parser) namespace(prelude []token) {
	all := words(prelude)
	if len(all) != 2 || all[0].kind != ident {
		return
	}
	if p.namespaces == nil {
		p.namespaces = map[string]string{}
	}
	p.namespaces[all[0].name()] = all[1].value()
}

// A registration is an @property.
type registration struct {
	inherits bool
	initial  string
}

func (p *parser) property(prelude []token) {
	name := ""
	if len(prelude) == 1 && prelude[0].kind == customName {
		name = strings.Clone(prelude[0].name())
	}
	found := p.descriptors() // prelude is gone now
	if name == "" {
		return
	}
	p.registered[name] = registration{found["inherits"] != "false", found["initial-value"]}
}

// descriptors reads the block of an at-rule that holds only "name: value".
func (p *parser) descriptors() map[string]string {
	found := map[string]string{}
	for !p.ended() {
		switch p.next.kind {
		case space, lex.SemicolonToken:
			p.advance()
			continue
		case lex.RightBraceToken:
			p.advance()
			return found
		}
		statement := trim(p.rest(p.buffer[:0]))
		if declares(statement) {
			rest := trim(statement[1:])
			found[lower(statement[0].name())] = text(rest[1:])
		}
	}
	return found
}
