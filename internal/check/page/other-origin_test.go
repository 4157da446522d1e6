package page

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestOrigin(t *testing.T) {
	for address, want := range map[string]string{
		"":                               "",
		"/pictures/a.jpg":                "",
		"a.jpg":                          "",
		"#part":                          "",
		"data:image/gif;base64,AAAA":     "",
		"mailto:ask@example.org":         "",
		"https://A.example/a.jpg":        "https://a.example",
		" \thttps://a.example":           "https://a.example",
		"ht\ntps://a.example/":           "https://a.example",
		"HTTP:a.example/":                "http://a.example",
		"//a.example/a.jpg":              "//a.example",
		`\\a.example\a.jpg`:              "//a.example",
		`/\a.example`:                    "//a.example",
		"https://who:key@a.example:80/x": "https://a.example:80",
		"https:a/b@c":                    "https://a",
		"wss://a.example":                "wss://a.example",
		"///":                            "",
	} {
		if got := origin(address); got != want {
			t.Errorf("origin(%q) is %q, wanted %q", address, got, want)
		}
	}
}

func TestOther(t *testing.T) {
	o := &asking{own: origin("https://library.example/en/")}
	for address, want := range map[string]string{
		"https://library.example/a":   "",
		"https://LIBRARY.example/a":   "",
		"//library.example/a":         "",
		"http://library.example/a":    "library.example",
		"https://library.example.eu/": "library.example.eu",
		"a/b":                         "",
	} {
		if got := o.other(address); got != want {
			t.Errorf("other(%q) is %q, wanted %q", address, got, want)
		}
	}
}

func TestCandidates(t *testing.T) {
	for srcset, want := range map[string][]string{
		"":                        nil,
		"a.jpg":                   {"a.jpg"},
		"a.jpg 1x, b.jpg 2x":      {"a.jpg", "b.jpg"},
		"a.jpg, b.jpg":            {"a.jpg", "b.jpg"},
		" ,, a,b.jpg 480w ,c.jpg": {"a,b.jpg", "c.jpg"},
	} {
		if got := candidates(srcset); !slices.Equal(got, want) {
			t.Errorf("candidates(%q) is %q, wanted %q", srcset, got, want)
		}
	}
}

func TestCSSAddresses(t *testing.T) {
	for sheet, want := range map[string]string{
		`p { color: red }`:                       "",
		`p { background: url(a.png) }`:           "a.png",
		`p { background: URL( 'a b.png' ) }`:     "a b.png",
		`p { background: u\72l(a.png) }`:         "a.png",
		`p { background: url(\61 .png) }`:        "a.png",
		`@import "a.css";`:                       "a.css",
		`@\69mport "a.css";`:                     "a.css",
		`@import url(a.css) layer(base) screen;`: "a.css",
		`/* url(a.png) */`:                       "",
		`/* url(a.png)`:                          "",
		`@namespace url(http://a.example); p { content: "url(b.png)" }`:            "",
		`p { background: image-set("a.png" 1x, url(b.png) 2x type("image/png")) }`: "a.png b.png",
		`@font-face { src: local("Rounded"), url(a.woff2) format("woff2") }`:       "a.woff2",
		`p { background: url(a.png`:        "a.png",
		`p { background: url("a.png`:       "a.png",
		"p { background: url(a.png); } \\": "a.png",
	} {
		var got []string
		for _, u := range cssAddresses(sheet) {
			got = append(got, u.address)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s asks for %q, wanted %q", sheet, got, want)
		}
	}
}

// Time grows with the sheet, however it is made.
func TestCSSAddressesLinear(t *testing.T) {
	for _, piece := range []string{"((((", "url(", "url(a)", "image-set(\"a\"", "@import ", "\\", "/*", "\"", "a\\\n"} {
		began := time.Now()
		cssAddresses(strings.Repeat(piece, 2_000_000/len(piece)))
		if took := time.Since(began); took > time.Minute {
			t.Errorf("2 MB of %q took %v", piece, took)
		}
	}
}

func FuzzCSSAddresses(f *testing.F) {
	for _, sheet := range []string{`p{background:url(a.png)}`, `@import "a.css";`, `/* url(a) */`, `image-set("a" 1x)`, `\75 rl('a')`, `@namespace url(a);`} {
		f.Add(sheet)
	}
	f.Fuzz(func(t *testing.T, sheet string) {
		for _, u := range cssAddresses(sheet) {
			if u.at < 0 || u.at >= len(sheet) {
				t.Fatalf("an address at %d of %d", u.at, len(sheet))
			}
		}
		// What is plainly asked for is seen whatever stands before it, once
		// that is closed.
		if !strings.ContainsAny(sheet, "\\\"'/*(@") {
			address := "https://seen.example/"
			found := cssAddresses(sheet + fmt.Sprintf("; p { background: url(%s) }", address))
			if len(found) != 1 || found[0].address != address {
				t.Fatalf("after %q it sees %v", sheet, found)
			}
		}
	})
}
