package kind

import (
	"fmt"
	"strings"

	"handrail/internal/fields"
	"handrail/internal/finding"
)

// A Story is a composite story: written by survivors from several people's
// experiences, so that nobody's own life is on the page.
type Story struct {
	Common
	Composite    bool     `field:"composite"`
	Contributors int      `field:"contributors"` // how many people's experience is in it
	Context      []string `field:"context,required"`
	TermsOfUse   string   `field:"terms_of_use"` // "free-until-withdrawn" where not written
	Uses         []string `field:"uses"`         // training, print; none where not written
	Terms        []string `field:"terms"`        // the author's own words; never corrected
}

// minContributors is how many people's experience hides each single one.
const minContributors = 3

// Problems asks for enough contributors and for terms that can be withdrawn.
func (s *Story) Problems(at Places) []finding.Problem {
	found := s.problems(at)
	switch {
	case s.Composite && s.Contributors == 0:
		found = append(found, missing(at, "contributors", "contributors = 3"))
	case s.Composite && s.Contributors < minContributors:
		found = append(found, value(at("contributors"),
			fmt.Sprintf("a composite story needs at least %d contributors, and this one has %d", minContributors, s.Contributors),
			"With fewer, someone may be recognised. Bring in more people's experience before you publish."))
	}
	for i, use := range s.Uses {
		if use != "training" && use != "print" {
			found = append(found, value(at(fmt.Sprintf("uses.%d", i)), fmt.Sprintf("`uses` cannot have %q", fields.Shown(use)),
				"Choose from: training, print. What Handrail does not know it cannot keep to."))
		}
	}
	return found
}

// irrevocable are the beginnings of the names of terms that nobody can take
// back, and words that say so.
var irrevocable = []string{"cc-", "cc ", "cc0", "cc by", "creative commons", "creativecommons", "public domain", "public-domain", "pddl", "gfdl", "odc-", "odbl",
	"irrevocabl", "perpetu", "dominio público"}

// Irrevocable tells whether the terms of use are a licence that cannot be taken
// back.
func (s *Story) Irrevocable() bool {
	terms := strings.ToLower(s.TermsOfUse)
	if terms == "cc" || strings.Contains(terms, "creativecommons.org") {
		return true
	}
	for _, name := range irrevocable {
		if i := strings.Index(terms, name); i == 0 || i > 0 && terms[i-1] == ' ' {
			return true
		}
	}
	return false
}
