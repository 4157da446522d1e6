package markdown

import (
	"handrail/internal/finding"
	"handrail/internal/source"
)

// A Document is one page's markdown, read once. It does not change after Parse
// and may be rendered from several goroutines.
type Document struct {
	Problems   []finding.Problem
	Headings   []Heading
	Links      []Link
	Images     []Image
	Tables     []Table
	Containers []*Container // every one, in document order; Parent is set when nested
	IDs        []ID         // every id that the page answers to, footnotes' not
	Blocks     []Block      // every piece of running text once, in document order
	Comments   []Comment    // HTML comments, which are never written
	// Verbatim are the pieces that show and are not running text: code, and HTML
	// where it is let in. Marks are the attributes that were written, and what
	// else changes how words read: struck out, ticked, numbered. Both are in
	// document order, for those who must notice any change.
	Verbatim []string
	Marks    []string

	page *page
}

// A Heading is a heading of any level. Every heading has an id.
type Heading struct {
	Level     int
	ID        string
	Text      string
	At        source.Place
	Container *Container // nil at the top
}

// A Link is a link, an autolink or a bare address. Destination is what the
// writer meant: entities and escapes are resolved, percent signs are left.
type Link struct {
	Destination string
	Text        string
	Title       string
	At          source.Place
	Auto        bool   // the address itself is the text
	Lang        string // of the passage, where the page says so; else empty
}

// An Image is a picture in the text. Its markdown title is its caption.
type Image struct {
	Destination string
	Alt         string
	Title       string
	At          source.Place
	Decorative  bool   // marked {decorative} on purpose
	Credit      string // who made it, {credit="…"}
	AltWritten  bool   // the square brackets hold something
	Description string // the id of what describes it at length, {description="#id"}
}

// A Table is a GFM table. Header holds the plain text of its header cells.
type Table struct {
	At     source.Place
	Header []string
	Rows   int // without the header
}

// An ID is an id and the place of what has it.
type ID struct {
	ID       string
	At       source.Place
	Explicit bool // the writer wrote it; else it is made of a heading's words
}

// A Comment is an HTML comment's own words, trimmed.
type Comment struct {
	Text string
	At   source.Place
}

// A Container is a fenced container, :::name {attributes}.
type Container struct {
	Name       string
	ID         string
	Attributes map[string]string // all but the id; a bare flag is "true"
	At         source.Place
	DataAt     string // the value of its data-at: path:offset
	Parent     *Container
	Title      string // the title attribute; else, of a prompt or a recommendation, its first paragraph; plain text
	Parts      []Part
	Text       string   // all its plain words, a line for each block
	Links      []string // where the links in it lead, but for those of containers in it
}

// A Part is a container's own heading and all that follows it, up to the next
// heading of that level.
type Part struct {
	Title  string
	ID     string
	At     source.Place
	DataAt string
}

// A BlockKind says what a piece of running text is.
type BlockKind string

const (
	Paragraph   BlockKind = "paragraph"
	Item        BlockKind = "item" // the words of a list item
	HeadingText BlockKind = "heading"
	Cell        BlockKind = "cell"
	Quote       BlockKind = "quote"
	DefinedTerm BlockKind = "term" // of a definition list
)

// A Block is one piece of running text, as plain words: entities resolved,
// markup gone, line ends as spaces. Code blocks are not running text.
type Block struct {
	Kind      BlockKind
	Text      string
	At        source.Place
	Lang      string // where the page says so; else empty
	Container *Container
	Quoted    bool    // it stands in a block quotation, whatever its kind
	Column    string  // of a cell below the head of a table: what its column is called
	Pieces    []Piece // where the words stand in the file, in order
}
