package report

import (
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"strings"

	"handrail/internal/finding"
)

// JUnit writes the report as the test results that CI servers show: a suite
// for each file, a case for each finding. What a person must look at is
// skipped, since nothing has tested it.
//
// https://github.com/testmoapp/junitxml
func JUnit(w io.Writer, r *Report) error {
	all := junitSuites{Name: plain(r.Tool + " " + r.Command)}
	for _, f := range r.Findings {
		last := len(all.Suites) - 1
		if last < 0 || all.Suites[last].Name != plain(name(f)) {
			all.Suites = append(all.Suites, junitSuite{Name: plain(name(f))})
			last++
		}
		all.Suites[last].add(r.junitCase(f))
	}
	for i, reason := range r.Unchecked {
		if i == 0 {
			all.Suites = append(all.Suites, junitSuite{Name: "what could not be looked at"})
		}
		all.Suites[len(all.Suites)-1].add(junitCase{Name: plain(reason), Class: "what could not be looked at", Error: &junitReason{plain(reason)}})
	}
	if len(all.Suites) == 0 {
		// Servers take a file without a single case for a run that broke.
		clean := junitSuite{Name: "the site"}
		clean.add(junitCase{Name: "nothing was found in " + count(r.Summary.Pages, "page", "pages"), Class: "the site"})
		all.Suites = append(all.Suites, clean)
	}
	for _, s := range all.Suites {
		all.Tests += s.Tests
		all.Failures += s.Failures
		all.Errors += s.Errors
		all.Skipped += s.Skipped
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	encoder := xml.NewEncoder(w)
	encoder.Indent("", "  ")
	if err := encoder.Encode(all); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

// junitCase is one finding as a test.
func (r *Report) junitCase(f finding.Finding) junitCase {
	c := junitCase{Name: plain(f.Rule), Class: plain(name(f)), Line: f.Line}
	if f.File != "" {
		c.File = plain(path.Join(r.Folder, f.File))
	}
	if f.Line > 0 {
		c.Name = fmt.Sprintf("%s at line %d, column %d", c.Name, f.Line, f.Col)
	}
	message := plain(f.Message)
	text := strings.TrimSpace(where(f) + ": " + string(f.Severity) + ": " + message + "\n" + plain(f.Why) + "\nfix: " + plain(f.Fix))
	switch {
	case r.fails(f):
		c.Failure = &junitFailure{Message: message, Type: string(f.Severity), Text: text}
	case f.Severity == finding.Ask || f.Severity == finding.Info:
		c.Skipped = &junitReason{string(f.Severity) + ": " + message}
		c.Out = text
	default:
		c.Out = text
	}
	return c
}

func (s *junitSuite) add(c junitCase) {
	s.Cases = append(s.Cases, c)
	s.Tests++
	if c.Failure != nil {
		s.Failures++
	}
	if c.Error != nil {
		s.Errors++
	}
	if c.Skipped != nil {
		s.Skipped++
	}
}

type (
	junitSuites struct {
		XMLName  xml.Name     `xml:"testsuites"`
		Name     string       `xml:"name,attr"`
		Tests    int          `xml:"tests,attr"`
		Failures int          `xml:"failures,attr"`
		Errors   int          `xml:"errors,attr"` // what could not be looked at
		Skipped  int          `xml:"skipped,attr"`
		Suites   []junitSuite `xml:"testsuite"`
	}
	junitSuite struct {
		Name     string      `xml:"name,attr"`
		Tests    int         `xml:"tests,attr"`
		Failures int         `xml:"failures,attr"`
		Errors   int         `xml:"errors,attr"`
		Skipped  int         `xml:"skipped,attr"`
		Cases    []junitCase `xml:"testcase"`
	}
	junitCase struct {
		Name    string        `xml:"name,attr"`
		Class   string        `xml:"classname,attr"`
		File    string        `xml:"file,attr,omitempty"`
		Line    int           `xml:"line,attr,omitempty"`
		Error   *junitReason  `xml:"error"`
		Failure *junitFailure `xml:"failure"`
		Skipped *junitReason  `xml:"skipped"`
		Out     string        `xml:"system-out,omitempty"`
	}
	junitFailure struct {
		Message string `xml:"message,attr"`
		Type    string `xml:"type,attr"`
		Text    string `xml:",chardata"`
	}
	junitReason struct {
		Message string `xml:"message,attr"`
	}
)
