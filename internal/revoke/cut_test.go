package revoke

import "testing"

// TestCut takes the traces of one piece out of what other files look like.
func TestCut(t *testing.T) {
	to := aim([]string{"en/stories/s-2/index.html"})
	for _, c := range []struct{ name, file, before, after string }{
		{"a card", "a.html",
			"<ul>\n<li><a href=\"/en/stories/s-1/\">One</a></li>\n<li><h3><a href=\"/en/stories/s-2/\">Two</a></h3><p>Sum</p></li>\n</ul>",
			"<ul>\n<li><a href=\"/en/stories/s-1/\">One</a></li>\n</ul>"},
		{"an address that begins alike", "a.html", `<li><a href="/en/stories/s-20/">Other</a></li>`, `<li><a href="/en/stories/s-20/">Other</a></li>`},
		{"below a folder, relative, with a fragment", "a.html", `<nav><a href="../../en/stories/s-2/index.html#x">Two</a><a href="/x/">X</a></nav>`, `<nav><a href="/x/">X</a></nav>`},
		{"a group that is empty then", "a.html",
			"<main><section><h2>Farm</h2><ul><li><a href=/en/stories/s-2/>Two</a></ul></section><p>Stays</p></main>", "<main><p>Stays</p></main>"},
		{"a quotation", "a.html",
			`<p>A</p><figure><blockquote>Words.</blockquote><figcaption><a href="https://x.example/en/stories/s-2/">Two</a></figcaption></figure>`, `<p>A</p>`},
		{"an alternate in the head", "a.html", `<link rel="alternate" href="https://x.example/en/stories/s-2/"><link rel="icon" href="/i.svg">`, `<link rel="icon" href="/i.svg">`},
		{"an entry of a feed", "feed.xml",
			`<feed><link href="https://x.example/en/feed.xml"></link><entry><id>https://x.example/en/stories/s-2/</id><title>Two</title></entry><entry><id>https://x.example/en/stories/s-1/</id></entry></feed>`,
			`<feed><link href="https://x.example/en/feed.xml"></link><entry><id>https://x.example/en/stories/s-1/</id></entry></feed>`},
		{"a line of a sitemap, and an alternate of another", "sitemap.xml",
			`<urlset><url><loc>https://x.example/en/stories/s-2/</loc></url><url><loc>https://x.example/es/s/</loc><xhtml:link rel="alternate" href="https://x.example/en/stories/s-2/"></xhtml:link></url></urlset>`,
			`<urlset><url><loc>https://x.example/es/s/</loc></url></urlset>`},
		{"words in a comment or a script are left to the look afterwards", "a.html", `<!-- <a href="/en/stories/s-2/"> --><script>"/en/stories/s-2/"</script>`, `<!-- <a href="/en/stories/s-2/"> --><script>"/en/stories/s-2/"</script>`},
	} {
		if got := string(to.cut(c.file, []byte(c.before))); got != c.after {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.after)
		}
	}
}

func TestIn(t *testing.T) {
	to := aim([]string{"en/stories/s-2/index.html"})
	for text, want := range map[string]bool{
		`"/en/stories/s-2/"`:             true,
		`see en/stories/s-2.`:            true,
		`en/stories/s-2`:                 true,
		`/shelf/en/stories/s-2/#notes`:   true,
		`en/stories/s-20/`:               false,
		`en/stories/s-2-long/`:           false,
		`en/stories/`:                    false,
		`golden/stories/s-2/ is another`: false,
	} {
		if got := to.in([]byte(text)); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

// FuzzParse makes sure that no file can stop a removal.
func FuzzParse(f *testing.F) {
	f.Add([]byte(`<li><a href="/en/stories/s-2/">x<li></ul><!-- `), false)
	f.Add([]byte(`<url><loc>en/stories/s-2/</loc`), true)
	f.Add([]byte(`<title>a<script src=`), false)
	to := aim([]string{"en/stories/s-2/index.html"})
	f.Fuzz(func(t *testing.T, data []byte, xml bool) {
		name := "a.html"
		if xml {
			name = "a.xml"
		}
		if got := to.cut(name, data); len(got) > len(data) {
			t.Error("cutting made it longer")
		}
		texts(name, data)
	})
}
