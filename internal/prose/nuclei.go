package prose

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A nucleus counter counts the vowel sounds of a word by its spelling: the
// longest known group of vowel letters is one sound, any other vowel letter
// one each.
type nuclei struct {
	vowels string
	groups []string // the longest first
}

func newNuclei(vowels, groups string) *nuclei {
	n := &nuclei{vowels: vowels, groups: strings.Fields(groups)}
	slices.SortStableFunc(n.groups, func(a, b string) int { return len(b) - len(a) })
	return n
}

// count returns how many sounds a word has.
func (n *nuclei) count(word []byte) int {
	sounds := 0
	for i := 0; i < len(word); {
		size := 1
		if word[i] >= utf8.RuneSelf {
			_, size = utf8.DecodeRune(word[i:])
		}
		if !strings.Contains(n.vowels, string(word[i:i+size])) {
			i += size
			continue
		}
		sounds++
		for _, g := range n.groups {
			if len(g) > size && len(g) <= len(word)-i && string(word[i:i+len(g)]) == g {
				size = len(g)
				break
			}
		}
		i += size
	}
	return sounds
}
