package css

import (
	"bytes"
	"strings"
)

// Mentions says whether one of the words stands in a sheet of the page, for
// whatever reader the sheet is, or in a style attribute: a quick way to see
// that nothing can depend on them. Upper and lower case differ.
func (s *Styles) Mentions(words ...string) bool {
	for _, word := range words {
		for _, sheet := range s.written {
			if strings.Contains(sheet.Media, word) || bytes.Contains(sheet.Data, []byte(word)) {
				return true
			}
		}
		for _, e := range s.doc.Elements {
			if style, _ := e.Attribute("style"); style != "" && strings.Contains(style, word) {
				return true
			}
		}
	}
	return false
}

// Reader is the one for whom the styles were computed.
func (s *Styles) Reader() Reader { return s.reader }
