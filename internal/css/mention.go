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
		inSheets, known := s.mentions[word]
		if !known {
			for _, sheet := range s.written {
				inSheets = inSheets || strings.Contains(sheet.Media, word) || bytes.Contains(sheet.Data, []byte(word))
			}
			s.mentions[word] = inSheets
		}
		if inSheets {
			return true
		}
		for _, style := range s.styleAttributes() {
			if strings.Contains(style, word) {
				return true
			}
		}
	}
	return false
}

// styleAttributes returns all that are on the page.
func (p *page) styleAttributes() []string {
	if !p.read {
		p.read = true
		for _, e := range p.doc.Elements {
			if style, _ := e.Attribute("style"); style != "" {
				p.inline = append(p.inline, style)
			}
		}
	}
	return p.inline
}

// Reader is the one for whom the styles were computed.
func (s *Styles) Reader() Reader { return s.reader }
