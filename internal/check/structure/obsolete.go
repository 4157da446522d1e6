package structure

import (
	"fmt"

	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var obsolete = &check.Check{
	ID:       "structure/obsolete",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs(),
	Output: func(p *check.OutputPass) {
		for e := range p.Elements() {
			if instead := obsoleteTags[e.Tag]; instead != "" && e.Namespace == dom.HTML {
				p.FoundOn(e, fmt.Sprintf("“%s” is no longer a part of HTML; %s", e.Tag, instead))
			}
		}
	},
}

// obsoleteTags names what to use instead of elements that HTML no longer has
// (HTML 16.2); marquee and blink have checks of their own.
var obsoleteTags = map[string]string{
	"acronym": "use abbr", "applet": "use embed or object", "basefont": "use styles", "bgsound": "use audio",
	"big": "use styles", "center": "use styles", "dir": "use ul", "font": "use styles",
	"frame": "use iframe, or one page", "frameset": "use iframe, or one page", "isindex": "use a form",
	"keygen": "use a form", "listing": "use pre", "menuitem": "use a button", "multicol": "use styles",
	"nextid": "take it out", "nobr": "use styles", "noembed": "use object", "noframes": "use iframe",
	"plaintext": "use pre", "rb": "use ruby with rt", "rtc": "use ruby with rt", "spacer": "use styles",
	"strike": "use del or s", "tt": "use code or kbd", "xmp": "use pre",
}
