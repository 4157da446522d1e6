package css

import (
	"strings"

	lex "github.com/tdewolff/parse/v2/css"
)

// An answer to a media query; what is unknown stays unknown under "not".
type answer int8

const (
	no answer = iota
	unknown
	yes
)

// A query is a node of a media query list (Media Queries 4).
type query struct {
	join  string // "or", "and", "not", "" for a test
	parts []*query
	name  string // type or feature
	kind  byte   // 't' type, 'f' feature
	op    string // "", "=", "<", "<=", ">", ">=": feature op value
	value []token
}

// parseMedia reads a media query list; an empty one is always true.
func parseMedia(all []token) *query {
	all = trim(all)
	if len(all) == 0 {
		return &query{join: "and"}
	}
	list := &query{join: "or"}
	for _, part := range split(all, ',') {
		list.parts = append(list.parts, parseMediaQuery(part))
	}
	return list
}

var neverMedia = &query{join: "or"}

// parseMediaQuery reads "[not|only] type [and condition]" or a condition.
func parseMediaQuery(all []token) *query {
	if len(all) == 0 {
		return neverMedia
	}
	negate := false
	rest := all
	if rest[0].word("not") || rest[0].word("only") {
		if after := trim(rest[1:]); len(after) > 0 && after[0].kind == ident {
			negate = rest[0].word("not")
			rest = after
		}
	}
	if rest[0].kind != ident || rest[0].word("not") {
		return parseMediaCondition(all)
	}
	q := &query{join: "and", parts: []*query{{kind: 't', name: lower(rest[0].name())}}}
	rest = trim(rest[1:])
	if len(rest) > 0 {
		if !rest[0].word("and") {
			return neverMedia
		}
		q.parts = append(q.parts, parseMediaCondition(trim(rest[1:])))
	}
	if negate {
		return &query{join: "not", parts: []*query{q}}
	}
	return q
}

// parseMediaCondition reads features joined by and, or, not.
func parseMediaCondition(all []token) *query {
	var parts []*query
	join := ""
	negate := false
	for i := 0; i < len(all); {
		t := all[i]
		switch {
		case t.kind == space:
			i++
		case t.word("not") && len(parts) == 0:
			negate = true
			i++
		case (t.word("and") || t.word("or")) && len(parts) > 0:
			if join != "" && !strings.EqualFold(join, t.text) {
				return neverMedia
			}
			join = lower(t.text)
			i++
		case t.kind == lex.LeftParenthesisToken:
			args, after := inside(all, i)
			parts = append(parts, parseFeature(trim(args)))
			i = after
		case t.kind == function:
			_, i = inside(all, i)
			parts = append(parts, &query{kind: 'f'})
		default:
			return neverMedia
		}
	}
	switch {
	case len(parts) == 0:
		return neverMedia
	case negate:
		return &query{join: "not", parts: parts[:1]}
	case len(parts) == 1:
		return parts[0]
	case join == "":
		return neverMedia
	}
	return &query{join: join, parts: parts}
}

// parseFeature reads what stands in the brackets.
func parseFeature(all []token) *query {
	if len(all) == 0 {
		return &query{kind: 'f'}
	}
	if all[0].kind == lex.LeftParenthesisToken || all[0].word("not") {
		return parseMediaCondition(all)
	}
	for i, t := range all {
		if t.kind == lex.ColonToken {
			return plainFeature(lower(text(all[:i])), trim(all[i+1:]))
		}
	}
	return rangeFeature(all)
}

func plainFeature(name string, value []token) *query {
	switch {
	case strings.HasPrefix(name, "min-"):
		return &query{kind: 'f', name: name[4:], op: ">=", value: kept(value)}
	case strings.HasPrefix(name, "max-"):
		return &query{kind: 'f', name: name[4:], op: "<=", value: kept(value)}
	}
	return &query{kind: 'f', name: name, op: "=", value: kept(value)}
}

// kept copies tokens out of the parser's buffer.
func kept(all []token) []token { return append([]token(nil), all...) }

var turned = map[string]string{"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "="}

// rangeFeature reads "width", "width >= 40em" and "10em < width <= 40em".
func rangeFeature(all []token) *query {
	var parts [][]token
	var ops []string
	from := 0
	for i := 0; i < len(all); i++ {
		if all[i].opens() != 0 {
			i = group(all, i)
			continue
		}
		if !all[i].is('<') && !all[i].is('>') && !all[i].is('=') {
			continue
		}
		parts = append(parts, trim(all[from:i]))
		op := all[i].text
		if op != "=" && i+1 < len(all) && all[i+1].is('=') {
			op += "="
			i++
		}
		ops = append(ops, op)
		from = i + 1
	}
	parts = append(parts, trim(all[from:]))
	name := func(part []token) string {
		if len(part) == 1 && part[0].kind == ident {
			return lower(part[0].name())
		}
		return ""
	}
	switch {
	case len(ops) == 0:
		return &query{kind: 'f', name: name(parts[0])}
	case len(ops) == 1 && name(parts[0]) != "":
		return &query{kind: 'f', name: name(parts[0]), op: ops[0], value: kept(parts[1])}
	case len(ops) == 1:
		return &query{kind: 'f', name: name(parts[1]), op: turned[ops[0]], value: kept(parts[0])}
	case len(ops) == 2:
		return &query{join: "and", parts: []*query{
			{kind: 'f', name: name(parts[1]), op: turned[ops[0]], value: kept(parts[0])},
			{kind: 'f', name: name(parts[1]), op: ops[1], value: kept(parts[2])},
		}}
	}
	return &query{kind: 'f'}
}

func (q *query) eval(r Reader) answer {
	switch q.join {
	case "not":
		return yes - q.parts[0].eval(r)
	case "and":
		all := yes
		for _, part := range q.parts {
			all = min(all, part.eval(r))
		}
		return all
	case "or":
		any := no
		for _, part := range q.parts {
			any = max(any, part.eval(r))
		}
		return any
	}
	if q.kind == 't' {
		if q.name == "all" || q.name == r.Type {
			return yes
		}
		return no
	}
	return q.feature(r)
}
