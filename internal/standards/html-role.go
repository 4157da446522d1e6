package standards

import "strings"

// HTMLRole returns the role that an HTML element has wherever it stands, by
// HTML-AAM 1.0 section 3.5: "" for one that corresponds to none (label, video)
// or whose role depends on its attributes or on what is around it (a, img,
// input, select, th …), "generic" for one that says nothing by itself.
func HTMLRole(tag string) string { return htmlRoles[tag] }

var htmlRoles = pairs(`
address group article article b generic bdi generic bdo generic big generic blockquote blockquote
body generic button button caption caption center generic code code data generic datalist listbox
dd definition del deletion details group dfn term dialog dialog dir list div generic dt term
em emphasis fieldset group figure figure font generic h1 heading h2 heading h3 heading h4 heading
h5 heading h6 heading hgroup group hr separator html document i generic ins insertion
main main mark mark math math menu list meter meter nav navigation nobr generic ol list
optgroup group option option output status p paragraph pre generic progress progressbar q generic
s deletion samp generic search search small generic span generic strike deletion
strong strong sub subscript summary generic sup superscript table table
tbody rowgroup textarea textbox tfoot rowgroup thead rowgroup time time tr row tt generic u generic
ul list
`)

// SVGRole returns the role of an SVG element that is in the accessibility tree,
// by SVG-AAM 1.0 section 6.2: "" for one that never is. Whether it is one depends
// on its title, tabindex and ARIA attributes.
func SVGRole(tag string) string { return svgRoles[tag] }

var svgRoles = pairs(`
a group circle graphics-symbol ellipse graphics-symbol foreignObject group g group image image
line graphics-symbol mesh image path graphics-symbol polygon graphics-symbol polyline graphics-symbol
rect graphics-symbol svg graphics-document symbol graphics-object text group textPath group
tspan group use graphics-object
`)

func pairs(words string) map[string]string {
	fields := strings.Fields(words)
	m := make(map[string]string, len(fields)/2)
	for i := 0; i+1 < len(fields); i += 2 {
		m[fields[i]] = fields[i+1]
	}
	return m
}

// NeverRendered says whether nobody sees, or hears, what is inside an element of
// HTML (rendering 15.3.1) or SVG, whatever its styles.
func NeverRendered(tag string, svg bool) bool {
	if svg {
		return svgUnrendered[tag]
	}
	return htmlUnrendered[tag]
}

var (
	htmlUnrendered = words(`base basefont datalist head link meta noembed noframes noscript param
		script source style template title track`)
	svgUnrendered = words(`animate animateMotion animateTransform clipPath cursor defs desc discard filter
		linearGradient marker mask metadata mpath pattern radialGradient script set stop style
		symbol title view`)
)

// Labelable says whether a label element may belong to the HTML element (HTML
// 4.10.2). An input of type hidden is an exception that this doesn't know.
func Labelable(tag string) bool { return labelable[tag] }

var labelable = words("button input meter output progress select textarea")

func words(list string) map[string]bool {
	m := map[string]bool{}
	for _, word := range strings.Fields(list) {
		m[word] = true
	}
	return m
}
