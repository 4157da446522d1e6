package audit_test

import (
	"cmp"
	"context"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"handrail/internal/audit"
	"handrail/internal/checks"
	"handrail/internal/finding"
)

var onlyRule = flag.String("rule", "", "tell every disagreement about one ACT rule")

// actFolder holds the W3C's test cases of the ACT rules. They are test data of
// others and no part of this repository, so the test runs where they lie
// beside it.
const actFolder = "../../../shared/act"

type actCase struct {
	ID, Rule, Title, Expected, Path, Class string
	RuleName                               string `json:"rule_name"`
}

// consistent and mistaken are what the checks reach on the cases that HTML and
// styles decide: rules whose cases are all answered rightly, and passed or
// inapplicable cases with a finding. They may only get better.
const (
	consistent = 45
	mistaken   = 0
)

// TestACT compares findings with the expected outcomes of the ACT rules' cases.
//
//	go test ./internal/audit -run ACT -v -rule 23a2a8
func TestACT(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(actFolder, "cases.json"))
	if err != nil {
		t.Skip("the ACT test cases are not beside this repository")
	}
	var file struct{ Cases []actCase }
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	result, err := audit.Run(context.Background(), audit.Options{Paths: []string{actFolder}, Checks: checks.All()})
	if err != nil {
		t.Fatal(err)
	}
	flagged := map[string][]string{} // file and rule, to the messages
	for _, f := range result.Findings {
		if f.Severity == finding.Error || f.Severity == finding.Warning {
			for _, rule := range f.ACT {
				flagged[f.File+" "+rule] = append(flagged[f.File+" "+rule], f.Rule+": "+f.Message)
			}
		}
	}
	type score struct{ missed, wrong, failed int }
	scores := map[string]*score{}
	names := map[string]string{}
	for _, c := range file.Cases {
		if c.Class != "S" && c.Class != "C" && c.Rule != *onlyRule {
			continue
		}
		names[c.Rule] = c.RuleName
		s := scores[c.Rule]
		if s == nil {
			s = &score{}
			scores[c.Rule] = s
		}
		found := flagged[c.Path+" "+c.Rule]
		if c.Expected == "failed" {
			s.failed++
		}
		switch {
		case c.Expected == "failed" && len(found) == 0:
			s.missed++
			tell(t, c, "is not found")
		case c.Expected != "failed" && len(found) > 0:
			s.wrong++
			tell(t, c, "is found: "+strings.Join(found, "; "))
		}
	}
	right, wrong := 0, 0
	rules := make([]string, 0, len(scores))
	for rule, s := range scores {
		rules = append(rules, rule)
		wrong += s.wrong
		if s.missed == 0 && s.wrong == 0 {
			right++
		}
	}
	slices.SortFunc(rules, func(a, b string) int { return cmp.Compare(a, b) })
	for _, rule := range rules {
		if s := scores[rule]; s.missed+s.wrong > 0 {
			t.Logf("%s %s: %d of %d missed, %d found wrongly", rule, names[rule], s.missed, s.failed, s.wrong)
		}
	}
	t.Logf("%d of %d rules are consistent, %d cases are found wrongly", right, len(scores), wrong)
	if *onlyRule == "" && (right < consistent || wrong > mistaken) {
		t.Errorf("%d rules are consistent and %d cases wrong; it was %d and %d", right, wrong, consistent, mistaken)
	}
}

func tell(t *testing.T, c actCase, what string) {
	t.Helper()
	if c.Rule == *onlyRule {
		t.Logf("%s (%s, %s) %s: %s", c.Path, c.Expected, c.Class, what, c.Title)
	}
}
