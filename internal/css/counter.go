package css

import (
	"slices"
	"strconv"
	"strings"

	"handrail/internal/dom"
)

// counts is what one walk over the document finds: the value of each counter
// wherever it is shown (CSS Lists 3, 4).
type counts struct {
	s     *Styles
	open  map[string][]instance
	depth int // of quotes
	texts map[place]string
	items map[int]int // number of each list item
}

// An instance of a counter is seen by what follows in its parent.
type instance struct{ value, parent int }

// A place is where generated text is shown.
type place struct {
	index  int
	pseudo string
	alt    bool
}

func newCounts(s *Styles) *counts {
	c := &counts{s: s, open: map[string][]instance{}, texts: map[place]string{}, items: map[int]int{}}
	s.counts = c
	var around []*dom.Element
	leave := func() {
		last := around[len(around)-1]
		around = around[:len(around)-1]
		c.pseudo(last, "after")
		for name, all := range c.open {
			for len(all) > 0 && all[len(all)-1].parent == last.Index {
				all = all[:len(all)-1]
			}
			c.open[name] = all
		}
	}
	for i := 0; i < len(s.doc.Elements); i++ {
		e := s.doc.Elements[i]
		for len(around) > 0 && around[len(around)-1].End <= i {
			leave()
		}
		if !s.displayedItself(e) {
			i = e.End - 1
			continue
		}
		c.element(e)
		around = append(around, e)
	}
	for len(around) > 0 {
		leave()
	}
	return c
}

// element lets e change counters, and writes what comes before its content.
func (c *counts) element(e *dom.Element) {
	parent := -1
	if e.Parent != nil {
		parent = e.Parent.Index
	}
	x := subject{c.s, e, nil}
	c.change(x, parent, 1)
	if strings.Contains(c.s.value(e, pDisplay), "list-item") {
		if all := c.open["list-item"]; len(all) > 0 {
			c.items[e.Index] = all[len(all)-1].value
		}
		if p := c.s.Pseudo(e, "marker"); p != nil && p.value(pContent) != "normal" {
			c.write(p)
		}
	}
	c.pseudo(e, "before")
}

func (c *counts) pseudo(e *dom.Element, name string) {
	if p := c.s.Pseudo(e, name); p != nil {
		c.change(p.subject(), e.Index, 0)
		c.write(p)
	}
}

// write notes the texts of a pseudo-element that depend on the walk.
func (c *counts) write(p *Pseudo) {
	for i, part := range split(tokens(p.value(pContent)), '/') {
		if i < 2 && ordered(part) {
			if written, ok := c.s.write(p.subject(), part, c); ok {
				c.texts[place{p.of.Index, p.name, i == 1}] = written
			}
		}
	}
}

// change applies counter-reset, counter-increment and counter-set, and what
// lists do by themselves.
func (c *counts) change(x subject, parent, item int) {
	list, reversed := c.list(x, item)
	for name, value := range changes(x.value(pReset), 0) {
		if name == "list-item" && list != nil {
			value = *list
		}
		all := c.open[name]
		if n := len(all); n > 0 && all[n-1].parent == parent {
			all[n-1].value = value
		} else {
			c.open[name] = append(all, instance{value, parent})
		}
	}
	increments := changes(x.value(pIncrement), 1)
	if item != 0 && strings.Contains(x.value(pDisplay), "list-item") {
		if _, written := increments["list-item"]; !written {
			increments["list-item"] = 1
			if reversed {
				increments["list-item"] = -1
			}
		}
	}
	for name, by := range increments {
		c.top(name, parent).value += by
	}
	sets := changes(x.value(pSet), 0)
	if value, written := x.e.Attribute("value"); written && item != 0 && x.e.Tag == "li" {
		if n, err := strconv.Atoi(strings.TrimSpace(value)); err == nil {
			sets["list-item"] = n
		}
	}
	for name, value := range sets {
		c.top(name, parent).value = value
	}
}

// top returns the innermost instance of a counter; there is one afterwards.
func (c *counts) top(name string, parent int) *instance {
	if len(c.open[name]) == 0 {
		c.open[name] = []instance{{0, parent}}
	}
	all := c.open[name]
	return &all[len(all)-1]
}

// list returns where an ol begins to count, and whether items of the list
// around x are counted backwards.
func (c *counts) list(x subject, item int) (start *int, reversed bool) {
	if item == 0 {
		return nil, false
	}
	if p := x.e.Parent; p != nil && p.Tag == "ol" {
		_, reversed = p.Attribute("reversed")
	}
	if x.e.Tag != "ol" {
		return nil, reversed
	}
	first := 0
	if _, back := x.e.Attribute("reversed"); back {
		for _, child := range x.e.Children {
			if child.Element != nil && child.Element.Tag == "li" {
				first++
			}
		}
		first++
	}
	if value, written := x.e.Attribute("start"); written {
		if n, err := strconv.Atoi(strings.TrimSpace(value)); err == nil {
			first = n - 1
			if _, back := x.e.Attribute("reversed"); back {
				first = n + 1
			}
		}
	}
	return &first, reversed
}

// changes reads "name [number] …".
func changes(value string, without int) map[string]int {
	found := map[string]int{}
	if value == "none" {
		return found
	}
	all := words(tokens(value))
	for i := 0; i < len(all); i++ {
		t := all[i]
		if t.call() == "reversed" {
			args, after := inside(all, i)
			if len(args) == 1 {
				found[args[0].name()] = without
			}
			i = after - 1
			continue
		}
		if t.kind != ident && t.kind != customName {
			continue
		}
		n := without
		if i+1 < len(all) && all[i+1].kind == number {
			if read, err := strconv.Atoi(all[i+1].text); err == nil {
				n = read
			}
		}
		found[t.name()] = n
	}
	return found
}

// counter writes counter(name[, style]).
func (c *counts) counter(args []token) string {
	parts := split(args, ',')
	value := 0
	if all := c.open[text(parts[0])]; len(all) > 0 {
		value = all[len(all)-1].value
	}
	return c.s.number(value, styleName(parts, 1))
}

// counters writes counters(name, between[, style]).
func (c *counts) counters(args []token) string {
	parts := split(args, ',')
	if len(parts) < 2 || len(parts[1]) == 0 {
		return ""
	}
	var shown []string
	for _, one := range c.open[text(parts[0])] {
		shown = append(shown, c.s.number(one.value, styleName(parts, 2)))
	}
	if len(shown) == 0 {
		shown = []string{c.s.number(0, styleName(parts, 2))}
	}
	return strings.Join(shown, parts[1][0].value())
}

func styleName(parts [][]token, at int) string {
	if at < len(parts) && len(parts[at]) > 0 {
		return parts[at][0].text
	}
	return "decimal"
}

// marker writes the marker of a list item.
func (s *Styles) marker(e *dom.Element) (string, bool) {
	if s.value(e, pListImage) != "none" {
		return "", true
	}
	style := tokens(s.value(e, pListType))
	if len(style) == 0 || style[0].word("none") {
		return "", false
	}
	if style[0].kind == quoted {
		return style[0].value(), true
	}
	name := style[0].text
	if symbol, is := bullets[lower(name)]; is {
		return symbol + " ", true
	}
	if s.counts == nil {
		newCounts(s)
	}
	if custom := s.counterStyle(name); custom != nil {
		return custom.prefix + s.number(s.counts.items[e.Index], name) + custom.suffix, true
	}
	between := ". "
	if slices.Contains([]string{"cjk-decimal", "cjk-ideographic", "japanese-informal", "simp-chinese-informal", "hiragana", "katakana"}, lower(name)) {
		between = "、"
	}
	return s.number(s.counts.items[e.Index], name) + between, true
}

var bullets = map[string]string{"disc": "•", "circle": "◦", "square": "▪", "disclosure-open": "▾", "disclosure-closed": "▸"}
