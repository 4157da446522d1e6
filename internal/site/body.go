package site

import (
	"strconv"
	"strings"

	"handrail/internal/finding"
	"handrail/internal/markdown"
)

// A Prompt is one question of a workbook.
type Prompt struct {
	Container *markdown.Container
	ID        string
	Lines     int // blank lines to write on
}

// A Recommendation is one thing that an audience can do.
type Recommendation struct {
	Container      *markdown.Container
	Page           *Page
	ID             string
	Title          string
	Audience       []string
	Impact         int // 1 to 3, how much it changes
	Resources      int // 1 to 3, what it takes
	Sustainability int // 1 to 3, how well it lasts
	Future         bool
}

// Rank orders recommendations for the priority matrix: most impact first, then
// the least resources, then what lasts longest. Higher comes first.
func (r *Recommendation) Rank() int {
	return r.Impact*100 - r.Resources*10 + r.Sustainability
}

// A Harm is an entry with four parts: examples, beliefs, impacts, repair.
type Harm struct {
	Container *markdown.Container
	ID        string
	Title     string
	Repair    []string // ids of the recommendations that mend it
}

const (
	defaultLines = 4
	maxLines     = 40 // more than a printed sheet holds
)

// ReadBody fills in what a page's containers say, and returns what is wrong
// with them.
func (p *Page) ReadBody() []finding.Problem {
	var found []finding.Problem
	say := func(c *markdown.Container, rule, message, fix string) {
		found = append(found, finding.Problem{At: c.At, Rule: rule, Message: message, Fix: fix})
	}
	number := func(c *markdown.Container, key string, low, high, otherwise int) int {
		written, ok := c.Attributes[key]
		if !ok {
			return otherwise
		}
		n, err := strconv.Atoi(written)
		if err != nil || n < low || n > high {
			say(c, "container/value", "`"+key+"` needs a whole number from "+strconv.Itoa(low)+" to "+strconv.Itoa(high),
				"Write it like "+key+"="+strconv.Itoa(otherwise)+".")
			return otherwise
		}
		return n
	}
	for _, c := range p.Doc.Containers {
		if needsID[c.Name] && c.ID == "" {
			say(c, "container/id", "this "+c.Name+" has no id, so its translations cannot be matched with it",
				"Add one that is the same in every language, for example {#"+c.Name[:1]+"1}.")
		}
		switch c.Name {
		case "prompt":
			if p.Kind != "workbook" {
				say(c, "container/place", "prompts belong in a workbook", "Move this file to the workbooks folder, or use a note instead.")
			}
			p.Prompts = append(p.Prompts, &Prompt{Container: c, ID: c.ID, Lines: number(c, "lines", 1, maxLines, defaultLines)})
		case "recommendation":
			p.Recommendations = append(p.Recommendations, &Recommendation{
				Container: c, Page: p, ID: c.ID, Title: c.Title,
				Audience: strings.Fields(c.Attributes["audience"]),
				Impact:   number(c, "impact", 1, 3, 2), Resources: number(c, "resources", 1, 3, 2),
				Sustainability: number(c, "sustainability", 1, 3, 2),
				Future:         c.Attributes["future"] == "true",
			})
		case "harm":
			if len(c.Parts) != 4 {
				say(c, "container/harm-parts", "a harm has four parts, and this one has "+strconv.Itoa(len(c.Parts)),
					"Give it four headings: Examples, Beliefs, Impacts, Repair.")
			}
			p.Harms = append(p.Harms, &Harm{Container: c, ID: c.ID, Title: c.Title, Repair: strings.Fields(c.Attributes["repair"])})
		case "case-study":
			if strings.TrimSpace(c.Attributes["source"]) == "" {
				say(c, "container/source", "this case study does not say where it comes from", `Add source="…", for example source="Invented for this guide".`)
			}
		}
	}
	return found
}

// needsID lists the containers that other pages, data or translations refer to.
var needsID = map[string]bool{"prompt": true, "recommendation": true, "harm": true}
