package revoke

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"handrail/internal/lang"
	"handrail/internal/manifest"
)

// neutralWords are the title, the sentence and the link of a neutral page, for
// each language that Handrail speaks.
var neutralWords = map[string][3]string{
	"en": {"Nothing is here", "There is no page at this address.", "Go to the library"},
	"es": {"Aquí no hay nada", "No hay ninguna página en esta dirección.", "Ir a la biblioteca"},
	"ar": {"لا شيء هنا", "لا توجد صفحة في هذا العنوان.", "إلى المكتبة"},
}

// NeutralPage is the page that stands at an address after a removal, where a person
// has chosen one. It is the same for every piece, and needs no theme.
func NeutralPage(file string) []byte {
	tag, _, _ := strings.Cut(file, "/")
	l, err := lang.Parse(tag)
	words, ok := neutralWords[l.Tag]
	if err != nil || !ok {
		l, words = lang.Language{Tag: "en", Dir: "ltr"}, neutralWords["en"]
	}
	up := "./" + strings.Repeat("../", max(0, strings.Count(file, "/")-1))
	return fmt.Appendf(nil, `<!doctype html>
<html lang="%s" dir="%s">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>%s</title>
</head>
<body>
<main>
<h1>%s</h1>
<p>%s</p>
<p><a href="%sindex.html">%s</a></p>
</main>
</body>
</html>
`, l.Tag, l.Dir, words[0], words[0], words[1], up, words[2])
}

// answers writes neutral pages, where those were chosen.
func (o *outputWork) answers() {
	if o.note.Answer != Neutral {
		return
	}
	for _, f := range tombs(o.note) {
		if !o.wants(f) || slices.Contains(o.files, f) {
			continue
		}
		page := NeutralPage(f)
		if err := o.edit.Replace(f, page); err != nil {
			o.problem(err)
			continue
		}
		sum := sha256.Sum256(page)
		o.listed[f] = manifest.File{Path: f, SHA256: hex.EncodeToString(sum[:])}
	}
}

// tombs are the files of a removal that an address can still answer for: those
// of the piece's own folder.
func tombs(n note) []string {
	var files []string
	for _, f := range n.Files {
		if strings.HasSuffix(f, "/"+n.Content+"/index.html") {
			files = append(files, f)
		}
	}
	return files
}

// Tombs lists the files that hold a neutral page in every build, for all that was
// taken out from a site with that answer.
func Tombs(state string) []string {
	var files []string
	for _, id := range notes(state) {
		if n := readNote(state, id); n.Answer == Neutral {
			files = append(files, tombs(n)...)
		}
	}
	return files
}

// opaque ids tell nothing to who reads them: a letter or two, and a code.
var opaque = regexp.MustCompile(`^[a-z]{1,3}-[a-z0-9]{3,12}$`)

func telling(id string) bool {
	return !opaque.MatchString(id) || !strings.ContainsAny(id, "0123456789")
}

// hosts writes the lines that make a server answer 410 for everything that is
// gone. They lie outside the output: on a server that does not know such a file
// it would be a public list of what was taken back. An address that tells
// something is left out.
// https://www.rfc-editor.org/rfc/rfc9110#status.410
func (w *work) hosts() error {
	var redirects, apache, nginx, caddy strings.Builder
	for _, id := range notes(w.state) {
		n := readNote(w.state, id)
		if n.Answer != Gone || telling(id) {
			continue
		}
		var paths []string
		for _, f := range tombs(n) {
			for _, a := range n.Addresses {
				if u, err := url.Parse(a); err == nil && strings.HasSuffix("/"+strings.TrimPrefix(u.Path, "/"), "/"+strings.TrimSuffix(f, "index.html")) {
					paths = append(paths, "/"+strings.TrimPrefix(u.EscapedPath(), "/"))
				}
			}
		}
		slices.Sort(paths)
		for _, p := range slices.Compact(paths) {
			fmt.Fprintf(&redirects, "%s* /404.html 410\n", p)
			fmt.Fprintf(&apache, "Redirect gone %s\n", strings.TrimSuffix(p, "/"))
			fmt.Fprintf(&nginx, "location ^~ %s { return 410; }\n", p)
			fmt.Fprintf(&caddy, "error %s* 410\n", p)
		}
	}
	for name, text := range map[string]string{"_redirects": redirects.String(), ".htaccess": apache.String(), "nginx.conf": nginx.String(), "Caddyfile": caddy.String()} {
		file := filepath.Join(w.state, "revoked", "hosts", name)
		if _, err := os.Stat(file); text == "" && err != nil {
			continue
		}
		if err := save(file, []byte(text)); err != nil {
			return err
		}
	}
	return nil
}
