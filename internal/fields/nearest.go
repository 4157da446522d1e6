package fields

import (
	"strings"
	"unicode/utf8"
)

// Nearest returns the known word that was probably meant: the one that needs
// the fewest letters added, dropped, changed or swapped. It returns "" when
// none is near enough to be worth naming. Of equally near words the first wins.
func Nearest(word string, known []string) string {
	best, bestDistance := "", -1
	given := plainForm(word)
	for _, k := range known {
		candidate := plainForm(k)
		limit := allowance(utf8.RuneCountInString(candidate))
		// Bytes bound runes from above: this also keeps huge words cheap.
		if len(given) > 4*(len(candidate)+limit) {
			continue
		}
		d := distance([]rune(given), []rune(candidate))
		if d <= limit && (bestDistance < 0 || d < bestDistance) {
			best, bestDistance = k, d
		}
	}
	return best
}

// plainForm removes what people vary without thinking.
func plainForm(s string) string {
	return strings.NewReplacer("-", "_", " ", "_").Replace(strings.ToLower(s))
}

// allowance is how far a word of that many letters may be off.
func allowance(letters int) int {
	switch {
	case letters <= 2:
		return 1
	case letters <= 7:
		return 2
	}
	return 3
}

// distance counts the letters to add, drop, change or swap with a neighbour
// (the optimal string alignment distance).
func distance(a, b []rune) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
