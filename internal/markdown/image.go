package markdown

import (
	"strconv"

	"github.com/yuin/goldmark/ast"
)

// figure writes a paragraph that holds nothing but a picture with a caption or
// a credit as a figure. It returns false, having written nothing, for others.
func (w *writer) figure(n ast.Node) bool {
	i, ok := n.FirstChild().(*ast.Image)
	if !ok || n.ChildCount() != 1 || w.r.Picture == nil {
		return false
	}
	image, picture, ok := w.picture(i)
	if !ok || picture.Caption == "" && picture.Credit == "" {
		return false
	}
	w.tag("figure", at(i))
	w.b.WriteByte('\n')
	w.img(i, image, picture)
	w.b.WriteByte('\n')
	w.tag("figcaption", at(i))
	w.b.WriteString(escaped(picture.Caption))
	if picture.Credit != "" {
		if picture.Caption != "" {
			w.b.WriteByte(' ')
		}
		w.tag("span", at(i), "class", "credit")
		w.b.WriteString(escaped(picture.Credit) + "</span>")
	}
	w.b.WriteString("</figcaption>\n</figure>\n")
	return true
}

// image writes a picture in running text.
func (w *writer) image(n *ast.Image) {
	image, picture, ok := w.picture(n)
	if !ok {
		w.b.WriteString(escaped(image.Alt))
		return
	}
	w.img(n, image, picture)
}

// picture asks what is known of a picture. It is not shown where its address is
// dangerous or the site does not have it.
func (w *writer) picture(n *ast.Image) (image Image, p Picture, ok bool) {
	image = w.doc.Images[w.images[n]]
	if w.dangerous[n] {
		return image, p, false
	}
	p, ok = Picture{Src: image.Destination}, true
	if w.r.Picture != nil {
		p, ok = w.r.Picture(image)
		if p.Caption == "" {
			p.Caption = image.Title
		}
	}
	if p.Alt == "" {
		p.Alt = image.Alt
	}
	if image.Decorative {
		p.Alt = ""
	}
	return image, p, ok
}

func (w *writer) img(n *ast.Image, image Image, p Picture) {
	attributes := []string{"src", escapedURL(p.Src), "srcset", p.SrcSet}
	if p.SrcSet != "" {
		attributes = append(attributes, "sizes", p.Sizes)
	}
	attributes = append(attributes, "alt", p.Alt, "width", pixels(p.Width), "height", pixels(p.Height),
		"aria-describedby", image.Description)
	if w.r.Picture == nil {
		attributes = append(attributes, "title", image.Title)
	} else {
		attributes = append(attributes, "loading", "lazy", "decoding", "async")
	}
	w.tag("img", at(n), w.own(n, attributes...)...)
}

func pixels(n int) string {
	if n <= 0 {
		return ""
	}
	return strconv.Itoa(n)
}
