package css

import (
	"strings"
)

// A condition is a @media or @supports, or something that never counts since
// only layout decides it. It holds only where those around it hold.
type condition struct {
	never bool
	media *query
	outer int32
}

// hold says for each condition of a sheet whether it holds for a reader.
func hold(all []condition, r Reader) []bool {
	holds := make([]bool, len(all))
	for i, c := range all {
		holds[i] = !c.never && (c.media == nil || c.media.eval(r) == yes) && (c.outer < 0 || holds[c.outer])
	}
	return holds
}

// supports answers @supports: what this package can compute, it supports; so
// it does what any browser of these years can show.
func supports(all []token) bool {
	all = trim(all)
	result := true
	negate := false
	joined := ""
	for i := 0; i < len(all); {
		t := all[i]
		one := false
		switch {
		case t.kind == space:
			i++
			continue
		case t.word("not"):
			negate = true
			i++
			continue
		case t.word("and") || t.word("or"):
			joined = lower(t.text)
			i++
			continue
		case t.opens() == ')':
			args, after := inside(all, i)
			one = supportsOne(t, args)
			i = after
		default:
			return false
		}
		if negate {
			one, negate = !one, false
		}
		switch joined {
		case "and":
			result = result && one
		case "or":
			result = result || one
		default:
			result = one
		}
	}
	return result && len(all) > 0
}

func supportsOne(t token, args []token) bool {
	args = trim(args)
	switch call := t.call(); {
	case call == "selector":
		p := &parser{rules: &rules{}}
		_, ok := p.selectorList(args, where{})
		return ok
	case call != "":
		return call == "font-tech" || call == "font-format"
	case supportsDeclaration(args):
		return true
	}
	return len(args) > 0 && (args[0].opens() == ')' || args[0].word("not")) && supports(args)
}

// supportsDeclaration answers (property: value).
func supportsDeclaration(args []token) bool {
	args = trim(args)
	if !declares(args) {
		return false
	}
	name := lower(args[0].name())
	if strings.HasPrefix(name, "-") && !strings.HasPrefix(name, "--") && !strings.HasPrefix(name, "-webkit-") {
		return false
	}
	found := appendDeclaration(nil, args, 0)
	if len(found) == 0 {
		return false
	}
	return found[0].property != 0 || strings.HasPrefix(name, "--") || strings.HasPrefix(name, "-webkit-") || otherProperties[name]
}

// otherProperties are known to browsers; nothing here is computed for them.
var otherProperties = set(`align-content align-items align-self all anchor-name aspect-ratio backface-visibility block-size
	border-image border-image-outset border-image-repeat border-image-slice border-image-source border-radius
	break-after break-before break-inside column-count column-fill column-gap column-rule column-rule-color
	column-rule-style column-rule-width column-span column-width columns contain contain-intrinsic-size
	container container-name container-type flex flex-basis flex-direction flex-flow flex-grow flex-shrink
	flex-wrap font-feature-settings font-kerning font-optical-sizing font-palette font-synthesis
	font-variation-settings gap grid grid-area grid-auto-columns grid-auto-flow grid-auto-rows grid-column
	grid-column-end grid-column-gap grid-column-start grid-gap grid-row grid-row-end grid-row-gap
	grid-row-start grid-template grid-template-areas grid-template-columns grid-template-rows
	hanging-punctuation hyphenate-character image-rendering inline-size justify-content justify-items
	justify-self mask mask-border mask-clip mask-composite mask-mode mask-origin mask-position mask-repeat
	mask-size max-block-size max-inline-size min-block-size min-inline-size object-position offset
	offset-path overflow-anchor overscroll-behavior overscroll-behavior-x overscroll-behavior-y
	paint-order perspective perspective-origin place-content place-items place-self row-gap ruby-align ruby-position
	scroll-margin scroll-margin-top scroll-padding scroll-padding-top scroll-snap-align scroll-snap-type
	scroll-timeline scrollbar-color scrollbar-gutter scrollbar-width shape-outside text-box-trim text-combine-upright
	text-wrap text-wrap-style transform-box transform-origin transform-style view-timeline
	view-transition-name will-change`)

// set makes a table of words.
func set(list string) map[string]bool {
	table := map[string]bool{}
	for _, word := range strings.Fields(list) {
		table[word] = true
	}
	return table
}
