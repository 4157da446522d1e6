package checktest

// needless says why no example of a check that passes can need anything: what
// makes each of these pass is that nothing stands there, and nothing that is
// deleted brings it about.
var needless = map[string]string{
	"aria/unknown-attribute": "only an attribute that is there can be unknown",
	"aria/value":             "only a value that is there can be wrong",
	"hidden/body":            "only what is written on the body can hide it",
	"lang/unknown-page":      "only a language that is named can be unknown; page/no-lang asks for one",
	"lang/xml-mismatch":      "two attributes must be there to differ",
	"meta/viewport":          "only a limit that is written can be too low",
	"meta/viewport-large":    "only a limit that is written can be too low",
	"page/id-clash":          "two ids must be there to be the same",
	"structure/double-id":    "two ids must be there to be the same",
	"structure/obsolete":     "only an element that is there can be obsolete, hidden or not",
	"structure/shadow":       "only a template that is there can be one that nobody looked into",
	"structure/same-id":      "two ids must be there to be the same",
}
