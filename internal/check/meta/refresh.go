package meta

import (
	"fmt"
	"strconv"
	"strings"

	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

// longest is how many seconds count as a limit: 20 hours (WCAG 2.2.1). What lasts
// longer leaves everybody time.
const longest = 72000

var refresh = &check.Check{
	ID:       "meta/refresh",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 2.2.1", "ACT bc659a", "axe meta-refresh"),
	Output: func(p *check.OutputPass) {
		if e, seconds := reload(p); e != nil && seconds > 0 && seconds <= longest {
			p.FoundOn(e, fmt.Sprintf("the page goes away by itself after %d seconds, whether it has been read or not", seconds))
		}
	},
}

var refreshAny = &check.Check{
	ID:       "meta/refresh-any",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("WCAG 2.2.4", "WCAG 3.2.5", "ACT bisz58", "axe meta-refresh-no-exceptions"),
	Output: func(p *check.OutputPass) {
		if e, seconds := reload(p); e != nil && seconds > 0 {
			p.FoundOn(e, "the page is loaded anew without being asked to")
		}
	},
}

// reload returns the first meta element that makes the browser load a page, and
// after how many seconds.
func reload(p *check.OutputPass) (*dom.Element, int) {
	for e := range p.All("meta") {
		if e.Keyword("http-equiv") != "refresh" {
			continue
		}
		content, _ := e.Attribute("content")
		if seconds, ok := delay(content); ok {
			return e, seconds
		}
	}
	return nil, 0
}

const space = " \t\n\f\r"

// delay reads the time of a refresh by the shared declarative refresh steps of
// HTML 4.2.5.3. What they give up on refreshes nothing.
func delay(content string) (seconds int, ok bool) {
	rest := strings.TrimLeft(content, space)
	digits := rest[:len(rest)-len(strings.TrimLeft(rest, "0123456789"))]
	if digits == "" && !strings.HasPrefix(rest, ".") {
		return 0, false
	}
	rest = strings.TrimLeft(rest, "0123456789.")
	if rest != "" && !strings.ContainsAny(rest[:1], ";,"+space) {
		return 0, false
	}
	if digits != "" {
		var err error
		if seconds, err = strconv.Atoi(digits); err != nil {
			seconds = 1 << 30 // longer than anybody waits
		}
	}
	return seconds, true
}
