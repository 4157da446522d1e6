package css

import (
	"strings"

	lex "github.com/tdewolff/parse/v2/css"
)

// A declaration gives one property one value.
type declaration struct {
	property  property
	name      string // where the property is not in the table, and always for custom ones
	value     string
	important bool
	variable  bool   // var() has to be filled in
	shorthand string // the value is this shorthand's; split once variables are filled in
	at        int32
}

// maxValue is the longest value that is kept, in bytes.
const maxValue = 1 << 20

var wide = set("initial inherit unset revert revert-layer")

// appendDeclaration reads "name: value" and adds what it means: nothing if it
// is invalid, the longhands if it is a shorthand.
func appendDeclaration(into []declaration, statement []token, at int) []declaration {
	statement = trim(statement)
	if !declares(statement) || statement[0].kind != ident && statement[0].kind != customName {
		return into
	}
	d := declaration{at: int32(at)}
	name := statement[0].name()
	value := trim(trim(statement[1:])[1:])
	value, d.important = cutImportant(value)
	custom := statement[0].kind == customName
	if len(value) == 0 && !custom || broken(value, custom) {
		return into
	}
	written := text(value)
	if len(written) > maxValue {
		return into
	}
	d.value = written
	d.variable = hasVariable(value)
	if custom {
		d.name = strings.Clone(name)
		return append(into, d)
	}
	name = lower(name)
	if p, known := propertyNames[name]; known {
		d.property = p
		if d.variable {
			return append(into, d)
		}
		if wide[lower(written)] {
			d.value = lower(written)
			return append(into, d)
		}
		normal, ok := validate(p, value)
		if !ok {
			return into
		}
		d.value = normal
		return append(into, d)
	}
	if longhands, known := shorthands[name]; known {
		return appendShorthand(into, d, name, longhands, value)
	}
	d.name = strings.Clone(name)
	return append(into, d)
}

func appendShorthand(into []declaration, d declaration, name string, longhands []property, value []token) []declaration {
	whole := wide[lower(d.value)]
	if d.variable || whole {
		for _, p := range longhands {
			one := d
			one.property = p
			if whole {
				one.value = lower(d.value)
			} else {
				one.shorthand = name
			}
			into = append(into, one)
		}
		return into
	}
	values, ok := expand(name, value)
	if !ok {
		return into
	}
	for _, p := range longhands {
		one := d
		one.property = p
		one.value = values[p]
		if one.value == "" {
			one.value = "initial"
		}
		into = append(into, one)
	}
	return into
}

// cutImportant takes "!important" off the end.
func cutImportant(value []token) ([]token, bool) {
	value = trim(value)
	n := len(value)
	if n < 2 || !value[n-1].word("important") {
		return value, false
	}
	rest := trim(value[:n-1])
	if len(rest) == 0 || !rest[len(rest)-1].is('!') {
		return value, false
	}
	return trim(rest[:len(rest)-1]), true
}

// broken says whether no declaration may hold such a value.
func broken(value []token, custom bool) bool {
	var open []byte
	for _, t := range value {
		switch t.kind {
		case lex.BadStringToken, lex.BadURLToken:
			return true
		case lex.RightParenthesisToken, lex.RightBracketToken, lex.RightBraceToken:
			if len(open) == 0 || !t.is(open[len(open)-1]) {
				return true
			}
			open = open[:len(open)-1]
			continue
		case lex.LeftBraceToken:
			if !custom {
				return true
			}
		}
		if len(open) == 0 && t.is('!') {
			return true
		}
		if closer := t.opens(); closer != 0 {
			open = append(open, closer)
		}
	}
	return len(open) > 64 // all that are open are closed by the end of the sheet
}

func hasVariable(value []token) bool {
	for _, t := range value {
		if t.kind == function {
			switch t.call() {
			case "var", "env":
				return true
			}
		}
	}
	return false
}
