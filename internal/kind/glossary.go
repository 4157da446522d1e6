package kind

import (
	"fmt"

	"handrail/internal/finding"
)

// A Glossary lists terms with their meanings. Where communities disagree about
// a word, it shows the disagreement.
type Glossary struct {
	Common
	Terms []Term `field:"term,required"`
}

// A Term is a word with one meaning or several.
type Term struct {
	ID       string    `field:"id,required"` // the same in every language
	Name     string    `field:"name"`        // the word itself; the id where not written
	Forms    []string  `field:"forms"`       // other forms that link here
	Disputed bool      `field:"disputed"`
	Meanings []Meaning `field:"meaning,required"`
}

// A Meaning is what one community means by a term, or why it avoids it.
type Meaning struct {
	Text      string `field:"text,required"`
	UsedBy    string `field:"used_by"`
	AvoidedBy string `field:"avoided_by"`
	Legal     bool   `field:"legal"`
	Place     string `field:"place"` // whose law it is
}

// Problems asks where the law of a legal meaning holds, and for at least two
// sides to a dispute.
func (g *Glossary) Problems(at Places) []finding.Problem {
	found := g.problems(at)
	for i, t := range g.Terms {
		if t.ID != "" && !validID(t.ID) {
			found = append(found, value(at(fmt.Sprintf("term.%d.id", i)), fmt.Sprintf("the id %q can hold only the letters a to z, digits and hyphens", t.ID), "Write it like own-words."))
		}
		if t.Disputed && len(t.Meanings) < 2 {
			found = append(found, value(at(fmt.Sprintf("term.%d.disputed", i)), fmt.Sprintf("%q is marked as disputed, but only one side is written", t.ID),
				"Add another [[term.meaning]], with used_by or avoided_by."))
		}
		for j, m := range t.Meanings {
			if m.Legal && m.Place == "" {
				found = append(found, value(at(fmt.Sprintf("term.%d.meaning.%d.legal", i, j)), fmt.Sprintf("the legal meaning of %q does not say where it holds", t.ID),
					`Add place = "…", for example a country or a state.`))
			}
		}
	}
	return found
}
