package theme

import "strings"

// inside returns the texts of a layout's elements of one name, script or style.
// One with a template's action in it is left out: what a page will say there is
// not known, so no browser could be told that it is the theme's own.
func inside(name, layout string) []string {
	var texts []string
	lower := strings.ToLower(layout) // as long as the layout, where it matters: names are ASCII
	if len(lower) != len(layout) {
		lower = layout
	}
	for at := 0; ; {
		open := strings.Index(lower[at:], "<"+name)
		if open < 0 {
			return texts
		}
		at += open
		begin := min(tagEnd([]byte(layout), at)+1, len(layout))
		end := strings.Index(lower[begin:], "</"+name)
		if end < 0 {
			return texts
		}
		if text := layout[begin : begin+end]; strings.TrimSpace(text) != "" && !strings.Contains(text, "{{") {
			texts = append(texts, text)
		}
		at = begin + end
	}
}
