package dom_test

import (
	"testing"

	"handrail/internal/dom"
)

func TestTargets(t *testing.T) {
	d, err := dom.Parse([]byte(`<p id="a b">One<a name="old">Two</a><a name="old">Three</a><b id="c">Four</b>`))
	if err != nil {
		t.Fatal(err)
	}
	targets := d.Targets()
	for fragment, want := range map[string]string{"a%20b": "p", "old": "a", "c": "b", "": "", "d": "", "%zz": ""} {
		got := ""
		if e := targets.Of(fragment); e != nil {
			got = e.Tag
		}
		if got != want {
			t.Errorf("#%s leads to %q, wanted %q", fragment, got, want)
		}
	}
}
