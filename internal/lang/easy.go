package lang

import "strings"

// easySuffix is the BCP 47 variant for the simplified form of a language,
// registered in 2015. https://www.iana.org/assignments/language-subtag-registry
const easySuffix = "-simple"

// Easy tells an Easy Read form of a language, such as en-simple: made for
// people who find reading hard, and tried with them.
func (l Language) Easy() bool { return strings.HasSuffix(l.Tag, easySuffix) }

// Plain is the language that an Easy Read form is made from; any other language
// is itself.
func (l Language) Plain() Language {
	if !l.Easy() {
		return l
	}
	plain, err := Parse(strings.TrimSuffix(l.Tag, easySuffix))
	if err != nil {
		return l
	}
	return plain
}
