package css

import "testing"

func TestCompact(t *testing.T) {
	for sheet, want := range map[string]string{
		"/* why */\na {\n  color: red;\n\n  margin: 0 1px }\n": "a {color: red;margin: 0 1px }",
		"a/* b */.c,\n/* d */\n:is(p, li) > b {}":              "a/**/.c,:is(p,li) > b {}",
		"a { content: \"x;  /* y */  {\"; b: url(z;  q) }":     "a {content: \"x;  /* y */  {\";b: url(z;  q) }",
		"@media (min-width: 2em) and (hover) {\n\ta{--x: ; }}": "@media (min-width: 2em) and (hover) {a{--x: ;}}",
		"a { width: calc(1px /* and */ + 2px) }":               "a {width: calc(1px + 2px) }",
		"a { b: c":                                             "a {b: c",
		"":                                                     "",
	} {
		if got := Compact(sheet); got != want {
			t.Errorf("%q becomes %q, not %q", sheet, got, want)
		}
	}
}
