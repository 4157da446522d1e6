package report

import (
	"encoding/json"
	"io"
	"net/url"
	"path"
	"strings"

	"handrail/internal/check"
	"handrail/internal/finding"
)

// SARIF writes the report in the format that code hosts read, version 2.1.0.
//
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
func SARIF(w io.Writer, r *Report) error {
	rules := r.rules()
	driver := sarifDriver{Name: r.Tool, Version: r.Version, Rules: []sarifRule{}}
	for _, rule := range rules {
		driver.Rules = append(driver.Rules, sarifRuleOf(rule))
	}
	results := []sarifResult{}
	prints := check.Fingerprints(r.Findings)
	for i, f := range r.Findings {
		index, _ := find(rules, f.Rule)
		result := sarifResult{RuleID: f.Rule, RuleIndex: index, Level: sarifLevel(f.Severity), Message: sarifMessage(f, rules[index]),
			Locations: []sarifLocation{{sarifPhysical{Artifact: sarifArtifact{sarifURI(r.Folder, f.File), sarifRoot}}}},
			Prints:    map[string]string{"handrail/v1": prints[i]}, Properties: sarifResultProperties{f.Severity, f.Selector}}
		if f.Line > 0 {
			result.Locations[0].Physical.Region = &sarifRegion{f.Line, f.Col}
		}
		results = append(results, result)
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(sarifLog{
		Schema:  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		Version: "2.1.0",
		Runs: []sarifRun{{
			Tool:        sarifTool{driver},
			Invocations: []sarifInvocation{{len(r.Unchecked) == 0, sarifNotes(r.Unchecked)}},
			Bases:       map[string]sarifBase{sarifRoot: {sarifText{Text: "The folder that the command was run in."}}},
			ColumnKind:  "unicodeCodePoints",
			Results:     results,
		}},
	})
}

// sarifNotes tells what could not be looked at.
func sarifNotes(unchecked []string) []sarifNote {
	var notes []sarifNote
	for _, reason := range unchecked {
		notes = append(notes, sarifNote{"error", sarifText{Text: sentence(plain(reason))}})
	}
	return notes
}

// sarifRoot stands for the folder that all files are named from.
const sarifRoot = "%SRCROOT%"

func sarifRuleOf(rule Rule) sarifRule {
	return sarifRule{
		ID: rule.ID, Short: sarifText{Text: rule.Title}, Full: sarifText{Text: rule.Why},
		Help:    sarifText{Text: rule.Fix, Markdown: markdown(rule.Fix)},
		Default: sarifDefault{sarifLevel(rule.Severity)}, Properties: sarifRuleProperties{rule.tags()},
	}
}

// sarifLevel is the nearest of the three levels that there are.
func sarifLevel(s finding.Severity) string {
	switch s {
	case finding.Error:
		return "error"
	case finding.Warning, finding.Withhold:
		return "warning"
	}
	return "note"
}

// sarifMessage adds the advice for this very place; the rule's own is in its
// help.
func sarifMessage(f finding.Finding, rule Rule) sarifText {
	text := sentence(f.Message)
	if f.Fix != "" && f.Fix != rule.Fix {
		text += " " + f.Fix
	}
	return sarifText{Text: text}
}

// markdown writes plain text as markdown. What stands between backticks is code
// in both.
func markdown(text string) string {
	escape := strings.NewReplacer(`\`, `\\`, "<", `\<`, "[", `\[`, "*", `\*`, "_", `\_`, "&", `\&`)
	parts := strings.Split(text, "`")
	for i := 0; i < len(parts); i += 2 {
		parts[i] = escape.Replace(parts[i])
	}
	return strings.Join(parts, "`")
}

// sarifURI names a file from the root. The site as a whole is its folder.
func sarifURI(folder, file string) string {
	return (&url.URL{Path: path.Join(".", folder, file)}).String()
}

type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool        sarifTool            `json:"tool"`
		Invocations []sarifInvocation    `json:"invocations"`
		Bases       map[string]sarifBase `json:"originalUriBaseIds"`
		ColumnKind  string               `json:"columnKind"`
		Results     []sarifResult        `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID         string              `json:"id"`
		Short      sarifText           `json:"shortDescription"`
		Full       sarifText           `json:"fullDescription"`
		Help       sarifText           `json:"help"`
		Default    sarifDefault        `json:"defaultConfiguration"`
		Properties sarifRuleProperties `json:"properties"`
	}
	sarifText struct {
		Text     string `json:"text"`
		Markdown string `json:"markdown,omitempty"`
	}
	sarifDefault struct {
		Level string `json:"level"`
	}
	sarifRuleProperties struct {
		Tags []string `json:"tags"`
	}
	sarifInvocation struct {
		Successful bool        `json:"executionSuccessful"`
		Notes      []sarifNote `json:"toolExecutionNotifications,omitempty"`
	}
	sarifNote struct {
		Level   string    `json:"level"`
		Message sarifText `json:"message"`
	}
	sarifBase struct {
		Description sarifText `json:"description"`
	}
	sarifResult struct {
		RuleID     string                `json:"ruleId"`
		RuleIndex  int                   `json:"ruleIndex"`
		Level      string                `json:"level"`
		Message    sarifText             `json:"message"`
		Locations  []sarifLocation       `json:"locations"`
		Prints     map[string]string     `json:"partialFingerprints"`
		Properties sarifResultProperties `json:"properties"`
	}
	// sarifResultProperties keep what the three levels cannot say: that a page
	// is withheld, or that a person must look.
	sarifResultProperties struct {
		Severity finding.Severity `json:"severity"`
		Selector string           `json:"selector,omitempty"`
	}
	sarifLocation struct {
		Physical sarifPhysical `json:"physicalLocation"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI  string `json:"uri"`
		Base string `json:"uriBaseId"`
	}
	sarifRegion struct {
		Line int `json:"startLine"`
		Col  int `json:"startColumn,omitempty"`
	}
)
