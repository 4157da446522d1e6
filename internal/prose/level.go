package prose

// levels turn a language's own score into years of school: base + slope × score.
// Scores of different formulas cannot be compared with each other, so each line
// was fitted to texts that say the same in several languages, from very easy to
// legal, against Flesch-Kincaid of the English ones. It is good to about two
// years on a short text.
var levels = map[string]struct {
	score       func(Counts) float64
	base, slope float64
}{
	"en": {FleschKincaid, 0, 1},
	"es": {Szigriszt, 22.4, -0.244},
	"fr": {KandelMoles, 27.7, -0.264},
	"de": {Amstad, 20.8, -0.229},
	"it": {Gulpease, 31.0, -0.339},
	"pt": {Martins, 16.9, -0.185},
	"nl": {Douma, 19.9, -0.201},
	"ru": {Oborneva, 22.1, -0.298},
}

// Level returns how many years of school a text asks for, never less than one.
// It is not ok where the language has no formula, or the text is too short for
// a score.
func (l *Language) Level(c Counts) (years float64, ok bool) {
	if _, reason := l.Scores(c); reason != "" {
		return 0, false
	}
	line, ok := levels[l.Tag]
	if !ok {
		return 0, false
	}
	return max(1, line.base+line.slope*line.score(c)), true
}
