package site

import (
	"strings"
	"testing"

	"handrail/internal/kind"
	"handrail/internal/lang"
	"handrail/internal/markdown"
	"handrail/internal/prose"
	"handrail/internal/source"
)

// page makes a page of a kind from a body.
func page(t *testing.T, kindName, body string) *Page {
	t.Helper()
	k, _ := kind.Named(kindName)
	f := source.NewFile("content/en/a.md", []byte(body))
	english, err := lang.Parse("en")
	if err != nil {
		t.Fatal(err)
	}
	return &Page{Kind: kindName, Data: k.New(), File: f, Lang: english, Doc: markdown.Parse(f, 0, markdown.Options{})}
}

// TestWhoseWords finds what is somebody's own text, wherever it can stand.
func TestWhoseWords(t *testing.T) {
	const body = "We write NET here. She said: “We write OWN here.” Then [we write OWN]{.own-words} and NET.\n\n" +
		"> We write OWN here.\n>\n> - We write OWN here.\n>\n> ### And OWN here\n\n<blockquote>\n\nOWN\n\n</blockquote>\n\nNET <q>OWN</q> NET\n\n## [OWN]{own-words} NET\n\n## OWN {own-words}\n\n:::own-words\n- OWN\n:::\n\n:::pull-quote {from=\"x\"}\nWe write OWN.\n:::\n\n- An item with NET\n\n## A heading NET\n"
	own, net := 0, 0
	for _, p := range page(t, "guide", body).Passages() {
		for i := 0; i < len(p.Text); i++ {
			at := prose.Span{Start: i, End: min(i+3, len(p.Text))}
			switch at.In(p.Text) {
			case "OWN":
				own++
				if !p.OwnWords(at) {
					t.Errorf("the words at %d of %q are a person's own", i, p.Text)
				}
			case "NET":
				net++
				if p.OwnWords(at) {
					t.Errorf("the words at %d of %q are the network's", i, p.Text)
				}
			}
		}
	}
	if own != 11 || net != 7 {
		t.Errorf("%d own and %d other words were looked at", own, net)
	}
	for _, p := range page(t, "story", body).Passages() {
		if !p.FirstPerson {
			t.Errorf("a story's %q is first-person text", p.Text)
		}
	}
}

// TestHowNot: words that a page shows so that nobody writes them are nobody's
// own wording, wherever they are called so.
func TestHowNot(t *testing.T) {
	const body = "| Don’t say | Say |\n| --- | --- |\n| BAD here | NET |\n| *BAD* | NET |\n\n" +
		"| Before | After |\n| --- | --- |\n| BAD | NET |\n\n**Before:** BAD here\n\n**After:** NET\n\nInstead of:\n\nBAD\n\nNET\n\n" +
		"- Avoid: BAD\n- Use: NET\n\n## Don't say\n\nBAD\n\n- BAD\n\n## Say\n\nNET\n\nAvoid the NET house: it is NET.\n"
	const evening = "| Before | During |\n| --- | --- |\n| NET | NET |\n\nBefore: NET\n"
	bad, net := 0, 0
	for _, text := range []string{body, evening} {
		for _, p := range page(t, "guide", text).Passages() {
			b, n := strings.Count(p.Text, "BAD"), strings.Count(p.Text, "NET")
			bad, net = bad+b, net+n
			if b > 0 && !p.FirstPerson || n > 0 && p.FirstPerson {
				t.Errorf("%q: shown as how not to write is %v", p.Text, p.FirstPerson)
			}
		}
	}
	if bad != 8 || net != 12 {
		t.Errorf("%d bad and %d other words were looked at", bad, net)
	}
}

func TestPassageSentences(t *testing.T) {
	p := page(t, "page", "One two. Three\nfour *five*.\n")
	passages := p.Passages()
	if len(passages) != 1 || len(passages[0].Sentences) != 2 {
		t.Fatalf("passages are %+v", passages)
	}
	second := passages[0].Sentences[1]
	if at := passages[0].At(second.Start); second.Words != 3 || at.Line != 1 || at.Col != 10 {
		t.Errorf("the second sentence has %d words at %v, want 3 at 1:10", second.Words, at)
	}
}
