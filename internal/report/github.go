package report

import (
	"bufio"
	"fmt"
	"io"
	"path"
	"strings"

	"handrail/internal/finding"
)

// GitHub writes the workflow commands that put findings beside the lines of a
// pull request, and a summary for the log.
//
// https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
func GitHub(w io.Writer, r *Report) error {
	out := bufio.NewWriter(w)
	for _, f := range r.Findings {
		var properties []string
		property := func(name, value string) { properties = append(properties, name+"="+inProperty(value)) }
		if f.File != "" {
			property("file", path.Join(r.Folder, f.File))
		}
		if f.Line > 0 {
			property("line", fmt.Sprint(f.Line))
			property("col", fmt.Sprint(max(1, f.Col)))
		}
		property("title", f.Rule)
		fmt.Fprintf(out, "::%s %s::%s\n", githubLevel(f.Severity), strings.Join(properties, ","),
			inData(strings.TrimSpace(sentence(f.Message)+" "+f.Fix)))
	}
	for _, reason := range r.Unchecked {
		fmt.Fprintf(out, "::error title=could not be looked at::%s\n", inData(sentence(reason)))
	}
	if r.Held > 0 {
		fmt.Fprintln(out, held(r.Held))
	}
	fmt.Fprintln(out, Summary(r.Summary))
	return out.Flush()
}

// githubLevel is the kind of note that shows a severity best.
func githubLevel(s finding.Severity) string {
	switch s {
	case finding.Error:
		return "error"
	case finding.Warning, finding.Withhold:
		return "warning"
	}
	return "notice"
}

// inData writes text as the message of a workflow command, which ends with its
// line.
func inData(text string) string {
	text = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(text)
	return plain(text)
}

// inProperty writes text as a property, which a comma or a colon would end too.
func inProperty(text string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(inData(text))
}
