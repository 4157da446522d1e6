package media

import (
	"bytes"
	"encoding/xml"
	"math"
	"slices"
	"strconv"
	"strings"
)

// writeSVG writes the drawing without ids that nothing refers to.
func writeSVG(root *shape) []byte {
	w := &svgWriter{used: map[string]bool{}}
	w.collect(root)
	w.element(root, true)
	w.out.WriteByte('\n')
	return w.out.Bytes()
}

type svgWriter struct {
	out  bytes.Buffer
	used map[string]bool // every word after a "#"
}

// collect cleans styles, leaves out empty ones, and notes all ids that
// something refers to. Depth is at most maxSVGDepth.
func (w *svgWriter) collect(s *shape) {
	for _, a := range s.attributes {
		w.refer(a.value)
	}
	s.children = slices.DeleteFunc(s.children, func(c *shape) bool {
		if c.name != "style" {
			return false
		}
		css := cleanCSS(textOf(c))
		w.refer(css)
		c.children = []*shape{{text: css}}
		return css == ""
	})
	for _, c := range s.children {
		if c.name != "style" {
			w.collect(c)
		}
	}
}

func (w *svgWriter) refer(text string) {
	for {
		_, after, found := strings.Cut(text, "#")
		if !found {
			return
		}
		end := strings.IndexAny(after, " \t\r\n\"'),.:>+~[{#")
		if end < 0 {
			end = len(after)
		}
		w.used[after[:end]] = true
		text = after[end:]
	}
}

func (w *svgWriter) element(s *shape, root bool) {
	if s.name == "" {
		escape(&w.out, s.text)
		return
	}
	w.out.WriteString("<" + s.name)
	if root {
		w.out.WriteString(` xmlns="` + svgSpace + `"`)
	}
	for _, a := range s.attributes {
		if a.name == "id" && !w.used[a.value] {
			continue
		}
		w.out.WriteString(" " + a.name + `="`)
		escape(&w.out, a.value)
		w.out.WriteByte('"')
	}
	if len(s.children) == 0 {
		w.out.WriteString("/>")
		return
	}
	w.out.WriteByte('>')
	for _, c := range s.children {
		w.element(c, false)
	}
	w.out.WriteString("</" + s.name + ">")
}

func escape(out *bytes.Buffer, text string) {
	xml.EscapeText(out, []byte(text)) // a bytes.Buffer takes everything
}

func textOf(s *shape) string {
	var b strings.Builder
	for _, c := range s.children {
		b.WriteString(c.text)
	}
	return b.String()
}

// sizeOf finds the drawing's size in CSS pixels: width and height, or the
// viewBox. A drawing without a viewBox gets one, so that it can be scaled.
func sizeOf(root *shape) (Info, error) {
	width, height := pixels(root.attribute("width")), pixels(root.attribute("height"))
	box := strings.FieldsFunc(root.attribute("viewBox"), func(r rune) bool { return strings.ContainsRune(" ,\t\r\n", r) })
	if len(box) == 4 {
		w, h := pixels(box[2]), pixels(box[3])
		switch {
		case w <= 0 || h <= 0:
		case width <= 0 && height <= 0:
			width, height = w, h
		case width <= 0:
			width = height * w / h
		case height <= 0:
			height = width * h / w
		}
	}
	if !(width > 0 && height > 0) {
		return Info{}, &Refused{"the drawing does not say how large it is", `Give its svg element a viewBox, for example viewBox="0 0 400 300"`}
	}
	if width > 100_000 || height > 100_000 {
		return Info{}, &Refused{"the drawing is more than 100,000 pixels wide or high", "Scale the drawing down"}
	}
	if root.attribute("viewBox") == "" {
		value := "0 0 " + strconv.FormatFloat(width, 'g', 8, 64) + " " + strconv.FormatFloat(height, 'g', 8, 64)
		root.attributes = append(root.attributes, attribute{"viewBox", value})
	}
	return Info{"svg", max(1, int(math.Round(width))), max(1, int(math.Round(height)))}, nil
}

// units are the absolute lengths of CSS in pixels.
var units = []struct {
	name   string
	pixels float64
}{{"px", 1}, {"pt", 4.0 / 3}, {"pc", 16}, {"mm", 96 / 25.4}, {"cm", 96 / 2.54}, {"in", 96}}

// pixels reads a length; 0 for one that depends on the page (%, em) or is none.
func pixels(length string) float64 {
	factor := 1.0
	for _, u := range units {
		if number, is := strings.CutSuffix(length, u.name); is {
			length, factor = number, u.pixels
			break
		}
	}
	n, err := strconv.ParseFloat(length, 64)
	if err != nil || math.IsNaN(n) || math.IsInf(n, 0) {
		return 0
	}
	return n * factor
}
