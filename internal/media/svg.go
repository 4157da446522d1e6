package media

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// Limits of a drawing.
const (
	maxSVGBytes    = 5 << 20
	maxSVGDepth    = 100
	maxSVGElements = 50_000
)

const (
	svgSpace   = "http://www.w3.org/2000/svg"
	xlinkSpace = "http://www.w3.org/1999/xlink"
	xmlSpace   = "http://www.w3.org/XML/1998/namespace"
)

// CleanSVG writes a drawing anew with only the elements, attributes and styles
// that draw: no scripts, event handlers, links, references to other files,
// embedded pages, animation, comments, metadata, title or description (the alt
// text is on the page), nothing of editing programs, and no ids that nothing
// refers to, which are often names of layers. Styles for a dark colour scheme
// stay. Info has the drawing's size. The same input gives the same bytes.
//
// Errors are *Refused: not well-formed, with a DOCTYPE or an embedded picture,
// without a size, or beyond what a drawing needs.
func CleanSVG(data []byte) ([]byte, Info, error) {
	if len(data) > maxSVGBytes {
		return nil, Info{}, &Refused{"the SVG file has more than 5 MB", "Simplify the drawing, or export it as PNG"}
	}
	root, err := readSVG(data)
	if err != nil {
		return nil, Info{}, err
	}
	info, err := sizeOf(root)
	if err != nil {
		return nil, Info{}, err
	}
	if err := checkUses(root); err != nil {
		return nil, Info{}, err
	}
	return writeSVG(root), info, nil
}

// A shape is an element that may stay.
type shape struct {
	name       string
	attributes []attribute
	children   []*shape
	text       string // of a shape without name: a piece of text
}

type attribute struct{ name, value string }

func (s *shape) attribute(name string) string {
	for _, a := range s.attributes {
		if a.name == name {
			return a.value
		}
	}
	return ""
}

var errTooLarge = &Refused{"the drawing is nested too deeply or has too many parts", "Simplify the drawing, or export it as PNG"}

// readSVG returns the root with all that may stay below it.
func readSVG(data []byte) (*shape, error) {
	r := &svgReader{d: xml.NewDecoder(bytes.NewReader(data))}
	for {
		token, err := r.d.Token()
		if errors.Is(err, io.EOF) && r.root == nil {
			return nil, &Refused{"the file has no svg element", "Use an SVG file, or export the drawing as PNG"}
		}
		if err != nil {
			return nil, errNotWellFormed
		}
		switch t := token.(type) {
		case xml.Directive:
			return nil, &Refused{"the SVG file has a DOCTYPE or other declaration", "Save it as plain SVG, or delete the part that begins with <!DOCTYPE"}
		case xml.StartElement:
			if err := r.start(t); err != nil {
				return nil, err
			}
		case xml.EndElement:
			if r.open = r.open[:len(r.open)-1]; len(r.open) == 0 {
				return r.root, nil
			}
		case xml.CharData:
			r.text(string(t))
		}
	}
}

var errNotWellFormed = &Refused{"the SVG file is damaged, not complete or not in UTF-8", "Save it again as plain SVG from the program that made it"}

type svgReader struct {
	d     *xml.Decoder
	root  *shape
	open  []*shape // nil for an element that is left out, with all inside
	count int
}

func (r *svgReader) start(t xml.StartElement) error {
	if r.count++; r.count > maxSVGElements || len(r.open) >= maxSVGDepth {
		return errTooLarge
	}
	name := t.Name.Local
	ours := t.Name.Space == svgSpace || t.Name.Space == ""
	if r.root == nil {
		if !ours || name != "svg" {
			return &Refused{"the file has no svg element", "Use an SVG file, or export the drawing as PNG"}
		}
		r.root = &shape{name: "svg", attributes: keptAttributes(name, t.Attr)}
		r.open = append(r.open, r.root)
		return nil
	}
	parent := r.open[len(r.open)-1]
	if ours && name == "a" {
		name = "g" // a link in a picture cannot be followed; what it held stays
	}
	if parent == nil || !ours || !svgElements[name] {
		if parent != nil && ours && name == "image" {
			return &Refused{"the drawing holds another picture inside it", "Use that picture by itself, or export the drawing as PNG"}
		}
		r.open = append(r.open, nil)
		return nil
	}
	s := &shape{name: name, attributes: keptAttributes(name, t.Attr)}
	parent.children = append(parent.children, s)
	r.open = append(r.open, s)
	return nil
}

// text keeps what is drawn as text, and styles.
func (r *svgReader) text(text string) {
	if len(r.open) == 0 {
		return
	}
	parent := r.open[len(r.open)-1]
	if parent == nil {
		return
	}
	switch parent.name {
	case "text", "tspan", "textPath", "style":
		parent.children = append(parent.children, &shape{text: text})
	}
}

// keptAttributes returns those that may stay, under the names they are written
// with; of two with one name, the first.
func keptAttributes(element string, all []xml.Attr) []attribute {
	var kept []attribute
	seen := map[string]bool{}
	for _, a := range all {
		name, value := a.Name.Local, strings.TrimSpace(a.Value)
		switch a.Name.Space {
		case "":
		case xlinkSpace, "xlink":
			if name != "href" {
				continue
			}
		case xmlSpace, "xml":
			if name != "space" {
				continue
			}
			name = "xml:space"
		default:
			continue
		}
		switch {
		case name == "style":
			value = cleanDeclarations(value)
		case name == "href":
			if !strings.HasPrefix(value, "#") || element == "g" {
				value = ""
			}
		case !svgAttributes[name] || !safeValue(value):
			value = ""
		}
		if value == "" || seen[name] {
			continue
		}
		seen[name] = true
		kept = append(kept, attribute{name, value})
	}
	return kept
}
