package markdown

import (
	"html/template"
	"strings"
	"testing"
)

// TestNesting draws the tree of containers and the words in each.
func TestNesting(t *testing.T) {
	for _, c := range []struct{ name, markdown, want string }{
		{"one", ":::note\na\n:::\nb", "note(a)"},
		{"the name may stand apart", "::: note\na\n:::", "note(a)"},
		{"inner ones close first", ":::note\na\n:::pause\nb\n:::\nc\n:::", "note(a b c) note>pause(b)"},
		{"longer fences", "::::note\na\n:::pause\nb\n:::\nc\n::::", "note(a b c) note>pause(b)"},
		{"the same length closes, even past an open one", "::::note\n:::pause\nb\n::::\nc", "note(b) note>pause(b)"},
		{"in a list item", "- a\n\n  :::note\n  b\n  :::\n\n  c", "note(b)"},
		{"in a quote", "> :::note\n> b\n> :::\n\nc", "note(b)"},
		{"a list inside", ":::note\n- a\n- b\n:::\nc", "note(a b)"},
		{"a closing line outside the item closes the outer one", ":::note\n- a\n  :::pause\n  b\n  :::\n:::\nc", "note(a b) note>pause(b)"},
		{"code inside keeps its colons", ":::note\n```\n:::\n```\na\n:::\nb", "note(a)"},
		{"after a paragraph without a blank line", "a\n:::note\nb\n:::\nc", "note(b)"},
		{"at the end without a newline", ":::note\n:::", "note()"},
		{"no name", "::: \na", ""},
		{"text, not a name", ":::: 2024 ::::", ""},
	} {
		_, d := render(t, c.markdown, Options{}, Rendering{})
		var got []string
		for _, container := range d.Containers {
			name := container.Name
			for p := container.Parent; p != nil; p = p.Parent {
				name = p.Name + ">" + name
			}
			got = append(got, name+"("+strings.ReplaceAll(container.Text, "\n", " ")+")")
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %s, want %s", c.name, strings.Join(got, " "), c.want)
		}
	}
}

func TestContainer(t *testing.T) {
	written := map[string]ContainerHTML{}
	_, d := render(t, `:::prompt {#why lines=6 future title-note="two words" .a .b}
Why *share*?

One reason is enough.
:::

:::recommendation {title="Pay & wait"}
First.
:::

:::harm {#h title="T"}
Before.

### Examples
e

#### Deeper
f

### Repair {lang=es}
g
:::
`, Options{}, Rendering{Container: func(c *Container, h ContainerHTML) (template.HTML, error) {
		for _, html := range []*template.HTML{&h.Title, &h.Body, &h.All} {
			*html = template.HTML(differences[0].found.ReplaceAllString(string(*html), ""))
		}
		written[c.Name] = h
		return h.All, nil
	}})
	prompt, recommendation, harm := d.Containers[0], d.Containers[1], d.Containers[2]
	if prompt.ID != "why" || prompt.Attributes["lines"] != "6" || prompt.Attributes["future"] != "true" ||
		prompt.Attributes["title-note"] != "two words" || prompt.Attributes["class"] != "a b" || prompt.Attributes["id"] != "" {
		t.Errorf("prompt %+v", prompt)
	}
	if prompt.Title != "Why share?" || recommendation.Title != "Pay & wait" || harm.Title != "T" {
		t.Errorf("titles %q %q %q", prompt.Title, recommendation.Title, harm.Title)
	}
	if h := written["prompt"]; h.Title != "Why <em>share</em>?" || h.Body != "<p>One reason is enough.</p>\n" || h.All != "<p>Why <em>share</em>?</p>\n<p>One reason is enough.</p>\n" {
		t.Errorf("prompt %q", h)
	}
	if h := written["recommendation"]; h.Title != "Pay &amp; wait" || h.Body != "<p>First.</p>\n" {
		t.Errorf("recommendation %q", h)
	}
	parts := written["harm"].Parts
	if len(parts) != 2 || len(harm.Parts) != 2 || harm.Parts[1].Title != "Repair" || parts[0].ID != "examples" || parts[0].Title != "Examples" {
		t.Fatalf("parts %+v %+v", harm.Parts, parts)
	}
	if !strings.Contains(string(parts[0].Body), "Deeper") || strings.Contains(string(parts[0].Body), "Before") {
		t.Errorf("the first part holds %s", parts[0].Body)
	}
	if !strings.Contains(string(parts[1].Title), `<span lang="es" dir="ltr"`) {
		t.Errorf("the second part's title lost its language: %s", parts[1].Title)
	}
}
