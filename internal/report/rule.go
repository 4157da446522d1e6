package report

import (
	"slices"

	"handrail/internal/check"
	"handrail/internal/finding"
)

// A Rule is a check as reports tell of it.
type Rule struct {
	ID, Title, Why, Fix string
	Severity            finding.Severity
	WCAG, ACT, Axe      []string
}

// Rules are the checks of a set, sorted by id.
func Rules(set *check.Set) []Rule {
	var rules []Rule
	for _, c := range set.All() {
		rules = append(rules, Rule{ID: c.ID, Title: c.Page.Title, Why: c.Page.Why, Fix: c.Page.Fix,
			Severity: c.Severity, WCAG: c.Refs.WCAG, ACT: c.Refs.ACT, Axe: c.Refs.Axe})
	}
	return rules
}

// rules are the report's rules and those that only its findings name, sorted.
func (r *Report) rules() []Rule {
	rules := slices.Clone(r.Rules)
	for _, f := range r.Findings {
		i, known := find(rules, f.Rule)
		if !known {
			rules = slices.Insert(rules, i, Rule{ID: f.Rule, Title: f.Rule, Why: f.Why, Fix: f.Fix, Severity: f.Severity,
				WCAG: f.WCAG, ACT: f.ACT, Axe: f.Axe})
		}
	}
	return rules
}

// find returns the place of a rule in a sorted list.
func find(rules []Rule, id string) (int, bool) {
	return slices.BinarySearchFunc(rules, id, func(rule Rule, id string) int {
		if rule.ID < id {
			return -1
		} else if rule.ID > id {
			return 1
		}
		return 0
	})
}

// tags name the standards that a rule belongs to: "WCAG 1.1.1".
func (rule Rule) tags() []string {
	tags := []string{}
	for _, family := range []struct {
		name string
		ids  []string
	}{{"WCAG", rule.WCAG}, {"ACT", rule.ACT}, {"axe", rule.Axe}} {
		for _, id := range family.ids {
			tags = append(tags, family.name+" "+id)
		}
	}
	return tags
}
