package aria

import (
	"fmt"
	"slices"
	"strings"

	"handrail/internal/axtree"
	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var roleNotAllowed = &check.Check{
	ID:       "aria/role-not-allowed",
	Severity: finding.Warning,
	Refs:     standards.ParseRefs("axe aria-allowed-role"),
	Output: func(p *check.OutputPass) {
		t := p.View.Tree()
		for _, e := range p.HTML.With("role") {
			role, ok := t.Explicit(e)
			if !ok || e.Namespace != dom.HTML || t.Hidden(e) || role == t.Implicit(e) || mayBe(t, e, role) {
				continue
			}
			message := fmt.Sprintf("a <%s> may not have the role %s; browsers and screen readers take it in different ways", e.Tag, role)
			if is(e, "input") && role == "textbox" {
				p.FoundBeyondAxe(e, message) // to which most fields are one
				continue
			}
			p.FoundOn(e, message)
		}
	},
}

// mayBe says whether HTML lets an element have a role that it doesn't have by
// itself (ARIA in HTML, section 4).
func mayBe(t *axtree.Tree, e *dom.Element, role string) bool {
	switch e.Tag {
	case "a":
		if has(e, "href") {
			return slices.Contains(linkRoles, role)
		}
		return true
	case "area":
		return !has(e, "href") && (role == "button" || role == "link" || role == "generic")
	case "img":
		alt, written := e.Attribute("alt")
		if role == "none" {
			return !written || alt == ""
		}
		return (alt != "" || t.Name(e) != "") && slices.Contains(imageRoles, role)
	case "input":
		return inputMayBe(e, role)
	case "select":
		return role == "menu" && !has(e, "multiple")
	case "li":
		return !is(e.Parent, "ul", "ol", "menu") || t.Role(e.Parent) != "list" || slices.Contains(itemRoles, role)
	case "td", "th", "tr":
		return role == "none" || t.Implicit(e) == "generic" || !slices.Contains([]string{"cell", "row", "columnheader", "rowheader"}, t.Implicit(e))
	case "figure":
		return !slices.ContainsFunc(e.Children, func(c dom.Node) bool { return is(c.Element, "figcaption") }) || role == "none" || role == "doc-example"
	case "summary":
		return e != summaryOf(e.Parent)
	case "div":
		return !is(e.Parent, "dl") || role == "none"
	}
	roles, limited := elementRoles[e.Tag]
	return !limited || slices.Contains(roles, role)
}

// summaryOf returns what opens and closes a details element, nil without one.
func summaryOf(details *dom.Element) *dom.Element {
	if is(details, "details") {
		for _, c := range details.Children {
			if is(c.Element, "summary") {
				return c.Element
			}
		}
	}
	return nil
}

// inputMayBe is mayBe for an input.
func inputMayBe(e *dom.Element, role string) bool {
	switch keyword(e, "type") {
	case "button", "image", "reset", "submit":
		return slices.Contains(buttonRoles, role)
	case "checkbox":
		return slices.Contains([]string{"menuitemcheckbox", "option", "switch"}, role) || role == "button" && has(e, "aria-pressed")
	case "radio":
		return role == "menuitemradio"
	case "color", "date", "datetime-local", "file", "hidden", "month", "number", "password", "range", "time", "week":
		return false
	}
	return !has(e, "list") && (role == "combobox" || role == "searchbox" || role == "spinbutton")
}

var (
	linkRoles = strings.Fields(`button checkbox menuitem menuitemcheckbox menuitemradio option radio switch tab treeitem
		doc-backlink doc-biblioref doc-glossref doc-noteref`)
	buttonRoles = strings.Fields(`checkbox combobox gridcell link menuitem menuitemcheckbox menuitemradio option radio
		separator slider switch tab treeitem`)
	imageRoles = strings.Fields(`button checkbox gridcell link math menuitem menuitemcheckbox menuitemradio meter option
		progressbar radio scrollbar separator slider switch tab treeitem doc-cover`)
	itemRoles = strings.Fields(`menuitem menuitemcheckbox menuitemradio none option radio separator tab treeitem
		doc-biblioentry doc-endnote`)
)

// elementRoles has one element a line with the roles that it may have besides its
// own. Elements that aren't here may have any.
var elementRoles = readRoles(`
article application document feed main none region
aside feed none note region search doc-dedication doc-example doc-footnote doc-glossary doc-pullquote doc-tip
audio application
base
body
br none
button checkbox combobox gridcell link menuitem menuitemcheckbox menuitemradio option radio separator slider switch tab treeitem
caption
col
colgroup
datalist
dd
details
dialog alertdialog
dl group list none
dt listitem
embed application document image none
fieldset none radiogroup
figcaption group none
footer group none doc-footnote
form form none search
h1 none tab doc-subtitle
h2 none tab doc-subtitle
h3 none tab doc-subtitle
h4 none tab doc-subtitle
h5 none tab doc-subtitle
h6 none tab doc-subtitle
head
header group none doc-footnote
hr none doc-pagebreak
html
iframe application document image none
label
legend
link
main
map
menu directory group list listbox menu menubar none radiogroup tablist toolbar tree
meta
meter
nav menu menubar none tablist doc-index doc-pagelist doc-toc
noscript
object application document image
ol directory group list listbox menu menubar none radiogroup tablist toolbar tree
optgroup
option
param
picture
progress
script
search form group none region
section alert alertdialog application banner complementary contentinfo dialog document feed group log main marquee navigation none note region search status tabpanel doc-abstract doc-acknowledgments doc-afterword doc-appendix doc-bibliography doc-chapter doc-colophon doc-conclusion doc-credit doc-credits doc-dedication doc-endnotes doc-epigraph doc-epilogue doc-errata doc-example doc-foreword doc-glossary doc-index doc-introduction doc-notice doc-pagelist doc-part doc-preface doc-prologue doc-pullquote doc-qna doc-toc
slot
source
style
summary
template
textarea
title
track
ul directory group list listbox menu menubar none radiogroup tablist toolbar tree
video application
wbr none
`)

func readRoles(table string) map[string][]string {
	roles := map[string][]string{}
	for line := range strings.Lines(strings.TrimSpace(table)) {
		words := strings.Fields(line)
		roles[words[0]] = words[1:]
	}
	return roles
}
