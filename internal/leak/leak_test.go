package leak

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html"
	"math/rand/v2"
	"net/url"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"handrail/internal/private"
)

// scanner returns one for made-up values.
func scanner(texts ...string) *Scanner {
	var values []private.Value
	for i, text := range texts {
		values = append(values, private.New("content/en/page.md", fmt.Sprintf("key%d", i), text))
	}
	return New(values)
}

// places returns the offsets of the matches.
func places(matches []Match) []int {
	at := []int{}
	for _, m := range matches {
		at = append(at, m.Offset)
	}
	return at
}

func TestScan(t *testing.T) {
	for _, c := range []struct {
		name, value, data string
		want              []int
	}{
		{"plain", "p-3", "panel p-3.", []int{6}},
		{"everything", "p-3", "p-3", []int{0}},
		{"twice", "p-3", "p-3 and p-3", []int{0, 8}},
		{"nothing there", "p-3", "panel p-4", []int{}},
		{"empty data", "p-3", "", []int{}},
		{"in a longer word", "p-3", "step-3", []int{}},
		{"in a longer number", "p-3", "p-31", []int{}},
		{"beside a Greek letter", "p-3", "αp-3", []int{}},
		{"before an accent", "Rene", "René", []int{}},
		{"before a loose accent", "Rene", "Rene\u0301", []int{}},
		{"before an underscore", "wren", "wren_1.html", []int{0}},
		{"other case", "Wren Made-Up", "wren made-up", []int{}},
		{"capitals", "Renée Made-Up", "by RENÉE MADE-UP", []int{3}},
		{"in a longer word of capitals", "Wren", "WRENS", []int{}},
		{"Chinese, two signs", "张伟", "请张伟来", []int{3}},
		{"quoted-printable", "Renée Made Up", "by Ren=C3=A9e Ma=\r\nde Up", []int{3}},
		{"base64 in lines", "Renée Made Up", "UmVu\r\n  w6llIE1h\r\nZGUgVXA=", []int{0}},
		{"too short for base64", "made", "bWFkZQ==", []int{}},
		{"value begins with a sign", "+1 555 made up", "x+1 555 made up", []int{1}},
		{"space around the value", " made up\n", "so made up.", []int{3}},

		{"line break", "Made Up Lane", "at Made\n\t Up\u00a0Lane", []int{3}},
		{"break in the value", "Made\n  Up", "<Made Up>", []int{1}},
		{"soft hyphen", "MadeUpTown", "in Made\u00adUp\u200bTown", []int{3}},
		{"marks of direction", "Made Up", "\u2068Made\u2069 Up", []int{3}},
		{"curly apostrophe", "O'Made", "by O’Made", []int{3}},
		{"loose accent", "Renée Made", "by Rene\u0301e Made", []int{3}},
		{"loose accent in the value", "Rene\u0301e", "by Renée", []int{3}},

		{"named entities", `a&b <c> "d"`, `so a&amp;b &lt;c&gt; &quot;d&quot;`, []int{3}},
		{"decimal entity", "Renée", "by Ren&#233;e", []int{3}},
		{"hexadecimal entity", "Renée", "by Ren&#xE9;e", []int{3}},
		{"every letter an entity", "made", "by &#109;&#x61;&#100;&#101;!", []int{3}},
		{"entity without its end", "made up", "&#109ade up", []int{0}},
		{"entity is a letter next to it", "made", "made&#101;", []int{0}},
		{"percent codes", "Renée Made", "?q=Ren%C3%A9e%20Made", []int{3}},
		{"plus for a space", "Made Up", "?q=Made+Up", []int{3}},
		{"JSON", "Renée", `{"a":"Ren\u00e9e"}`, []int{6}},
		{"JSON slash", "a/b/made", `{"a":"a\/b\/made"}`, []int{6}},
		{"JSON quotes", `the "made" one`, `{"a":"the \"made\" one"}`, []int{6}},
		{"JSON pair", "made 🦋 up", `{"a":"made \ud83e\udd8b up"}`, []int{6}},
		{"JavaScript", "Renée", `'Ren\u{e9}e Ren\xe9e'`, []int{1, 12}},
		{"backslash itself", `C:\new`, `at C:\new here`, []int{3}},

		{"tag within a line", "Made Up Lane", "at <b>Made</b> <a href='x'>Up</a> Lane", []int{6}},
		{"tag within a word", "Made", "<span>M</span>ade up", []int{6}},
		{"comment", "Made Up", "Made<!-- x --> Up", []int{0}},
		{"break between", "Made Up", "<p>Made<br>Up</p><p>x</p>", []int{3}},
		{"less-than sign", "Made Up", "1 < 2 <3 Made Up", []int{9}},
		{"attribute", "Made Up", `<img alt="Made Up">`, []int{10}},

		{"page in a feed", "O'Made", "<content>&lt;p&gt;O&amp;#39;Made&lt;/p&gt;", []int{18}},
		{"data in an attribute", `Renée`, `data-x="{&quot;a&quot;:&quot;Ren\u00e9e&quot;}"`, []int{29}},
		{"link in an attribute", `a&b made`, `href="?q=a%26b%20made&amp;p"`, []int{9}},
		{"page in JSON", `O'Made`, `{"html":"<p>O&#39;Made<\/p>"}`, []int{12}},

		{"Chinese, no spaces", "王小明", "请王小明来", []int{3}},
		{"Japanese", "みどり", "「みどりさん」", []int{3}},
		{"Korean particle", "김민수", "김민수는", []int{0}},
		{"Thai", "สมชาย", "คุณสมชายครับ", []int{9}},
		{"Arabic", "مريم", "قالت مريم.", []int{9}},
		{"Arabic particles", "مريم", "ومريم ولمريم", []int{2, 15}},
		{"longer Arabic word", "مريم", "كولمريم تمريم", []int{}},
		{"in another Arabic word", "مريم", "مريمية", []int{}},
		{"bytes that are no text", "made", "\xff\xfemade\xff", []int{2}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := places(scanner(c.value).Scan([]byte(c.data)))
			if !slices.Equal(got, c.want) {
				t.Errorf("%q in %q: at %v, want %v", c.value, c.data, got, c.want)
			}
		})
	}
}

func TestTooShort(t *testing.T) {
	s := scanner("p3", "  é1 ", "", "王小明")
	var keys []string
	for _, v := range s.TooShort() {
		keys = append(keys, v.Key)
	}
	if got := strings.Join(keys, " "); got != "key0 key1 key2" {
		t.Errorf("too short: %s", got)
	}
	if m := s.Scan([]byte("p3 é1 王小明")); len(m) != 1 || m[0].Value.Key != "key3" {
		t.Errorf("found %v", m)
	}
}

func TestNothingToFind(t *testing.T) {
	if m := New(nil).Scan([]byte("anything")); m != nil {
		t.Errorf("found %v", m)
	}
}

// One value in two files, values within values, and values that begin alike.
func TestManyValues(t *testing.T) {
	s := scanner("made up lane", "up", "made", "lane", "made up", "up lane", "made", "ade up")
	var got []string
	for _, m := range s.Scan([]byte("made up lane")) {
		got = append(got, fmt.Sprintf("%s@%d", m.Value.Key, m.Offset))
	}
	want := "key2@0 key6@0 key4@0 key0@0 key5@5 key3@8"
	if strings.Join(got, " ") != want {
		t.Errorf("found %v, want %v", got, want)
	}
}

// Three letters turn up by chance in a picture; a whole name does not.
func TestBinary(t *testing.T) {
	s := scanner("abc", "Wren Made-Up")
	m := s.Scan([]byte("\x89PNG\x00\x00 abc \x00Wren Made-Up\x00"))
	if len(m) != 1 || m[0].Value.Key != "key1" || m[0].Offset != 12 {
		t.Errorf("found %v", m)
	}
}

func TestMatchShowsNothing(t *testing.T) {
	s := scanner("made-up-value")
	if got := fmt.Sprintf("%v %+v %#v", s, s.Scan([]byte("made-up-value")), s.TooShort()); strings.Contains(got, "made-up") {
		t.Errorf("printed %s", got)
	}
}

// Bytes that would make a careless scanner slow.
func TestHostile(t *testing.T) {
	texts := []string{}
	for i := 3; i < 200; i++ {
		texts = append(texts, strings.Repeat("a", i), strings.Repeat("a ", i)+"b")
	}
	s := scanner(texts...)
	for _, unit := range []string{"a", "a ", "<a", "<", "&", "&#", "&a", "%", "%4", `\`, `\u`, `\u{`, "\u0301", "&amp;", "<a>", " ", "\u200b", "+"} {
		s.Scan([]byte(strings.Repeat(unit, 1<<16/len(unit))))
	}
}

func FuzzScan(f *testing.F) {
	f.Add("Renée Made", []byte("<p>by &lt;\\u00e9%20"))
	f.Add("p-3", []byte("step-3 p-3 \x00"))
	f.Add("王小明", []byte("<![CDATA[王小明"))
	f.Fuzz(func(t *testing.T, value string, data []byte) {
		s := scanner(value, "made up", value+" x")
		for _, m := range s.Scan(data) {
			if m.Offset < 0 || m.Offset >= len(data) {
				t.Fatalf("match at %d of %d bytes", m.Offset, len(data))
			}
		}
	})
}

// What begins like something compressed and is not costs little, however often.
func TestFalseBeginnings(t *testing.T) {
	s := scanner("Renée Made")
	for _, unit := range []string{"\x78\x9c\xff", "\x78\x01", "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03", "PK\x03\x04"} {
		data := []byte("\xff" + strings.Repeat(unit, 1<<20/len(unit)))
		if allocs := testing.AllocsPerRun(1, func() { s.Scan(data) }); allocs > 300_000 {
			t.Errorf("%q: %.0f allocations", unit, allocs)
		}
	}
}

func TestDrawingInAddress(t *testing.T) {
	s := scanner("Renée Made-Up")
	drawing := base64.StdEncoding.EncodeToString([]byte("<svg><title>Ren&#233;e Made-Up</title></svg>"))
	if found := s.Scan([]byte(`a{background:url("data:image/svg+xml;base64,` + drawing + `")}`)); len(found) != 1 {
		t.Errorf("found %d times in a drawing within an address", len(found))
	}
}

// Whatever a value is and whoever writes it, it is found where it begins.
func FuzzWritten(f *testing.F) {
	f.Add("Renée & \"Made\" <Up>/1%+\\")
	f.Add("p-3 ")
	f.Add("e\u0301\u0301 a\u200b")
	f.Fuzz(func(t *testing.T, value string) {
		s := scanner(value)
		if !utf8.ValidString(value) || len(s.TooShort()) > 0 {
			t.Skip()
		}
		asJSON, err := json.Marshal(value)
		if err != nil {
			t.Fatal(err)
		}
		for name, text := range map[string]string{
			"plain": value, "HTML": html.EscapeString(value), "query": url.QueryEscape(value), "path": url.PathEscape(value),
			"JSON": string(asJSON[1 : len(asJSON)-1]), "in a feed": html.EscapeString(html.EscapeString(value)),
			"JSON in HTML": html.EscapeString(string(asJSON[1 : len(asJSON)-1])),
		} {
			if len(s.Scan([]byte(`(" `+text+` ")`))) == 0 {
				t.Errorf("%s: %q is not found in %q", name, value, text)
			}
		}
	})
}

// 200 values, 1 MB of a page with entities, tags and addresses in it.
func BenchmarkScan(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	word := func() string {
		w := make([]byte, 3+r.IntN(7))
		for i := range w {
			w[i] = "etaoinshrdlucmfwypvbgkqjxz"[min(r.IntN(26), r.IntN(26))]
		}
		return string(w)
	}
	var texts []string
	for range 200 {
		texts = append(texts, word()+" "+word()+"-"+word())
	}
	var page strings.Builder
	for page.Len() < 1<<20 {
		fmt.Fprintf(&page, "<p class=\"%s\">%s %s, %s&nbsp;%s <a href=\"/%s/?q=%%20\">%s é</a></p>\n", word(), word(), word(), word(), word(), word(), word())
	}
	for name, data := range map[string][]byte{"page": []byte(page.String()), "plain": []byte(strings.Repeat("only words and spaces ", 1<<20/22))} {
		b.Run(name, func(b *testing.B) {
			s := scanner(texts...)
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				s.Scan(data)
			}
		})
	}
}
