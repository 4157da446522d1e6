package page

import (
	"path"
	"slices"
	"strings"

	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/source"
)

// What the policy of every page refuses does nothing for readers. Most of it is a
// mistake; a part of it is how an attack looks, so that part stops the build.
var refused = &check.Check{
	ID:       "page/refused",
	Severity: finding.Error,
	Own:      true,
	Output: func(p *check.OutputPass) {
		switch {
		case p.HTML != nil:
			r := &refusing{p}
			for _, e := range p.HTML.Elements {
				r.element(e)
				for _, a := range e.Attributes {
					r.attribute(e, a)
				}
			}
		case path.Ext(p.Path) == ".css":
			f := source.NewFile(themeFile(p.Site.Config.Theme, p.Path), p.Data)
			for _, u := range cssAddresses(string(p.Data)) {
				if scheme(u.address) == "data" {
					p.FoundAs(finding.Warning, f.At(u.at), "browsers do not show "+u.what+" that is written into a style sheet", ownFileFix)
				}
			}
		}
	},
}

const (
	ownFileFix  = "Put it in a file of the site, and name that file here."
	elsewhereIn = "Write a :::elsewhere container with a link in its place: a card, and nothing is asked before somebody presses it."
)

type refusing struct{ *check.OutputPass }

// executable are the types of a script that browsers run; those with another one
// are data. https://html.spec.whatwg.org/multipage/scripting.html#prepare-the-script-element
var executable = []string{"", "module", "importmap", "speculationrules", "text/javascript", "application/javascript", "text/ecmascript",
	"application/ecmascript", "application/x-javascript", "application/x-ecmascript", "text/jscript", "text/livescript",
	"text/x-javascript", "text/x-ecmascript"}

// element reports elements that show or do nothing.
func (r *refusing) element(e *dom.Element) {
	switch {
	case e.Tag == "script" && (e.Namespace == dom.SVG || !e.Has("src")):
		kind, _ := e.Attribute("type")
		kind, _, _ = strings.Cut(strings.ToLower(strings.TrimSpace(kind)), ";")
		old := strings.HasPrefix(kind, "text/javascript1.")
		if text := e.Text(); (old || slices.Contains(executable, kind)) && (e.Namespace == dom.SVG || !r.Policy.Runs(withoutMarks(text))) {
			r.found(e, finding.Error, "browsers do not run this script: no layout holds it word for word",
				"Put it in a file in the theme's assets. What it must know about the page can stand in data- attributes.")
		}
	case e.Tag == "style" && !r.Policy.Styles(withoutMarks(e.Text())):
		r.found(e, finding.Error, "browsers pass over this style sheet: no layout holds it word for word", "Put it in the theme's style.css.")
	case e.Is("iframe", "frame", "object", "embed", "applet", "portal", "fencedframe"):
		r.found(e, finding.Error, "browsers show nothing in this "+e.Tag, elsewhereIn)
	case e.Is("base"):
		r.found(e, finding.Error, "browsers pass over this base element", "Write addresses out in full.")
	case e.Is("form"):
		r.found(e, finding.Error, "browsers send this form nowhere: what somebody types would be in an address, a log or a mailbox",
			"Say on the page how to reach you. A script can search without a form, and words must never leave the device.")
	case e.Namespace == dom.SVG && (e.Tag == "set" || strings.HasPrefix(e.Tag, "animate")):
		if changed, _ := e.Attribute("attributeName"); strings.HasPrefix(strings.ToLower(changed), "on") || strings.HasSuffix(strings.ToLower(changed), "href") {
			r.found(e, finding.Error, "this drawing would change what it does or where it leads", "Take the "+e.Tag+" out of the drawing.")
		}
	}
}

// withoutMarks is the text of an element as readers get it.
func withoutMarks(text string) string { return string(dom.StripAt([]byte(text))) }

func (r *refusing) attribute(e *dom.Element, a dom.Attribute) {
	name := strings.TrimPrefix(strings.ToLower(a.Name), "xlink:")
	switch {
	case name == "style":
		r.found(e, finding.Warning, "browsers pass over what style= says here", "Give the element a class, and write its style in the theme's style.css.")
	case strings.HasPrefix(name, "on") && len(name) > 2:
		r.found(e, finding.Error, "browsers do not run what "+name+"= says here", "Take it out, or listen for it in a script in the theme's assets.")
	case name == "srcdoc":
	case name == "ping":
		r.found(e, finding.Error, "browsers tell nobody that this link was pressed, and nobody should know", "Take ping= out.")
	case name == "href" || name == "action" || name == "formaction" || name == "background" || name == "src" || name == "data" || name == "poster" || name == "values" || name == "to" || name == "from" || name == "by":
		r.address(e, name, a.Value)
	case name == "srcset":
		for _, address := range candidates(a.Value) {
			r.address(e, "src", address)
		}
	}
}

// address reports schemes that run programs, and files written into an address.
func (r *refusing) address(e *dom.Element, name, value string) {
	switch s := scheme(value); {
	case s == "javascript" || s == "vbscript" || name == "href" && (s == "data" || s == "blob" || s == "filesystem"):
		r.found(e, finding.Error, "browsers do not follow this address: it is a program, not a place", "Link to a page.")
	case s == "data" || s == "blob":
		r.found(e, finding.Warning, "browsers do not show a file that is written into the page", ownFileFix)
	}
}

// scheme is what stands before the colon of an address, in lower case, as browsers
// read it; empty where there is none.
func scheme(address string) string {
	address = browserSpelling.Replace(strings.TrimFunc(address, func(r rune) bool { return r <= ' ' }))
	end := strings.IndexAny(address, ":/?#")
	if end <= 0 || address[end] != ':' {
		return ""
	}
	return strings.ToLower(address[:end])
}

func (r *refusing) found(e *dom.Element, severity finding.Severity, message, fix string) {
	r.FoundAs(severity, r.At(e), message, fix)
}
