package policy_test

import (
	"strings"
	"testing"

	"handrail/internal/dom"
	"handrail/internal/policy"
)

// The sums were made with `printf … | openssl dgst -sha256 -binary | base64`.
const (
	script    = "document.title = 'Hello';\n"
	scriptSum = "'sha256-TceKNx8JTCba3jv5fcnm007bkA8cduwtoqz0EiV1GUY='"
)

func TestHashes(t *testing.T) {
	p := policy.New([]string{script, strings.ReplaceAll(script, "\n", "\r\n")}, nil)
	if said := p.InPage(); !strings.Contains(said, "script-src 'self' "+scriptSum+"; style-src 'self'; ") {
		t.Errorf("the policy is %s", said)
	}
	if !p.Runs(script) || p.Runs(script+" ") || p.Styles(script) {
		t.Error("what the policy says of a script is not what it holds")
	}
}

func TestNothingUnsafe(t *testing.T) {
	for _, said := range []string{policy.Policy{}.InPage(), policy.Policy{}.InHeader(), policy.Policy{Preview: true}.InPage()} {
		for _, word := range []string{"unsafe", "*", "http", "data:", "blob:"} {
			if strings.Contains(said, word) {
				t.Errorf("the policy says %s: %s", word, said)
			}
		}
		if !strings.HasPrefix(said, "default-src 'none'; ") {
			t.Errorf("the policy does not start from nothing: %s", said)
		}
	}
	if strings.Contains(policy.Policy{}.InPage(), "frame-ancestors") {
		t.Error("browsers complain about frame-ancestors in a page")
	}
}

// TestSeal: whatever a layout begins with, the policy stands above all that it
// governs, and the encoding is said in the first 1024 bytes.
func TestSeal(t *testing.T) {
	for name, page := range map[string]string{
		"a layout of ours":     "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>T</title><script src=\"/a.js\"></script></head><body><p>x</p></body></html>",
		"no encoding":          "<!doctype html><html><head><link rel=\"stylesheet\" href=\"/a.css\"><title>T</title></head><body>x</body></html>",
		"no head":              "<!doctype html><title>T</title><p>x</p>",
		"the encoding is last": "<!doctype html><head><script src=\"/a.js\"></script><title>T</title><meta charset=utf-8></head>",
		"an odd head":          "<!doctype html><html><head data-x=\"a > b\"><!-- <head> --><title>T</title></head></html>",
		"nothing but a body":   "<!doctype html><body><p>x</p>",
	} {
		read, err := dom.Parse([]byte(page))
		if err != nil {
			t.Fatal(err)
		}
		sealed := policy.Policy{}.Seal([]byte(page), read)
		again, err := dom.Parse(sealed)
		if err != nil {
			t.Fatal(err)
		}
		said := false
		for _, e := range again.Elements {
			kind, _ := e.Attribute("http-equiv")
			switch {
			case kind == "Content-Security-Policy":
				said = true
				if e.Parent == nil || e.Parent.Tag != "head" {
					t.Errorf("%s: the policy is not in the head, where browsers look for it", name)
				}
			case e.Tag == "meta" || e.Is("html", "head"):
			case !said:
				t.Errorf("%s: %s stands above the policy", name, e.Tag)
			}
		}
		if !said {
			t.Errorf("%s: no policy", name)
		}
		if len(again.Elements) != len(read.Elements)+2 {
			t.Errorf("%s: the page changed otherwise, too", name)
		}
	}
}

func TestSnippets(t *testing.T) {
	for _, host := range policy.Hosts {
		lines := policy.Policy{}.Snippet(host, "/shelf/", []string{"en", "ar"})
		for _, h := range (policy.Policy{}).Headers() {
			if !strings.Contains(lines, h.Name) || !strings.Contains(lines, h.Value) {
				t.Errorf("%s: %s is not sent", host, h.Name)
			}
		}
		if !strings.Contains(lines, "no-store") || !strings.Contains(lines, "/shelf/assets/") {
			t.Errorf("%s: caches are not told what to keep:\n%s", host, lines)
		}
	}
	if (policy.Policy{}).Snippet("abacus", "/", nil) != "" {
		t.Error("there are lines for a server that nobody knows")
	}
	// Netlify and Cloudflare join the values of rules that overlap.
	lines := policy.Policy{}.Snippet("netlify", "/", []string{"en"})
	if n := strings.Count(lines[:strings.Index(lines, "\n/")], "Cache-Control"); n != 0 {
		t.Error("the rule for all files says what to keep, and so does a narrower one")
	}
}
