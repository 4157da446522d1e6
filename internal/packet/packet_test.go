package packet_test

import (
	"context"
	"html"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"handrail/internal/approval"
	"handrail/internal/config"
	"handrail/internal/fields"
	"handrail/internal/load"
	"handrail/internal/packet"
	"handrail/internal/site"
	"handrail/internal/source"
)

// example is the example library.
func example(t *testing.T) *site.Site {
	t.Helper()
	folder, err := source.OpenFolder("../..")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { folder.Close() })
	settings, err := folder.Read("handrail.toml", source.MaxText)
	if err != nil {
		t.Fatal(err)
	}
	c, problems := config.Load(settings, nil)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	loaded, err := load.Site(context.Background(), folder, c)
	if err != nil {
		t.Fatal(err)
	}
	return loaded.Site
}

var tags = regexp.MustCompile(`<[^>]*>`)

// TestPacketShowsAll: whatever a yes covers stands in the packet, in every
// language, and nothing is asked of another place.
func TestPacketShowsAll(t *testing.T) {
	s := example(t)
	for _, tag := range []string{"en", "es", "ar"} {
		p := s.In(tag, "s-7kq2")
		text, err := approval.Of(s, p)
		if err != nil {
			t.Fatal(err)
		}
		data, err := packet.Write(packet.Options{Site: s, Page: p, Text: text, Today: time.Date(2026, 9, 1, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			t.Fatal(err)
		}
		page := string(data)
		words := strings.Join(strings.Fields(html.UnescapeString(tags.ReplaceAllString(page, " "))), " ")
		for _, l := range text {
			value := l.Value
			if l.Key == "text" {
				for _, b := range p.Doc.Blocks {
					if !strings.Contains(words, strings.Join(strings.Fields(b.Text), " ")) {
						t.Errorf("%s: the packet lacks %q", tag, b.Text)
					}
				}
				continue
			}
			if !strings.Contains(words, value) {
				t.Errorf("%s: the packet lacks %s: %s", tag, l.Key, value)
			}
		}
		if !strings.Contains(page, `lang="`+tag+`"`) || !strings.Contains(page, text.Sheet()) {
			t.Errorf("%s: the packet does not say its language or its sheet", tag)
		}
		for _, m := range regexp.MustCompile(`(?:src|href|action)="([^"]*)"`).FindAllStringSubmatch(page, -1) {
			if !strings.HasPrefix(m[1], "data:image/") && !strings.HasPrefix(m[1], "#") {
				t.Errorf("%s: the packet asks for %s", tag, m[1])
			}
		}
		for _, never := range []string{"<script", "data-at", "panel-wren-3", "panel-tern-2"} {
			if strings.Contains(page, never) {
				t.Errorf("%s: the packet holds %s", tag, never)
			}
		}
	}
}

// TestWordsAreComplete: each language has every word that English has.
func TestWordsAreComplete(t *testing.T) {
	keys := func(name string) []string {
		data, err := fs.ReadFile(os.DirFS("words"), name)
		if err != nil {
			t.Fatal(err)
		}
		table, problems := fields.ParseTOML(source.NewFile(name, data), 0, len(data))
		if len(problems) > 0 {
			t.Fatal(name, problems)
		}
		var all []string
		for _, e := range table.Entries {
			all = append(all, e.Key)
		}
		return all
	}
	english := keys("en.toml")
	for _, name := range []string{"es.toml", "ar.toml"} {
		if other := keys(name); !slices.Equal(english, other) {
			t.Errorf("%s has other words than en.toml, or another order", name)
		}
	}
}

func TestChanges(t *testing.T) {
	text := func(lines ...string) approval.Text {
		var all approval.Text
		for _, l := range lines {
			key, value, _ := strings.Cut(l, ": ")
			all = append(all, approval.Line{Key: key, Value: value})
		}
		return all
	}
	for name, c := range map[string]struct {
		before, now approval.Text
		want        []packet.Change
	}{
		"nothing":  {text("title: A", "text: one two"), text("title: A", "text: one two"), nil},
		"a title":  {text("title: A"), text("title: B"), []packet.Change{{Key: "title", Before: "A", Now: "B"}}},
		"one more": {text("author: A"), text("author: A", "author: B"), []packet.Change{{Key: "author", Now: "B"}}},
		"gone":     {text("alt: A lamp."), nil, []packet.Change{{Key: "alt", Before: "A lamp."}}},
		"order": {text("author: A", "author: B"), text("author: B", "author: A"),
			[]packet.Change{{Key: "author", Before: "A", Now: "B"}, {Key: "author", Before: "B", Now: "A"}}},
		"a word": {text("text: we wrote down each hour of it"), text("text: we wrote down every hour of it"),
			[]packet.Change{{Key: "text", Lead: "we wrote down", Before: "each", Now: "every", Trail: "hour of it"}}},
		"two places": {text("text: a b c d e f g h i j k"), text("text: a X c d e f g h i j"),
			[]packet.Change{{Key: "text", Lead: "a", Before: "b", Now: "X", Trail: "c d e f g h i j"}, {Key: "text", Lead: "c d e f g h i j", Before: "k"}}},
	} {
		if got := packet.Changes(c.before, c.now); !slices.Equal(got, c.want) {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
	long := strings.Repeat("one two three ", 30000)
	started := time.Now()
	if got := packet.Changes(text("text: x "+long+"x"), text("text: "+strings.ReplaceAll(long, "two", "four"))); len(got) != 1 {
		t.Errorf("%d changes in a text that is nearly all new", len(got))
	}
	if took := time.Since(started); took > 20*time.Second {
		t.Errorf("comparing took %v", took)
	}
}
