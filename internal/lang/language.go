// Package lang knows languages: their tags, their own names, the direction of
// their script, and how they write months, counts and lists in order.
//
// A language is named by its BCP 47 tag, as the folder of its pages is. What
// readers see comes from data/<tag>.toml where there is one. Without one a
// language still works: its own name where that is known, months as numbers,
// counting by the rules of Unicode's CLDR.
package lang

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"handrail/internal/fields"
)

// A Language is one language, or one way of writing or speaking it.
type Language struct {
	Tag     string // BCP 47, with its usual capitals: "en", "pt-BR", "zh-Hans"
	Autonym string // what it calls itself, as written alone in a list: "Español"
	Dir     string // "ltr" or "rtl"
	Script  string // ISO 15924: "Latn", "Arab"

	tag    language.Tag
	record *record // nil where there is no data in full
}

// Parse returns the language of a BCP 47 tag. The error is a plain sentence: the
// tag is malformed, or one of its parts is not registered.
func Parse(tag string) (Language, error) {
	t, err := language.Raw.Parse(tag)
	var unknown language.ValueError
	switch {
	case errors.As(err, &unknown):
		return Language{}, fmt.Errorf("`%s` is not a known language; write its tag, for example en, es or ar", fields.Shown(tag))
	case err != nil, strings.ContainsRune(tag, '_'), t.IsRoot():
		return Language{}, fmt.Errorf("`%s` is not a language tag; write one like en, es or pt-BR", fields.Shown(tag))
	}
	base, _, _ := t.Raw()
	if base.String() == "und" || strings.HasPrefix(t.String(), "x-") {
		return Language{}, fmt.Errorf("`%s` does not say which language it is; write a tag like en, es or pt-BR", fields.Shown(tag))
	}
	l := Language{Tag: t.String(), Dir: "ltr", tag: t}
	l.Script = l.script()
	if slices.Contains(rightToLeftScripts, l.Script) {
		l.Dir = "rtl"
	}
	for _, parent := range l.Parents() {
		if r, ok := records()[parent]; ok {
			l.record = r
			break
		}
	}
	l.Autonym = l.autonym()
	return l, nil
}

// rightToLeftScripts lists the scripts in use that run from right to left.
var rightToLeftScripts = []string{"Adlm", "Arab", "Aran", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Sogd", "Syrc", "Thaa", "Yezi"}

// script returns the script that the tag names, or the one the language is
// usually written in; "" where that is not known.
func (l Language) script() string {
	written, confidence := l.tag.Script()
	if confidence != language.Exact {
		for _, parent := range l.Parents() {
			if script, ok := scripts()[parent]; ok {
				return script
			}
		}
	}
	if s := written.String(); s != "Zzzz" {
		return s
	}
	return ""
}

// Parents returns the tag and then what it falls back to, nearest first, down
// to the bare language: zh-Hant-TW, zh-Hant, zh.
func (l Language) Parents() []string {
	var all []string
	for tag := l.Tag; ; {
		all = append(all, tag)
		cut := strings.LastIndexByte(tag, '-')
		if cut < 0 {
			return all
		}
		tag = strings.TrimSuffix(tag[:cut], "-x")
	}
}

// autonym prefers our own table, then CLDR, then the nearest parent's name.
func (l Language) autonym() string {
	if name, ok := names()[l.Tag]; ok {
		return name
	}
	if name := display.Self.Name(l.tag); name != "" {
		return capitalised(name)
	}
	for _, parent := range l.Parents() {
		if name, ok := names()[parent]; ok {
			return name
		}
	}
	return l.Tag
}

func capitalised(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToTitle(r)) + s[size:]
}
