package markdown

import "html/template"

// A Rendering is what a page knows and its markdown does not. Any field may be
// left empty.
type Rendering struct {
	// Link says what to write for a link. Without it addresses are written as
	// they are.
	Link func(l Link) Target
	// Picture returns what is known of a picture. Where it says false the
	// picture is left out and its alternative stays as text. Without it
	// pictures are written as they are, without a figure.
	Picture func(i Image) (Picture, bool)
	// Container makes the HTML of a container. Without it a plain div is written.
	Container func(c *Container, h ContainerHTML) (template.HTML, error)
	// Terms become links at their first use on the page.
	Terms []Term
	// Words returns an interface word in the page's language, empty if there
	// is none. The keys are those of the English ones in words.go; {n} in a
	// word stands for a number.
	Words func(key string) string
	// TopHeading is the level of the highest heading that the body may have:
	// 2 on a page whose title is its own h1. Zero leaves headings as they are.
	TopHeading int
}

// A Target is where a link leads.
type Target struct {
	Href     string
	External bool   // it leaves the site
	Nowhere  bool   // only the words are written
	HrefLang string // the language of the page it leads to, where it is another one
	Note     string // says so, in the words of this page
}

// A Picture is what is written for an image.
type Picture struct {
	Src           string
	SrcSet, Sizes string // attribute values; empty where there is one size
	Width, Height int    // in pixels; zero where unknown
	Alt           string // empty: as the writer wrote it
	Caption       string // empty: the image's title
	Credit        string
}

// ContainerHTML is the rendered inside of a container.
type ContainerHTML struct {
	Title template.HTML // inline, without links to terms; empty if there is no title
	Body  template.HTML // all but the paragraph that became the title
	All   template.HTML // everything inside
	Parts []PartHTML    // as Container.Parts
}

// PartHTML is one part of a container, its heading apart.
type PartHTML struct {
	ID     string
	DataAt string // the heading's
	Title  template.HTML
	Body   template.HTML
}

// A Term is one form of a word of the glossary. Several forms may share an ID.
type Term struct {
	Form string
	Href string
	ID   string
}
