package page

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"handrail/internal/check"
	"handrail/internal/finding"
)

var tellingID = &check.Check{
	ID:       "page/telling-id",
	Severity: finding.Warning,
	Site: func(p *check.SitePass) {
		for _, page := range p.Site.Pages {
			if page.Kind != "story" {
				continue
			}
			c := page.Common()
			said := map[string]bool{}
			for _, word := range bareWords(c.Title) {
				said[word] = true
			}
			for _, word := range bareWords(c.ID) {
				if said[word] && tells(word) {
					p.Found(page.At("id"), fmt.Sprintf("the address of this story says “%s”, as its title does", word))
					break
				}
			}
		}
	},
}

// bareWords are the words of a text in small letters without accents, as
// addresses are often made of titles.
func bareWords(text string) []string {
	bare := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(text))
	return strings.FieldsFunc(bare, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// tells tells whether a word in an address says something: three letters, or
// two of a script whose words are that short. A code has digits in it.
func tells(word string) bool {
	letters := []rune(word)
	return !strings.ContainsFunc(word, unicode.IsDigit) && (len(letters) > 2 || len(letters) == 2 && letters[0] > 0x7F)
}
