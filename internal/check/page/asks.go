package page

import (
	"strings"

	"handrail/internal/dom"
)

// asks says what a browser wants of the address in an attribute, or nothing
// where it wants nothing by itself, as of an ordinary link.
func asks(e *dom.Element, name string) string {
	if e.Namespace == dom.SVG {
		switch {
		case name != "href" || e.Tag == "a":
			return ""
		case e.Tag == "script":
			return "a script"
		case e.Tag == "image" || e.Tag == "feImage":
			return "a picture"
		}
		return "a part of a drawing"
	}
	if e.Tag == "link" {
		if name != "href" {
			return ""
		}
		rels, _ := e.Attribute("rel")
		for _, rel := range strings.Fields(strings.ToLower(rels)) {
			if what := linked[rel]; what != "" {
				return what
			}
		}
		return ""
	}
	return asked[e.Tag+" "+name] + asked["* "+name]
}

// asked says what each element asks for, by tag and attribute.
var asked = map[string]string{
	"script src": "a script", "img src": "a picture", "input src": "a picture", "iframe src": "a frame", "frame src": "a frame",
	"portal src": "a frame", "embed src": "an embedded file", "object data": "an embedded file", "applet archive": "an embedded file",
	"video src": "a film", "video poster": "a picture", "audio src": "a sound", "source src": "a film or a sound", "track src": "captions",
	"form action": "what is written in a form", "button formaction": "what is written in a form", "input formaction": "what is written in a form",
	"base href": "everything on the page", "html manifest": "a list of files", "* background": "a picture",
}

// linked says what <link> asks for, by its rel. The other kinds only name an
// address. https://html.spec.whatwg.org/multipage/links.html#linkTypes
var linked = map[string]string{
	"stylesheet": "a style sheet", "icon": "an icon", "apple-touch-icon": "an icon", "apple-touch-icon-precomposed": "an icon",
	"mask-icon": "an icon", "preload": "a file ahead of time", "prefetch": "a file ahead of time", "modulepreload": "a script",
	"preconnect": "a connection ahead of time", "dns-prefetch": "a connection ahead of time", "prerender": "a page ahead of time",
	"manifest": "a list of files", "import": "a part of the page", "pingback": "a note of who links here",
	"compression-dictionary": "a file ahead of time",
}
