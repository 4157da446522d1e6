package fields

import (
	"strings"
	"testing"

	"handrail/internal/source"
)

func TestYAMLPlaces(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"scalars as Jekyll and Hugo write them": {`title: é # x
date: 2019-03-04 10:00:00 -0500
day: 2020-01-02
when: 2020-01-02T03:04:05Z
published: false
n: 5
f: 1.5
no: NO
zip: 0x1F
quoted: "2020-01-02"
tagged: !!str 2020-01-02
`, `
1:1 title = 1:8 "é"
2:1 date = 2:7 date 2019-03-04T10:00:00-05:00
3:1 day = 3:6 date 2020-01-02
4:1 when = 4:7 date 2020-01-02T03:04:05Z
5:1 published = 5:12 false
6:1 n = 6:4 5
7:1 f = 7:4 1.5
8:1 no = 8:5 "NO"
9:1 zip = 9:6 31
10:1 quoted = 10:9 "2020-01-02"
11:1 tagged = 11:9 "2020-01-02"`},
		"nothing is no key": {"a:\nb: ~\nc: null\nl: [x, ~]\nd: \"\"\n", `
4:1 l = 4:4 [
  4:5 "x"
]
5:1 d = 5:4 ""`},
		"lists and tables": {"tags: [a, 'b: c', 3]\nl:\n- x\n-\n  a: 1\n  b: |\n    multi\n    line\n\"q k\": {x: y}\n", `
1:1 tags = 1:7 [
  1:8 "a"
  1:11 "b: c"
  1:19 3
]
2:1 l = 3:1 [
  3:3 "x"
  5:3 {
    5:3 a = 5:6 1
    6:3 b = 6:6 "multi\nline\n"
  }
]
9:1 q k = 9:8 {
  9:9 x = 9:12 "y"
}`},
		"characters that end a line only in YAML": {"a: \"x\u0085y\"\nb: \"x\u2028y\"\nc: 1\n", `
1:1 a = 1:4 "x y"
2:1 b = 2:4 "x\u2028y"
3:1 c = 3:4 1`},
		"CRLF and a byte-order mark": {"\uFEFFa: 1\r\n\r\nb:\r\n  - 2\r\n", `
1:2 a = 1:5 1
3:1 b = 4:3 [
  4:5 2
]`},
		"its own fences": {"---\na: 1\n", "2:1 a = 2:4 1"},
		"nothing":        {"# only a comment\n", ""},
	} {
		t.Run(name, func(t *testing.T) {
			table, problems := wholeYAML(c.text)
			if problems != nil {
				t.Fatal(said(problems))
			}
			same(t, show(table), c.want)
		})
	}
}

func TestYAMLPlacesCountInTheWholeFile(t *testing.T) {
	f := source.NewFile("p.md", []byte("---\r\ntitle: x\r\nn: 1\r\n---\r\nbody\r\n"))
	fm, _ := FrontMatter(f)
	table, problems := ParseYAML(f, fm.Start, fm.End)
	if problems != nil {
		t.Fatal(said(problems))
	}
	same(t, show(table), "2:1 title = 2:8 \"x\"\n3:1 n = 3:4 1")
	if table.At != (source.Place{Path: "p.md", Line: 1, Col: 1}) {
		t.Errorf("the table is at %v, want the opening fence", table.At)
	}
}

func TestYAMLMessages(t *testing.T) {
	for text, want := range map[string]string{
		"a: b: c":                "1:5 there is a second colon in this value [front/syntax]",
		"a\nb: 1\n":              "1:1 this line has no key with a colon and a space after it [front/syntax]",
		"key:value\nb: 2":        "1:1 this line has no key with a colon and a space after it [front/syntax]",
		"a: 1\n  b: 2\n":         "2:4 this line begins too far in [front/syntax]",
		"a: 'x\nb: 1\n":          "1:4 the quote that opens here is never closed [front/syntax]",
		"a: [1, 2\nb: 3":         "1:4 the list that opens here needs a comma between its values and a ] at its end [front/syntax]",
		"a: {x: 1":               "1:4 the table that opens here needs a comma between its keys and a } at its end [front/syntax]",
		"a: &x 1\n":              "1:4 an anchor (`&name`) marks a value here; that is not read [front/syntax]",
		"a: &x 1\nb: [*x, *x]\n": "1:4 an anchor (`&name`) marks a value here; that is not read [front/syntax]\n2:5 an alias (`*name`) repeats a value here; that is not read [front/syntax]",
		"a: *y\n":                "1:4 an alias (`*name`) repeats a value here; that is not read [front/syntax]",
		"<<: {a: 1}\n":           "1:1 a merge key (`<<`) is not read [front/syntax]",
		"a: !ruby/object x\n":    "1:4 the tag before this value is not read [front/syntax]",
		"a: !!binary eA==":       "1:4 the tag before this value is not read [front/syntax]",
		"a: 1\n---\nb: 2\n":      "2:1 a second document begins here; only one can be read [front/syntax]",
		"- a\n- b\n":             "1:1 keys and values are needed here [front/syntax]",
		"just text":              "1:1 keys and values are needed here [front/syntax]",
		"a: @x":                  "1:4 text that begins with @ needs quotes around it [front/syntax]",
		"a:\n\tb: 1\n":           "2:1 a tab cannot be used here [front/syntax]",
		"a: 1\nb: 2\na: 3\n":     "3:1 `a` is already written on line 1 [front/duplicate-key]",
		"a: {b: 1, b: 2}\n":      "1:11 `b` is already written on line 1 [front/duplicate-key]",
		"? [a]\n: 1\n":           "1:3 a key must be a word, not a list or a table [front/syntax]",
		"a: \"\\q\"":             "1:5 this backslash begins a code that YAML does not know [front/syntax]",
		"a: - b\n":               "1:4 a list cannot begin here [front/syntax]",
		"a: 'it's'\nb: 1":        "1:8 this line does not fit the ones before it [front/syntax]",
		"a: |x\n  y":             "1:5 after | or > the text begins on the next line [front/syntax]",
		"a: 1\nb: \"x\x00\"":     "2:6 there is a NUL character here, which is not text; the file may have been saved as UTF-16 [front/syntax]",
		"a: é\xff":               "1:5 this character is not UTF-8, so it cannot be read [front/syntax]",
	} {
		table, problems := wholeYAML(text)
		if table != nil {
			t.Errorf("%q gave a table", text)
		}
		if got := said(problems); got != want+"\n" {
			t.Errorf("%q\n got: %s\nwant: %s", text, got, want)
		}
		for _, p := range problems {
			if p.Fix == "" {
				t.Errorf("%q: no fix", text)
			}
		}
	}
}

func TestYAMLLimits(t *testing.T) {
	deep := "lists and tables stand more than 64 deep inside each other here"
	bomb := "a: &a [x, x, x, x, x, x, x, x, x]\n"
	for _, c := range "bcdefghi" {
		bomb += string(c) + ": &" + string(c) + " [" + strings.TrimSuffix(strings.Repeat("*"+string(c-1)+", ", 9), ", ") + "]\n"
	}
	for name, c := range map[string]struct{ text, want string }{
		"lists":        {"a: " + strings.Repeat("[", 10_000), deep},
		"closed lists": {"a: " + strings.Repeat("[", 10_000) + strings.Repeat("]", 10_000), deep},
		"tables":       {strings.Repeat("{a: ", 10_000), deep},
		"dashes":       {"a:\n " + strings.Repeat("- ", 10_000), deep},
		"both ways":    {"a:\n " + strings.Repeat("- ", 40) + strings.Repeat("[", 40) + strings.Repeat("]", 40), deep},
		"bomb":         {bomb, "1:4 an anchor"},
		"long":         {strings.Repeat("#", MaxSize+1), "at most 256 KB"},
	} {
		quickly(t, func() {
			if _, problems := wholeYAML(c.text); !strings.Contains(said(problems), c.want) {
				t.Errorf("%s: %s", name, said(problems))
			}
		})
	}
	quickly(t, func() {
		table, problems := wholeYAML("a: [" + strings.Repeat("1,", 120_000) + "]")
		if problems != nil || table.Entries[0].Value.List[119_999].At.Col != 240_003 {
			t.Errorf("a long line: %s", said(problems))
		}
	})
}
