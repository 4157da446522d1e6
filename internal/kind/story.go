package kind

import (
	"fmt"
	"strings"

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
	Uses         []string `field:"uses"`         // training, print, …
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
	if terms := strings.ToLower(s.TermsOfUse); !s.Composite && strings.HasPrefix(terms, "cc") {
		found = append(found, value(at("terms_of_use"), "a Creative Commons licence cannot be taken back, so it does not fit a personal story",
			`Write terms_of_use = "free-until-withdrawn".`))
	}
	return found
}
