package lang

import (
	"strings"

	"golang.org/x/text/language"
)

// KnownPrimary says whether a language tag begins with a language that is
// registered by itself in the IANA language subtag registry: "en" of
// "en-whatever", but not "eng", which is a longer code for the same, nor the
// "i" of old tags like "i-lux". What follows is not asked.
func KnownPrimary(tag string) bool {
	primary, _, _ := strings.Cut(tag, "-")
	primary = strings.ToLower(primary)
	for i := range len(primary) {
		if primary[i] < 'a' || primary[i] > 'z' {
			return false
		}
	}
	base, err := language.ParseBase(primary)
	return err == nil && base.String() == primary
}
