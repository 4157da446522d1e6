package build_test

import (
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"handrail/internal/build"
	"handrail/internal/checks"
	"handrail/internal/dom"
	"handrail/internal/finding"
)

// TestAttacks puts each attack of testdata/attacks wherever a writer can put
// words, and looks through every file that is made. Where a site lets HTML in, a
// page that still holds one must be refused.
func TestAttacks(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no files with such names")
	}
	dir := t.TempDir()
	if n := layAttacks(t, dir); n < 250 {
		t.Fatalf("only %d attacks", n)
	}
	for _, allowed := range []bool{false, true} {
		t.Run(fmt.Sprintf("HTML let in %v", allowed), func(t *testing.T) {
			files, result := buildAttacks(t, dir, allowed)
			refused := map[string]bool{}
			for _, f := range result.Findings {
				refused[f.File] = refused[f.File] || f.Severity == finding.Error
			}
			pages, stopped := 0, 0
			for _, name := range sortedNames(files) {
				if path.Ext(name) == ".html" {
					pages++
				}
				wrong := programs(t, name, files[name])
				if len(wrong) > 0 && allowed && refused[result.Origins[name]] {
					stopped++
					continue
				}
				for _, w := range wrong {
					t.Errorf("%s: %s", name, w)
				}
			}
			if pages < 250 {
				t.Errorf("only %d pages were made", pages)
			}
			// What is looked for is what is there: raw HTML shows that it is found.
			if allowed && stopped < 50 {
				t.Errorf("only %d pages were refused", stopped)
			}
		})
	}
}

var (
	numbered = regexp.MustCompile("‹([0-9A-F]+)›")
	remark   = regexp.MustCompile(`^(# [A-Z]|$)`)
)

// layAttacks writes the library of attacks and returns how many there are.
func layAttacks(t *testing.T, dir string) int {
	t.Helper()
	read := func(name string) string {
		data, err := os.ReadFile(filepath.Join("testdata", "attacks", name))
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	var attacks, few []string
	for line := range strings.Lines(read("attacks.txt")) {
		line = strings.TrimSuffix(line, "\n")
		if remark.MatchString(line) {
			continue
		}
		line = numbered.ReplaceAllStringFunc(line, func(s string) string {
			n, _ := strconv.ParseInt(strings.Trim(s, "‹›"), 16, 32)
			return string(rune(n))
		})
		attacks = append(attacks, line)
		if strings.Contains(line, "<script>ran()</script>") {
			few = append(few, line)
		}
	}
	lay := func(name, form, attack string) {
		write(t, dir, name, strings.NewReplacer("«quoted»", quoted(attack), "«text»", attack, "«line»", oneLine(attack), "«all»", quoted(strings.Join(attacks, " ")),
			"«few»", quoted(strings.Join(few, " ")), "«lines»", oneLine(strings.Join(attacks, " "))).Replace(form))
	}
	for _, f := range txtar.Parse([]byte(read("site.txtar"))).Files {
		lay(f.Name, string(f.Data), "")
	}
	page := read("page.md")
	for i, attack := range attacks {
		lay(fmt.Sprintf("content/en/v%03d.md", i), page, attack)
	}
	return len(attacks)
}

func oneLine(s string) string { return strings.ReplaceAll(s, "\n", " ") }

// quoted writes a text as TOML does. https://toml.io/en/v1.0.0#string
func quoted(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteString(`\` + string(r))
		case r < ' ' || r == 0x7f:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	return `"` + b.String() + `"`
}

func buildAttacks(t *testing.T, dir string, allowed bool) (map[string][]byte, *build.Result) {
	t.Helper()
	var mu sync.Mutex
	files := map[string][]byte{}
	o := build.Options{Source: dir, ConfigFile: "handrail.toml", Checks: checks.All(), Today: time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC),
		Env: []string{fmt.Sprintf("HANDRAIL_ALLOW_HTML=%v", allowed)}}
	result, err := build.Run(context.Background(), o, func(name string, data []byte, _ []string) error {
		mu.Lock()
		defer mu.Unlock()
		files[name] = data
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files, result
}

func sortedNames(files map[string][]byte) []string {
	var names []string
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// programs lists what in a finished file could run and is not the theme's.
func programs(t *testing.T, name string, data []byte) []string {
	t.Helper()
	if !fs.ValidPath(name) || strings.ContainsAny(name, "<>\"'`&:") {
		return []string{"the name of the file"}
	}
	switch path.Ext(name) {
	case ".html":
		return inMarkup(t, data)
	case ".svg":
		return slices.Concat(inMarkup(t, data), inXML(t, data))
	case ".xml":
		return inXML(t, data)
	}
	return nil
}

// neverOurs are elements that no theme of ours writes and that run, send or
// redirect.
var neverOurs = []string{"iframe", "frame", "frameset", "object", "embed", "applet", "portal", "base", "form", "foreignobject", "handler",
	"animate", "set", "style", "link", "meta", "template", "noscript", "math"}

func inMarkup(t *testing.T, data []byte) (wrong []string) {
	t.Helper()
	doc, err := dom.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	drawing := !strings.Contains(string(data), "<html")
	for _, e := range doc.Elements {
		tag := strings.ToLower(e.Tag)
		if tag == "script" {
			source, _ := e.Attribute("src")
			if !strings.HasPrefix(source, "/assets/") || e.Text() != "" {
				wrong = append(wrong, "a script of somebody else")
			}
			continue
		}
		inHead := e.Parent != nil && e.Parent.Tag == "head"
		if _, refresh := e.Attribute("http-equiv"); refresh && tag == "meta" {
			content, _ := e.Attribute("content")
			inHead = inHead && (strings.HasPrefix(content, "default-src 'none'; ") || content == "off")
		}
		if slices.Contains(neverOurs, tag) && !(inHead && (tag == "meta" || tag == "link")) && !(drawing && tag == "style") {
			wrong = append(wrong, "an element called "+tag)
		}
		for _, a := range e.Attributes {
			wrong = append(wrong, inAttribute(a.Name, a.Value)...)
		}
	}
	return wrong
}

// inAttribute says what a browser would run of one attribute.
func inAttribute(name, value string) (wrong []string) {
	name = strings.ToLower(name[strings.LastIndex(name, ":")+1:])
	if strings.HasPrefix(name, "on") || name == "srcdoc" {
		return []string{"an attribute called " + name}
	}
	if name == "style" && !drawn.MatchString(value) {
		return []string{"a style of somebody else: " + value}
	}
	if scheme, found := schemeOf(value); found && (name == "href" || name == "src" || name == "action" || name == "formaction" || name == "data" ||
		name == "poster" || name == "background" || name == "ping" || name == "srcset" || name == "cite") &&
		!slices.Contains([]string{"http", "https", "mailto", "tel"}, scheme) {
		wrong = append(wrong, "an address that begins with "+scheme)
	}
	return wrong
}

// drawn is how drawings that were cleaned say what they look like.
var drawn = regexp.MustCompile(`^[a-z-]+:[^();\\]*(;|$)`)

// schemeOf reads the scheme of an address as browsers do.
// https://url.spec.whatwg.org/#scheme-start-state
func schemeOf(address string) (string, bool) {
	address = strings.NewReplacer("\t", "", "\n", "", "\r", "").Replace(strings.TrimLeftFunc(address, func(r rune) bool { return r <= ' ' }))
	scheme, _, found := strings.Cut(address, ":")
	if !found || scheme == "" || strings.Trim(scheme, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.") != "" || scheme[0] < 'A' {
		return "", false
	}
	return strings.ToLower(scheme), true
}

// inXML reads a feed, a map of the site or a drawing as XML: only what its own
// format knows may be in it. HTML within a feed is looked through as HTML.
func inXML(t *testing.T, data []byte) (wrong []string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(string(data)))
	html := false
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return wrong
		}
		if err != nil {
			return append(wrong, "not XML: "+err.Error())
		}
		switch token := token.(type) {
		case xml.StartElement:
			html = false
			if strings.HasSuffix(token.Name.Space, "/xhtml") && token.Name.Local != "link" || strings.EqualFold(token.Name.Local, "script") {
				wrong = append(wrong, "an element called "+token.Name.Local)
			}
			for _, a := range token.Attr {
				html = html || a.Name.Local == "type" && a.Value == "html"
				wrong = append(wrong, inAttribute(a.Name.Local, a.Value)...)
			}
		case xml.CharData:
			if html {
				wrong = append(wrong, inMarkup(t, []byte("<html>"+string(token)))...)
			}
		case xml.ProcInst:
			if token.Target != "xml" {
				wrong = append(wrong, "an instruction called "+token.Target)
			}
		case xml.Directive:
			wrong = append(wrong, "a declaration")
		}
	}
}
