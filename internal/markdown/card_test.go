package markdown

import (
	"strings"
	"testing"

	"handrail/internal/source"
)

// TestCards: what is shown on another site becomes a link in a container, and the
// finished text asks nothing of that site.
func TestCards(t *testing.T) {
	for name, c := range map[string]struct{ written, words, to string }{
		"a picture that is a film": {"![How it is read](https://video.example/w?v=a&b=2){.wide}\n", "How it is read", "https://video.example/w?v=a&b=2"},
		"without words":            {"![](https://video.example/w)\n", "video.example", "https://video.example/w"},
		"in a list":                {"- One\n\n  ![A map](https://maps.example/x)\n", "A map", "https://maps.example/x"},
		"a pasted frame":           {"<iframe width=\"5\" src=\"https://maps.example/e?a=1&amp;b=2\"\n title=\"The  bus stops\" allowfullscreen></iframe>\n", "The bus stops", "https://maps.example/e?a=1&b=2"},
		"a pasted film":            {"<video controls>\n<source src=\"//films.example/a.webm\">\n</video>\n", "films.example", "//films.example/a.webm"},
	} {
		for _, allow := range []bool{false, true} {
			d := Parse(source.NewFile("a.md", []byte(c.written)), 0, Options{AllowHTML: allow})
			if len(d.Containers) != 1 || d.Containers[0].Name != "elsewhere" || len(d.Links) != 1 || len(d.Images) != 0 {
				t.Errorf("%s: %d containers, %d links, %d pictures", name, len(d.Containers), len(d.Links), len(d.Images))
				continue
			}
			if l := d.Links[0]; l.Destination != c.to || l.Text != c.words || d.Containers[0].Links[0] != c.to {
				t.Errorf("%s: the card leads to %q with the words %q", name, l.Destination, l.Text)
			}
			html, err := d.HTML(Rendering{})
			if err != nil {
				t.Fatal(err)
			}
			if text := string(html); strings.Contains(text, " src=") || !strings.Contains(text, `rel="noreferrer"`) {
				t.Errorf("%s: the page says %s", name, text)
			}
			if len(d.Problems) > 0 {
				t.Errorf("%s: %v", name, d.Problems)
			}
		}
	}
	for name, written := range map[string]string{
		"a picture of another site":   "![A door](https://pics.example/door.JPG)\n",
		"a picture in a sentence":     "Look: ![a map](https://maps.example/x)\n",
		"a picture of ours":           "![A door](door.svg)\n",
		"a film of ours":              "<video src=\"a.webm\"></video>\n",
		"a frame with something else": "<iframe src=\"https://maps.example/x\"></iframe><p>Text</p>\n",
		"a frame that runs a program": "<iframe src=\"javascript:x\"></iframe>\n",
	} {
		if d := Parse(source.NewFile("a.md", []byte(written)), 0, Options{}); len(d.Containers) > 0 {
			t.Errorf("%s became a card", name)
		}
	}
}
