package prose

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// Counts are what the formulas are made of. Counts of blocks add up.
type Counts struct {
	Sentences     int
	Words         int
	Syllables     int // 0 where nobody counts them in this language
	Letters       int
	Characters    int // letters and digits
	LongWords     int // of more than six letters
	Polysyllables int // words of three syllables or more
	Monosyllables int // words of one syllable
}

// Plus returns the sum of two counts.
func (c Counts) Plus(d Counts) Counts {
	return Counts{
		c.Sentences + d.Sentences, c.Words + d.Words, c.Syllables + d.Syllables, c.Letters + d.Letters,
		c.Characters + d.Characters, c.LongWords + d.LongWords, c.Polysyllables + d.Polysyllables, c.Monosyllables + d.Monosyllables,
	}
}

// Minus returns a count without a part of it.
func (c Counts) Minus(d Counts) Counts {
	return Counts{
		c.Sentences - d.Sentences, c.Words - d.Words, c.Syllables - d.Syllables, c.Letters - d.Letters,
		c.Characters - d.Characters, c.LongWords - d.LongWords, c.Polysyllables - d.Polysyllables, c.Monosyllables - d.Monosyllables,
	}
}

// CountWord counts one word, and no sentence.
func (l *Language) CountWord(word string) Counts {
	var c Counts
	var room [64]byte
	l.countWord(&c, word, room[:0])
	return c
}

// Count counts one sentence, or another piece of one, as one sentence.
func (l *Language) Count(text string) Counts {
	c := Counts{Sentences: 1}
	var room [64]byte
	for span := range Words(text) {
		l.countWord(&c, span.In(text), room[:0])
	}
	if c.Words == 0 {
		c.Sentences = 0
	}
	return c
}

// CountBlock counts all sentences of one block.
func (l *Language) CountBlock(text string) Counts {
	var c Counts
	var room [16]Span
	for _, s := range l.Sentences(room[:0], text) {
		c = c.Plus(l.Count(s.In(text)))
	}
	return c
}

func (l *Language) countWord(c *Counts, word string, room []byte) {
	letters, digits := 0, 0
	for i := 0; i < len(word); {
		b := word[i]
		if b < utf8.RuneSelf {
			i++
			switch {
			case class[b]&letter != 0:
				letters++
			case class[b]&digit != 0:
				digits++
			}
			continue
		}
		r, size := utf8.DecodeRuneInString(word[i:])
		i += size
		switch {
		case unicode.IsLetter(r):
			letters++
		case unicode.IsNumber(r):
			digits++
		}
	}
	c.Words++
	c.Letters += letters
	c.Characters += letters + digits
	if letters > longWord {
		c.LongWords++
	}
	if l.syllables == nil {
		return
	}
	switch n := l.ofWord(word, room); {
	case n >= 3:
		c.Polysyllables++
		c.Syllables += n
	case n == 1:
		c.Monosyllables++
		c.Syllables++
	default:
		c.Syllables += n
	}
}

// longWord is the most letters that a word may have without being long.
// Carl-Hugo Björnsson, Läsbarhet, 1968.
const longWord = 6

// Syllables returns how many syllables a word has when it is said. A figure
// counts as one; only Russian has words without any, such as в. It returns 0 in a language whose syllables
// nobody counts here.
func (l *Language) Syllables(word string) int {
	if l.syllables == nil {
		return 0
	}
	var room [64]byte
	return l.ofWord(word, room[:0])
}

// ofWord adds up the parts of a compound, such as one-on-one.
func (l *Language) ofWord(word string, room []byte) int {
	total, said := 0, false
	for start := 0; start < len(word); {
		end := start
		for end < len(word) && word[end] != '-' && word[end] != '/' {
			end++
		}
		n, ok := l.ofPart(word[start:end], room)
		total, said = total+n, said || ok
		start = end + 1
	}
	if !said {
		return 1
	}
	return total
}

// ofPart counts a part of a word in lower case, with one kind of apostrophe
// and without other signs. It is not ok where the part has no letters.
func (l *Language) ofPart(part string, room []byte) (n int, ok bool) {
	lower := room
	capitals, letters := 0, 0
	for i := 0; i < len(part); {
		b := part[i]
		if b < utf8.RuneSelf {
			i++
			switch {
			case class[b]&upper != 0:
				capitals++
				letters++
				lower = append(lower, b|0x20)
			case class[b]&letter != 0:
				letters++
				lower = append(lower, b)
			case b == '\'':
				lower = append(lower, b)
			}
			continue
		}
		r, size := utf8.DecodeRuneInString(part[i:])
		i += size
		switch {
		case r == '’' || r == 'ʼ':
			lower = append(lower, '\'')
		case unicode.IsLetter(r) || unicode.IsMark(r):
			if unicode.IsLetter(r) {
				letters++
			}
			if unicode.IsUpper(r) {
				capitals++
			}
			lower = utf8.AppendRune(lower, unicode.ToLower(r))
		}
	}
	lower = bytes.Trim(lower, "'")
	switch {
	case letters == 0:
		return 0, false
	case l.spell && capitals == letters && letters > 1 && spelled(lower, letters):
		return letters, true
	}
	return l.syllables(lower), true
}

// spelled tells whether capitals are said letter by letter, as in TVPA: there
// are too few vowels to say them as a word.
func spelled(lower []byte, letters int) bool {
	vowels := 0
	for _, b := range lower {
		switch b {
		case 'a', 'e', 'i', 'o', 'u', 'y':
			vowels++
		}
	}
	return 4*vowels <= letters
}
