package check

import (
	"testing"
	"testing/fstest"
)

func TestParsePage(t *testing.T) {
	page, err := parsePage([]byte(`# Links say where they lead

## Why it matters

People listen.
They go from link to link.

## How to fix it

Name the place.

-- pass/good.md --
[the list](list.md)
-- fail/bad.md --
[here](list.md)
-- fail/bad.md.want --
1:1 error: it says nothing
-- ask/site/content/en/a.md --
One
-- ask/site/handrail.toml --
-- ask/site/want --
content/en/a.md:1:1 ask: look
`))
	if err != nil {
		t.Fatal(err)
	}
	if page.Title != "Links say where they lead" || page.Why != "People listen. They go from link to link." || page.Fix != "Name the place." {
		t.Errorf("the page is %+v", page)
	}
	if good := page.Good(); len(good) != 1 || good[0] != "[the list](list.md)" {
		t.Errorf("good examples: %q", good)
	}
	if bad := page.Bad(); len(bad) != 2 || bad[0] != "[here](list.md)" || bad[1] != "content/en/a.md:\nOne\n\nhandrail.toml:" {
		t.Errorf("bad examples: %q", bad)
	}
	if page.Examples[1].Want != "1:1 error: it says nothing" || !page.Examples[1].Single() || page.Examples[2].Single() {
		t.Errorf("examples: %+v", page.Examples)
	}
}

func TestParsePageRefuses(t *testing.T) {
	for _, text := range []string{
		"",
		"# Title\n\n## Why it matters\n\nPeople.\n",
		"# Title\n\n## Why it matters\n\nPeople.\n\n## How to mend it\n\nDo.\n",
		"# Title\n\n## Why it matters\n\nPeople.\n\n## How to fix it\n\nDo.\n\n-- good/a.md --\n",
	} {
		if _, err := parsePage([]byte(text)); err == nil {
			t.Errorf("it takes %q", text)
		}
	}
}

// An area may be asked for its checks from several places at once.
func TestDocumentedCopies(t *testing.T) {
	pages := fstest.MapFS{"one.txtar": {Data: []byte("# T\n\n## Why it matters\n\nW.\n\n## How to fix it\n\nF.\n")}}
	one := &Check{ID: "a/one"}
	got := Documented(pages, one)
	if one.Page != nil || got[0].Page == nil || got[0].Page.Title != "T" {
		t.Errorf("got %+v from %+v", got[0], one)
	}
}
