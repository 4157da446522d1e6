package site

import "handrail/internal/source"

// Held is how hard a page was when the library began to look: the page may
// stay so, and may not get worse. It comes from the file that `plain.baseline`
// names.
type Held struct {
	At         source.Place
	File       string  `field:"file,required"`
	Level      float64 `field:"level"`      // years of school
	Sentences  []int   `field:"sentences"`  // how many fail, and the words of the longest
	Paragraphs []int   `field:"paragraphs"` // the same
	Sections   []int   `field:"sections"`   // the same
}

// HeldFile is the file of `plain.baseline`.
type HeldFile struct {
	Pages []Held `field:"page"`
}

// Holds tells whether so many failures, the worst of that size, are no more
// than a list of a baseline holds.
func Holds(held []int, count, worst int) bool {
	return len(held) == 2 && count <= held[0] && worst <= held[1]
}

// HeldPage returns what the baseline holds of a page, or an empty one.
func (s *Site) HeldPage(p *Page) Held { return s.Held[p.File.Path] }
