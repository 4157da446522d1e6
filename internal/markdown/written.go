package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"handrail/internal/fields"
	"handrail/internal/lang"
)

// written is what an attribute list says, once it is understood.
type written struct {
	id, class, lang, dir string
	decorative           bool
	credit               string // of a picture: who made it
	description          string // of a picture: the id of what describes it at length
}

// take understands the attributes of a heading or an inline piece.
func (c *collector) take(n ast.Node, list []attribute, picture bool) *written {
	w := &written{}
	if len(list) == 0 {
		return w
	}
	known := []string{"id", "class", "lang"}
	if picture {
		known = append(known, "decorative", "credit", "description")
	}
	for _, a := range list {
		if !picture || a.key != "decorative" && a.key != "credit" {
			c.mark(a.key, a.value)
		}
		if a.key == "decorative" && picture {
			w.decorative = true
		} else if a.key == "credit" && picture {
			w.credit = a.value
		} else if a.key == "description" && picture {
			w.description = strings.TrimPrefix(a.value, "#")
		} else if !c.common(w, a, n) {
			fix := "Attributes here are " + strings.Join(known, ", ") + "."
			if near := fields.Nearest(a.key, known); near != "" {
				fix = "Did you mean " + near + "?"
			}
			c.problem(a.at, "markdown/attributes", "`"+shortened(a.key)+"` cannot be used here", fix)
		}
	}
	c.page.attributes[n] = w
	return w
}

// takeContainer understands the attributes of a container, which may be any.
func (c *collector) takeContainer(n *containerNode) *written {
	w := &written{}
	n.container.Attributes = map[string]string{}
	c.mark("part", n.container.Name)
	for _, a := range n.attributes {
		c.mark(a.key, a.value)
		c.common(w, a, n)
		if a.key != "id" {
			n.container.Attributes[a.key] = a.value
		}
	}
	if w.class != "" {
		n.container.Attributes["class"] = w.class
	}
	if w.lang == "" {
		delete(n.container.Attributes, "lang")
	}
	n.container.ID = w.id
	c.page.attributes[n] = w
	return w
}

// common understands the attributes that everything may have, and says
// whether a is one.
func (c *collector) common(w *written, a attribute, n ast.Node) bool {
	switch a.key {
	case "id":
		if strings.ContainsAny(a.value, " \t") || a.flag {
			c.problem(a.at, "markdown/attributes", "an id is one word", "Write it like {#name}.")
			return true
		}
		w.id = a.value
		c.doc.IDs = append(c.doc.IDs, ID{ID: a.value, At: c.place(n.Pos()), Explicit: true})
	case "class":
		w.class = strings.TrimSpace(w.class + " " + a.value)
	case ownWords: // short for the class
		w.class = strings.TrimSpace(w.class + " " + ownWords)
	case "lang":
		l, err := lang.Parse(a.value)
		if err != nil {
			c.problem(a.at, "markdown/attributes", err.Error(), "")
			return true
		}
		w.lang, w.dir = l.Tag, l.Dir
	default:
		return false
	}
	return true
}
