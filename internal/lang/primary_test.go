package lang_test

import (
	"testing"

	"handrail/internal/lang"
)

func TestKnownPrimary(t *testing.T) {
	for tag, want := range map[string]bool{
		"en": true, "EN": true, "en-US-GB": true, "de-hello": true, "yue": true, "gsw-CH": true, "mul": true,
		"eng": false, "deu": false, "em-US": false, "i-lux": false, "x-mine": false, "english": false, "en_US": false,
		" en": false, "": false, "-": false, "é": false,
	} {
		if got := lang.KnownPrimary(tag); got != want {
			t.Errorf("KnownPrimary(%q) is %v", tag, got)
		}
	}
}
