package markdown

import (
	"slices"
	"strconv"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	gtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"handrail/internal/finding"
	"handrail/internal/source"
)

// Options says what a page may do.
type Options struct {
	AllowHTML bool // raw HTML is written, but for tags that take over a page
}

// A reading is one page being read: what the parsers share.
type reading struct {
	*text
	meter
	options   Options
	doc       *Document
	footnotes *footnotes
	told      map[string]int // problems by rule
	toldAt    map[int]bool   // places of unclosed-container problems
}

// A page is what rendering needs besides the document.
type page struct {
	*text
	options    Options
	root       ast.Node
	notes      []*note
	headings   map[ast.Node]int // index in Document.Headings
	links      map[ast.Node]int // index in Document.Links
	images     map[ast.Node]int // index in Document.Images
	dangerous  map[ast.Node]bool
	attributes map[ast.Node]*written
}

// Parse reads the markdown of a file from the byte offset start on. What is
// wrong with it is in the document's Problems; a page that cannot be read, or
// would take too long, is empty but for its problem.
func Parse(f *source.File, start int, o Options) *Document {
	r := &reading{text: newText(f, start), options: o, told: map[string]int{}, toldAt: map[int]bool{}}
	r.echoLimit = max(maxEchoes, len(r.body))
	r.noteLimit = minNotes + len(r.body)/bytesPerNote
	if at, rule, message := refusal(r.body); rule != "" {
		return r.refused(at, rule, message)
	}
	return r.read()
}

// read parses and collects, and turns a meter's panic into a problem.
func (r *reading) read() (d *Document) {
	defer func() {
		switch cause := recover().(type) {
		case nil:
		case stopped:
			d = r.refused(cause.at, "markdown/too-costly", cause.what)
		default:
			panic(cause)
		}
	}()
	r.doc = &Document{}
	r.footnotes = &footnotes{byLabel: map[string]*note{}}
	root := r.parser().Parse(gtext.NewReader(r.body))
	r.cards(root)
	r.collect(root)
	r.sortProblems()
	return r.doc
}

// refused is the empty document of a page that cannot be read.
func (r *reading) refused(at int, rule, message string) *Document {
	fix := "Split it into several pages, or take out what is repeated."
	if rule == "markdown/encoding" {
		fix = "Open it in a text editor and save it as UTF-8."
	}
	return &Document{
		Problems: []finding.Problem{{At: r.file.At(r.offset(at)), Rule: rule, Message: message, Fix: fix}},
		page:     &page{text: r.text, root: ast.NewDocument()},
	}
}

// parser returns goldmark's parser with ours in it. The numbers are
// priorities, goldmark's own where there are any; the lowest comes first.
func (r *reading) parser() parser.Parser {
	metered := func(p parser.BlockParser) parser.BlockParser { return blockMeter{p, r} }
	counted := func(p parser.InlineParser) parser.InlineParser { return inlineMeter{p, r} }
	marks := &markMeter{reading: r}
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(containerParser{r}, 90),
			util.Prioritized(headingParser{parser.NewSetextHeadingParser(), r}, 100),
			util.Prioritized(metered(extension.NewDefinitionListParser()), 101),
			util.Prioritized(metered(extension.NewDefinitionDescriptionParser()), 102),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(metered(parser.NewListParser()), 300),
			util.Prioritized(metered(parser.NewListItemParser()), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(headingParser{parser.NewATXHeadingParser(), r}, 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(metered(parser.NewBlockquoteParser()), 800),
			util.Prioritized(parser.NewHTMLBlockParser(), 900),
			util.Prioritized(footnoteBlock{metered(extension.NewFootnoteBlockParser()), r}, 999),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithParagraphTransformers(
			util.Prioritized(referenceMeter{parser.LinkReferenceParagraphTransformer, r}, 100),
			util.Prioritized(tableMeter{extension.NewTableParagraphTransformer(), r}, 200),
		),
		parser.WithInlineParsers(
			util.Prioritized(counted(extension.NewTaskCheckBoxParser()), 0),
			util.Prioritized(codeSpanParser{parser.NewCodeSpanParser(), r}, 100),
			util.Prioritized(footnoteParser{r}, 101),
			util.Prioritized(&linkParser{inner: parser.NewLinkParser(), reading: r}, 200),
			util.Prioritized(counted(parser.NewAutoLinkParser()), 300),
			util.Prioritized(counted(parser.NewRawHTMLParser()), 400),
			util.Prioritized(marks.of(parser.NewEmphasisParser()), 500),
			util.Prioritized(marks.of(extension.NewStrikethroughParser()), 500),
			util.Prioritized(attributesParser{r}, 600),
			util.Prioritized(addressParser{extension.NewLinkifyParser(), r}, 999),
		),
	)
}

// maxTold is how many problems of one rule are told: after that, one knows.
const maxTold = 50

func (r *reading) problem(at int, rule, message, fix string) {
	if rule == "markdown/unclosed-container" {
		if r.toldAt[at] {
			return
		}
		r.toldAt[at] = true
	}
	r.told[rule]++
	switch n := r.told[rule]; {
	case n > maxTold:
		return
	case n == maxTold:
		message += " (and there are more like it: only the first " + strconv.Itoa(maxTold) + " are listed)"
	}
	r.doc.Problems = append(r.doc.Problems, finding.Problem{At: r.file.At(r.offset(at)), Rule: rule, Message: message, Fix: fix})
}

func (r *reading) sortProblems() {
	slices.SortStableFunc(r.doc.Problems, func(a, b finding.Problem) int {
		if a.At.Line != b.At.Line {
			return a.At.Line - b.At.Line
		}
		return a.At.Col - b.At.Col
	})
}
