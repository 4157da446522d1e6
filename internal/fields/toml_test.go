package fields

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"handrail/internal/source"
)

func TestTOMLPlaces(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"plain": {"title = \"é\" # x\nn = 2\n", `
1:1 title = 1:9 "é"
2:1 n = 2:5 2`},
		"dotted and quoted": {"\"quoted key\".b.'c d' = 1\n\"\\u00e9\" = 1.5\n\"quoted key\".b.e = true\n", `
1:1 quoted key = 1:1 {
  1:14 b = 1:14 {
    1:16 c d = 1:24 1
    3:16 e = 3:20 true
  }
}
2:1 é = 2:12 1.5`},
		"lists and inline tables": {"l = [1, [ 2, # ]\n 3 ], {a=1,\n b.c = \"é]\", d=2}, ]\n", `
1:1 l = 1:5 [
  1:6 1
  1:9 [
    1:11 2
    2:2 3
  ]
  2:7 {
    2:8 a = 2:10 1
    3:2 b = 3:2 {
      3:4 c = 3:8 "é]"
    }
    3:14 d = 3:16 2
  }
]`},
		"strings of several lines": {"m = \"\"\"\na\n[not]\nx = 1 \"\"\"\"\"\nr = '''\n# it's\n'''\nafter = 1", `
1:1 m = 1:5 "a\n[not]\nx = 1 \"\""
5:1 r = 5:5 "# it's\n"
8:1 after = 8:9 1`},
		"tables within tables": {"[a.b]\nx = 1979-05-27 07:32:00z\ny = 07:32:00\n[a]\nz = 2026-03-08\n", `
1:2 a = 1:1 {
  1:4 b = 1:1 {
    2:1 x = 2:5 date 1979-05-27T07:32:00Z
    3:1 y = 3:5 date 07:32:00
  }
  5:1 z = 5:5 date 2026-03-08
}`},
		"arrays of tables": {"[[t]]\nn = 1\n[t.in]\nq = false\n[[t.list]]\nk = 1\n[[t]]\n[[t.list]]\nk = 2\n[[t.list]]\n", `
1:3 t = 1:1 [
  1:1 {
    2:1 n = 2:5 1
    3:4 in = 3:1 {
      4:1 q = 4:5 false
    }
    5:5 list = 5:1 [
      5:1 {
        6:1 k = 6:5 1
      }
    ]
  }
  7:1 {
    8:5 list = 8:1 [
      8:1 {
        9:1 k = 9:5 2
      }
      10:1 {
      }
    ]
  }
]`},
		"CRLF and a byte-order mark": {"\uFEFFa = 1\r\n\r\nb = [\r\n 2]\r\n", `
1:2 a = 1:6 1
3:1 b = 3:5 [
  4:2 2
]`},
		"nothing": {"# only a comment\n", ""},
	} {
		t.Run(name, func(t *testing.T) {
			table, problems := wholeTOML(c.text)
			if problems != nil {
				t.Fatal(said(problems))
			}
			same(t, show(table), c.want)
		})
	}
}

func TestTOMLPlacesCountInTheWholeFile(t *testing.T) {
	f := source.NewFile("p.md", []byte("+++\r\ntitle = \"x\"\r\nsumary = 1\r\n+++\r\nbody\r\n"))
	fm, problems := FrontMatter(f)
	if problems != nil {
		t.Fatal(said(problems))
	}
	table, _ := ParseTOML(f, fm.Start, fm.End)
	same(t, show(table), "2:1 title = 2:9 \"x\"\n3:1 sumary = 3:10 1")
	if table.At != (source.Place{Path: "p.md", Line: 1, Col: 1}) {
		t.Errorf("the table is at %v, want the opening fence", table.At)
	}
	f = source.NewFile("p.md", []byte("+++\na = 1\n b = x\n+++\n"))
	_, problems = ParseTOML(f, 4, 17)
	same(t, said(problems), "3:6 this value is not in quotes, and is no number, date, true or false [front/syntax]")
}

func TestTOMLMessages(t *testing.T) {
	for text, want := range map[string]string{
		"title = Hello world":               "1:9 this value is not in quotes, and is no number, date, true or false [front/syntax]",
		"title \"x\"":                       "1:7 after a key an = is needed, and a key is one word [front/syntax]",
		"my key = 1":                        "1:4 after a key an = is needed, and a key is one word [front/syntax]",
		"title: x":                          "1:6 a key is followed by = here, not by a colon [front/syntax]",
		"é = 1":                             "1:1 a key with letters other than a to z needs quotes [front/syntax]",
		"a":                                 "1:1 a key stands here without = and a value [front/syntax]",
		"a =":                               "1:3 the value is missing [front/syntax]",
		"= 1":                               "1:1 the key before = is missing [front/syntax]",
		"a..b = 1":                          "1:3 a key has two dots in a row, or ends with one [front/syntax]",
		"a = \"x\nb = 1":                    "1:5 the quote that opens here is not closed on the same line [front/syntax]",
		"b = 1\na = \"\"\"x\n\n":            "2:5 the text that opens here with three quotes is never closed [front/syntax]",
		"a = [1 2]":                         "1:8 this list needs a comma between its values and a ] at its end [front/syntax]",
		"a = {b=1 c=2}":                     "1:10 this table needs a comma between its keys and a } at its end [front/syntax]",
		"a = [1,,2]":                        "1:8 there is a comma too many [front/syntax]",
		"a = \"x\" y":                       "1:8 something is left over after this value [front/syntax]",
		"[]":                                "1:2 the name between the brackets is missing [front/syntax]",
		"[a\nb = 1":                         "1:3 the bracket of this heading is not closed [front/syntax]",
		"[[a]\n":                            "1:4 the brackets of this heading are not closed alike [front/syntax]",
		"a = \"\\q\"":                       "1:6 this backslash begins a code that TOML does not know [front/syntax]",
		"a = 01":                            "1:5 a number cannot begin with a zero [front/syntax]",
		"a = .5":                            "1:5 this number needs a digit before its point [front/syntax]",
		"a = 2026-13-45":                    "1:5 this date cannot be read [front/syntax]",
		"a = 99999999999999999999":          "1:5 this number is too large [front/syntax]",
		"a = “x”":                           "1:5 this is a curly quote; TOML needs a straight one [front/syntax]",
		"a = 1\nb = 2\na = 3":               "3:1 `a` is already written on line 1 [front/duplicate-key]",
		"[a]\nx = 1\n[b]\n[a]":              "4:2 `a` is already written on line 1 [front/duplicate-key]",
		"[[a]]\nx = 1\n[[a]]\nx = 2\nx = 3": "5:1 `a.x` is already written on line 4 [front/duplicate-key]",
		"x = {a = 1,\n a = 3}":              "2:2 `x.a` is already written on line 1 [front/duplicate-key]",
		"a = 1\na.b = 2":                    "2:1 `a` is already written on line 1 [front/duplicate-key]",
		"a = {b = 1, b = 2, c":              "1:13 a key is written twice here [front/duplicate-key]",
		"a = 1\nb = \"x\x00\"":              "2:7 there is a NUL character here, which is not text; the file may have been saved as UTF-16 [front/syntax]",
		"a = \"é\xff\"":                     "1:7 this character is not UTF-8, so it cannot be read [front/syntax]",
		"a = \"\x01\"":                      "1:6 there is an invisible control character here (number 1) [front/syntax]",
	} {
		table, problems := wholeTOML(text)
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

// quickly fails a test whose input makes the reader slow.
func quickly(t *testing.T, read func()) {
	t.Helper()
	start := time.Now()
	read()
	if took := time.Since(start); took > 30*time.Second {
		t.Errorf("took %v", took)
	}
}

func TestTOMLLimits(t *testing.T) {
	deep := "lists and tables stand more than 64 deep inside each other here"
	for name, c := range map[string]struct{ text, want string }{
		"lists":          {"a = " + strings.Repeat("[", 10_000), deep},
		"closed lists":   {"a = " + strings.Repeat("[", 10_000) + strings.Repeat("]", 10_000), deep},
		"inline tables":  {"a = " + strings.Repeat("{a=", 10_000), deep},
		"dotted key":     {strings.Repeat("a.", 10_000) + "a = 1", deep},
		"dotted heading": {"[" + strings.Repeat("a.", 10_000) + "a]", deep},
		"together":       {"[" + strings.Repeat("a.", 40) + "a]\n" + strings.Repeat("b.", 20) + "b = [[[[1]]]]", deep},
		"long":           {strings.Repeat("#", MaxSize+1), "at most 256 KB"},
	} {
		quickly(t, func() {
			if _, problems := wholeTOML(c.text); !strings.Contains(said(problems), c.want) {
				t.Errorf("%s: %s", name, said(problems))
			}
		})
	}
	if _, problems := wholeTOML("a = " + strings.Repeat("[", 60) + strings.Repeat("]", 60)); problems != nil {
		t.Errorf("sixty lists: %s", said(problems))
	}
	quickly(t, func() { // places of one long line must not be counted from its start each time
		table, problems := wholeTOML("a = [" + strings.Repeat("1,", 120_000) + "]")
		if problems != nil || table.Entries[0].Value.List[119_999].At.Col != 240_004 {
			t.Errorf("a long line: %s", said(problems))
		}
	})
	quickly(t, func() {
		var b strings.Builder
		for i := 0; b.Len() < MaxSize-20; i++ {
			fmt.Fprintf(&b, "key%d = 1\n", i)
		}
		if _, problems := wholeTOML(b.String()); problems != nil {
			t.Errorf("many keys: %s", said(problems))
		}
	})
}
