package lang

import (
	"slices"
	"strings"
	"testing"
)

func TestYearMonth(t *testing.T) {
	for tag, want := range map[string]string{
		"en": "March 2026", "es": "marzo de 2026", "es-419": "marzo de 2026", "ar": "مارس 2026", "fr": "mars 2026",
		"pt": "março de 2026", "pt-BR": "março de 2026", "pt-PT": "março de 2026", "de": "März 2026", "it": "marzo 2026",
		"nl": "maart 2026", "ru": "март 2026", "zh": "2026年3月", "zh-Hant": "2026年3月", "ko": "2026년 3월",
		"vi": "tháng 3 năm 2026", "am": "ማርች 2026", "hi": "मार्च 2026", "ht": "mas 2026", "fil": "Marso 2026", "tl": "Marso 2026",
		"uk": "березень 2026 р.", "pl": "marzec 2026", "ja": "2026年3月", "sw": "Machi 2026", "tr": "Mart 2026", "ur": "مارچ 2026", "so": "2026-03",
	} {
		if got, err := parse(t, tag).YearMonth("2026-03"); err != nil || got != want {
			t.Errorf("%s: %q, want %q (%v)", tag, got, want, err)
		}
	}
	for _, month := range []string{"", "2026", "2026-13", "2026-3", "2026-03-01", "March 2026"} {
		if got, err := parse(t, "en").YearMonth(month); err == nil {
			t.Errorf("%q became %q", month, got)
		}
	}
	if got, _ := parse(t, "zh").YearMonth("2026-12"); got != "2026年12月" {
		t.Errorf("December is %q", got)
	}
}

func TestPlural(t *testing.T) {
	for tag, want := range map[string]string{ // of 0, 1, 2, 5, 11, 100, 1,000,000
		"en": "other one other other other other other",
		"es": "other one other other other other many",
		"ar": "zero one two few many other other",
		"ru": "many one few many many many many",
		"he": "other one two other other other other",
		"ht": "other other other other other other other",
	} {
		l := parse(t, tag)
		var got []string
		for _, n := range []int{0, 1, 2, 5, 11, 100, 1_000_000} {
			got = append(got, l.Plural(n))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %q, want %q", tag, got, want)
		}
	}
	if parse(t, "en").Plural(-1) != "one" {
		t.Error("minus one is not one")
	}
}

func TestNumber(t *testing.T) {
	for tag, want := range map[string][3]string{ // of 1234, 12345, -1234567
		"en":    {"1,234", "12,345", "-1,234,567"},
		"es":    {"1234", "12.345", "-1.234.567"},
		"ar":    {"1,234", "12,345", "-1,234,567"},
		"fr":    {"1\u202f234", "12\u202f345", "-1\u202f234\u202f567"},
		"pt-PT": {"1234", "12\u00a0345", "-1\u00a0234\u00a0567"},
		"pt-BR": {"1.234", "12.345", "-1.234.567"},
		"hi":    {"1,234", "12,345", "-12,34,567"},
		"sw":    {"1,234", "12,345", "-1,234,567"},
		"pl":    {"1234", "12\u00a0345", "-1\u00a0234\u00a0567"},
	} {
		l := parse(t, tag)
		if got := [3]string{l.Number(1234), l.Number(12345), l.Number(-1234567)}; got != want {
			t.Errorf("%s: %q, want %q", tag, got, want)
		}
	}
	if parse(t, "en").Number(0) != "0" || parse(t, "en").Number(999) != "999" {
		t.Error("small numbers are grouped")
	}
}

func TestSigned(t *testing.T) {
	for tag, want := range map[string]bool{"ase": true, "lsc": true, "dsz-DK": true, "RIB": true, "sgn-US": true, "en": false, "es-MX": false, "": false} {
		if Signed(tag) != want {
			t.Errorf("%q is a sign language: %v", tag, !want)
		}
	}
}

func TestOrder(t *testing.T) {
	for tag, want := range map[string]string{
		"es": "nube ñandú oasis", "sv": "zon ängel", "de": "Ängel Zon", "ar": "أمان بيت ثقة",
	} {
		words := strings.Fields(want)
		slices.Reverse(words)
		slices.SortFunc(words, parse(t, tag).Order())
		if got := strings.Join(words, " "); got != want {
			t.Errorf("%s: %q, want %q", tag, got, want)
		}
	}
}
