package quote

import (
	"strings"

	"handrail/internal/check"
	"handrail/internal/fields"
	"handrail/internal/finding"
	"handrail/internal/markdown"
	"handrail/internal/site"
)

var differs = &check.Check{
	ID:       "quote/differs",
	Severity: finding.Error,
	Site: func(p *check.SitePass) {
		q := &quotes{pass: p, texts: map[*site.Page]string{}}
		for _, page := range p.Site.Pages {
			for _, c := range page.Doc.Containers {
				if c.Name == "pull-quote" {
					q.compare(page, c)
				}
			}
		}
	},
}

// quotes compares pull quotes with their sources. The text of a source is made
// ready once, however often it is quoted.
type quotes struct {
	pass  *check.SitePass
	texts map[*site.Page]string
	ids   map[string][]string // content ids by language
}

func (q *quotes) compare(page *site.Page, c *markdown.Container) {
	id, part, _ := strings.Cut(c.Attributes["from"], "#")
	if id == "" {
		q.pass.FoundFix(c.At, "this quotation does not say where its words are from", "Add from=\"…\" with the id of the piece, for example {from=\"s-7kq2\"}.")
		return
	}
	from := q.pass.Site.In(page.Lang.Tag, id)
	switch {
	case from == nil:
		fix := ""
		if near := fields.Nearest(id, q.known(page.Lang.Tag)); near != "" {
			fix = "Did you mean from=\"" + near + "\"?"
		}
		q.pass.FoundFix(c.At, "there is no piece with the id “"+id+"” to quote from", fix)
	case from.Lang.Tag != page.Lang.Tag:
		q.pass.FoundFix(c.At, "the piece “"+id+"” is not there in this language, so its words cannot be quoted here",
			"Translate the piece first, or tell in your own words what it says.")
	case part != "" && !hasID(from, part):
		q.pass.FoundFix(c.At, "there is no place called “#"+part+"” in "+from.File.Path, "Use an id that is written there, or leave out the # and what follows.")
	case !strings.Contains(q.text(from), " "+plain(c.Text)+" "):
		q.pass.Found(c.At, "these words do not stand like this in "+from.File.Path)
	}
}

// known lists the ids that could be quoted from in a language.
func (q *quotes) known(tag string) []string {
	if q.ids == nil {
		q.ids = map[string][]string{}
		for _, page := range q.pass.Site.Pages {
			q.ids[page.Lang.Tag] = append(q.ids[page.Lang.Tag], page.Common().ID)
		}
	}
	return q.ids[tag]
}

func hasID(p *site.Page, id string) bool {
	for _, known := range p.Doc.IDs {
		if known.ID == id {
			return true
		}
	}
	return false
}

// text is what a page says in words of its own, without what it quotes.
func (q *quotes) text(p *site.Page) string {
	if text, ready := q.texts[p]; ready {
		return text
	}
	var b strings.Builder
	for _, block := range p.Doc.Blocks {
		if !quoted(block.Container) {
			b.WriteString(block.Text + " ")
		}
	}
	q.texts[p] = " " + plain(b.String()) + " "
	return q.texts[p]
}

func quoted(c *markdown.Container) bool {
	for ; c != nil; c = c.Parent {
		if c.Name == "pull-quote" {
			return true
		}
	}
	return false
}

// marks are written in many ways that mean the same. Those around whole
// quotations go, since a quotation may get them or lose them.
var marks = strings.NewReplacer("“", "", "”", "", "„", "", "«", "", "»", "", `"`, "", "‹", "", "›", "", "\u200e", "", "\u200f", "",
	"’", "'", "‘", "'", "…", "...", "\u00ad", "", "\u00a0", " ")

// plain makes equal what differs only in white space and quotation marks.
func plain(text string) string { return strings.Join(strings.Fields(marks.Replace(text)), " ") }
