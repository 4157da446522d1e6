package markdown

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	gtext "github.com/yuin/goldmark/text"
)

// rawBlock collects the comments of a block of HTML and reports the rest.
func (c *collector) rawBlock(n *ast.HTMLBlock) {
	segments := blockSegments(n)
	html := strings.ToLower(joined(segments, c.body))
	c.quotes = max(0, c.quotes+strings.Count(html, "<blockquote")-strings.Count(html, "</blockquote"))
	c.raw(segments, n.Pos())
}

// rawInline does the same for a tag in running text.
func (c *collector) rawInline(n *ast.RawHTML) { c.raw(n.Segments.Sliced(0, n.Segments.Len()), n.Pos()) }

func (c *collector) raw(segments []gtext.Segment, at int) {
	rest, comments := splitComments(joined(segments, c.body))
	for _, comment := range comments {
		place := positionIn(segments, comment.at)
		if comment.open {
			c.problem(place, "markdown/raw-html", "this comment is never closed, so nothing after it is shown", "Close it with -->.")
		}
		c.doc.Comments = append(c.doc.Comments, Comment{Text: comment.text, At: c.place(place)})
	}
	rest = strings.TrimSpace(rest)
	if rest != "" && c.options.AllowHTML {
		c.doc.Verbatim = append(c.doc.Verbatim, rest)
	}
	if rest == "" || c.options.AllowHTML || strings.HasPrefix(rest, "</") {
		return
	}
	first, _, _ := strings.Cut(rest, "\n")
	if strings.Contains(strings.ToLower(rest), "<iframe") {
		c.problem(at, "markdown/raw-html", "HTML is left out: `"+shortened(first)+"`",
			"Let the frame stand alone, with an empty line before and after it. It becomes a card with a link.")
		return
	}
	c.problem(at, "markdown/raw-html", "HTML is left out: `"+shortened(first)+"`",
		"Write it in markdown. If there is no other way, allow_html = true in handrail.toml lets HTML in.")
}

func blockSegments(n *ast.HTMLBlock) []gtext.Segment {
	segments := n.Lines().Sliced(0, n.Lines().Len())
	if n.HasClosure() {
		return append(segments[:len(segments):len(segments)], n.ClosureLine)
	}
	return segments
}

func joined(segments []gtext.Segment, body []byte) string {
	var b strings.Builder
	for _, s := range segments {
		b.Write(s.Value(body))
	}
	return b.String()
}

// positionIn returns the position in the body of a byte of joined segments.
func positionIn(segments []gtext.Segment, index int) int {
	for _, s := range segments {
		if index < s.Len() {
			return s.Start + max(0, index-s.Padding)
		}
		index -= s.Len()
	}
	return segments[len(segments)-1].Stop
}

type rawComment struct {
	text string
	at   int
	open bool // never closed
}

// splitComments divides HTML into comments and the rest.
// https://spec.commonmark.org/0.31.2/#html-comment
func splitComments(html string) (rest string, comments []rawComment) {
	var b strings.Builder
	for at := 0; ; {
		begin := strings.Index(html[at:], "<!--")
		if begin < 0 {
			b.WriteString(html[at:])
			return b.String(), comments
		}
		b.WriteString(html[at : at+begin])
		at += begin
		inner := html[at+4:]
		end, length := strings.Index(inner, "-->"), 3
		if strings.HasPrefix(inner, ">") {
			end, length = 0, 1
		} else if strings.HasPrefix(inner, "->") {
			end, length = 0, 2
		}
		comment := rawComment{at: at, open: end < 0}
		if end < 0 {
			end, length = len(inner), 0
		}
		comment.text = strings.TrimSpace(inner[:end])
		comments = append(comments, comment)
		at += 4 + end + length
	}
}

// takesOver are the tags that change how the rest of a page is read, or run
// programs. https://github.github.com/gfm/#disallowed-raw-html-extension-
var takesOver = regexp.MustCompile(`(?i)<(/?(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)(?:[\s/>]|$))`)

// allowedRaw is what is written of HTML where the site lets it in.
func allowedRaw(html string) string {
	rest, _ := splitComments(html)
	return takesOver.ReplaceAllString(rest, "&lt;$1")
}
