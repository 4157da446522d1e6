package markdown

import "strings"

// english are the interface words that are written where the page has none.
var english = map[string]string{
	"footnotes":     "Footnotes",                      // names the list
	"footnote":      "Footnote {n}",                   // names a link to one
	"footnote_back": "Back to the text, footnote {n}", // names the way back
	"task_done":     "Done",                           // names a ticked box
	"task_open":     "To do",                          // names an empty box
	"code_block":    "Code",                           // names a block of code
	"table":         "Table",                          // comes before a table's heads
}

// word returns an interface word; number goes in the place of {n}.
func (w *writer) word(key, number string) string {
	word := ""
	if w.r.Words != nil {
		word = w.r.Words(key)
	}
	if word == "" {
		word = english[key]
	}
	return strings.ReplaceAll(word, "{n}", number)
}
