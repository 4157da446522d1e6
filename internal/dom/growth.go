package dom

import (
	"bytes"
	"slices"
)

// growth guards against the one way in which a small page makes a huge tree:
// formatting elements left open are opened again in every block after them
// (HTML 13.2.4.3), so 200 of those and 10,000 paragraphs make 2,000,000
// elements. It counts those still open at each start tag, but for a few that any
// page may have.
type growth struct {
	unclosed []formatted
	cost     int // how many elements the parser may have to repeat, at most
}

type formatted struct {
	tag  *tag
	text []byte // of the whole start tag
}

func (g *growth) open(t *tag, text []byte) {
	g.cost += max(0, len(g.unclosed)-8)
	if !t.formatting {
		return
	}
	if t.name == "a" || t.name == "nobr" {
		g.close(t) // a second one closes the first
	}
	same := 0
	for _, f := range g.unclosed {
		if f.tag == t && bytes.Equal(f.text, text) {
			same++
		}
	}
	if same < 3 && len(g.unclosed) < maxNesting {
		g.unclosed = append(g.unclosed, formatted{t, text})
	}
}

func (g *growth) close(t *tag) {
	if !t.formatting {
		return
	}
	for i, f := range slices.Backward(g.unclosed) {
		if f.tag == t {
			g.unclosed = slices.Delete(g.unclosed, i, i+1)
			return
		}
	}
}
