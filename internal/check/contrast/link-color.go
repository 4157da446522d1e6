package contrast

import (
	"fmt"
	"strings"

	"handrail/internal/check"
	"handrail/internal/css"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var linkColor = &check.Check{
	ID:       "contrast/link-color",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 1.4.1", "axe link-in-text-block"),
	Output: func(p *check.OutputPass) {
		s := sceneFor(p, css.Desktop)
		counts := map[*dom.Element]int{} // letters of blocks outside links
		for e := range p.All("a") {
			if !e.Has("href") || !p.View.Seen(e) || p.View.Tree().Hidden(e) {
				continue
			}
			block := s.block(e)
			if block == nil || s.standsOut(e, block) {
				continue
			}
			if _, known := counts[block]; !known {
				counts[block] = s.around(block)
			}
			if !human(e.Text()) || counts[block] <= min(20, len(e.Text())) {
				continue
			}
			mine, ok := s.styles.Color(e, "color")
			theirs, ok2 := s.styles.Color(block, "color")
			at := s.at(block)
			if !ok || !ok2 || at.doubt || at.picture != nil || s.at(e).doubt {
				continue
			}
			front, other := at.lenses[0].seen(mine), at.lenses[0].seen(theirs)
			switch contrast := css.Contrast(front, other); {
			case front == other:
				p.AskOn(e, "nothing tells this link from the words around it: do readers know that it is one?")
			case contrast < 3:
				p.FoundOn(e, fmt.Sprintf("this link is told from the words around it only by its colour (%s in %s), and they differ by %s where 3:1 is needed",
					hex(front), hex(other), ratio(contrast)))
			}
		}
	},
}

// block returns the box with the running text that a link stands in, nil if it
// stands alone in one.
func (s *scene) block(link *dom.Element) *dom.Element {
	if s.styles.Value(link, "display") != "inline" {
		return nil
	}
	for e := link.Parent; e != nil; e = e.Parent {
		switch s.styles.Value(e, "display") {
		case "inline", "contents":
			continue
		case "block", "list-item", "table-cell", "flow-root", "inline-block":
			if e.Is("body", "html") {
				return nil
			}
			return e
		}
		return nil
	}
	return nil
}

// around counts the letters of a block that are in no link and no other block.
func (s *scene) around(block *dom.Element) int {
	n := letters(block)
	inside := block.Inside()
	for i := 0; i < len(inside); i++ {
		e := inside[i]
		if e.Is("a", "button", "script", "style", "template") || s.styles.Value(e, "display") != "inline" {
			i = e.End - block.Index - 2
			continue
		}
		n += letters(e)
	}
	return n
}

// standsOut says whether a link looks different by more than its colour, itself
// or in a part of it.
func (s *scene) standsOut(link, block *dom.Element) bool {
	for e := link; e != block; e = e.Parent {
		if s.differs(e, block) {
			return true
		}
	}
	for _, e := range link.Inside() {
		if e.Namespace != dom.HTML || e.Is("img", "picture", "video", "canvas", "input", "object") || s.differs(e, block) {
			return true
		}
	}
	return false
}

// differs compares how an element looks with how the text around it does.
func (s *scene) differs(e, block *dom.Element) bool {
	of := func(name string) string { return s.styles.Value(e, name) }
	if line := of("text-decoration-line"); line != "none" && line != "" {
		return true
	}
	for _, side := range []string{"top", "right", "bottom", "left"} {
		if of("border-"+side+"-width") != "0px" {
			return true
		}
	}
	for _, name := range []string{"font-weight", "font-style", "font-size", "font-family", "text-transform", "font-variant-caps", "letter-spacing"} {
		if of(name) != s.styles.Value(block, name) {
			return true
		}
	}
	if of("outline-width") != "0px" || of("box-shadow") != "none" || of("text-shadow") != s.styles.Value(block, "text-shadow") ||
		!strings.HasPrefix(of("vertical-align"), "baseline") || !surfaces.Get(s.styles, e).own.empty() {
		return true
	}
	return s.styles.Pseudo(e, "before") != nil || s.styles.Pseudo(e, "after") != nil
}
