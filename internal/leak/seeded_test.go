package leak

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"html"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"mime/quotedprintable"
	"net/url"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/unicode/norm"
)

// seeds returns 200 made-up values: ten kinds, twenty of each.
func seeds() []string {
	latin := []string{"Renée", "Zoë-Lou", "Ñusta", "Øyvind", "Łucja"}
	arabic := []string{"مريم", "ليلى", "سلوى", "نورهان", "زينب"}
	chinese := []string{"王小明", "张伟", "欧阳静", "李娜娜", "陈晓"}
	more := []string{"Quill", "Thorn", "Ember", "Fallow"}
	var all []string
	for i := range 20 {
		a, b, n := i%5, more[i/5], 100+i
		all = append(all,
			latin[a]+" "+b,
			fmt.Sprintf("%s d’%s of the %dth House", b, latin[a], n),
			fmt.Sprintf("+1 555 01%d 22", n),
			fmt.Sprintf("%s.%d@mail.example", strings.ToLower(b), n),
			fmt.Sprintf("%d.%d41, -%d.77%d", n-60, n, n, n),
			fmt.Sprintf("/home/%s/drafts/%d/story.md", strings.ToLower(b), n),
			fmt.Sprintf("wren-%d", n),
			arabic[a]+" "+arabic[(a+1+i/5)%5],
			chinese[a]+[]string{"", "玉", "山", "海"}[i/5],
			fmt.Sprintf(`%s & "%s" <%d>`, latin[a], b, n),
		)
	}
	return all
}

// each writes every character of a text in its own way.
func each(write func(rune) string) func(string) string {
	return func(text string) string {
		var b strings.Builder
		for _, r := range text {
			b.WriteString(write(r))
		}
		return b.String()
	}
}

func utf16Of(order binary.AppendByteOrder) func(string) string {
	return func(text string) string {
		var b []byte
		for _, unit := range utf16.Encode([]rune(text)) {
			b = order.AppendUint16(b, unit)
		}
		return string(b)
	}
}

func after(before string) func(string) string {
	return func(text string) string { return base64.StdEncoding.EncodeToString([]byte(before + text + "?>")) }
}

// encodings are the ways in which a value may stand in a file.
var encodings = map[string]func(string) string{
	"plain":         func(s string) string { return s },
	"capitals":      strings.ToUpper,
	"HTML":          html.EscapeString,
	"decimal":       each(func(r rune) string { return fmt.Sprintf("&#%d;", r) }),
	"hexadecimal":   each(func(r rune) string { return fmt.Sprintf("&#x%X;", r) }),
	"percent":       url.PathEscape,
	"form":          url.QueryEscape,
	"every percent": func(s string) string { return strings.ReplaceAll(fmt.Sprintf("% x", " "+s)[2:], " ", "%") },
	"JSON":          func(s string) string { b, _ := json.Marshal(s); return string(b[1 : len(b)-1]) },
	"JSON escapes": each(func(r rune) string {
		return fmt.Sprintf(`\u%04x`, r)
	}),
	"base64":       after(""),
	"base64 + 1":   after("-"),
	"base64 + 2":   after("--"),
	"base64 URL":   func(s string) string { return base64.RawURLEncoding.EncodeToString([]byte(s)) },
	"base64 lines": func(s string) string { return "ab" + after("ab")(s)[:7] + "\r\n  " + after("ab")(s)[7:] },
	"UTF-16 LE":    utf16Of(binary.LittleEndian),
	"UTF-16 BE":    utf16Of(binary.BigEndian),
	"hex":          func(s string) string { return hex.EncodeToString([]byte(s)) },
	"hex UTF-16":   func(s string) string { return fmt.Sprintf("<FEFF%X>", utf16Of(binary.BigEndian)(s)) },
	"quoted-printable": func(s string) string {
		var b bytes.Buffer
		w := quotedprintable.NewWriter(&b)
		_, _ = io.WriteString(w, s)
		_ = w.Close()
		return b.String()
	},
	"loose accents": norm.NFD.String,
	"invisible":     each(func(r rune) string { return string(r) + "\u200b" }),
	"tags":          each(func(r rune) string { return "<b>" + html.EscapeString(string(r)) + "</b>" }),
	"gzip": func(s string) string {
		return squeeze(s, func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) })
	},
	"zlib": func(s string) string {
		return squeeze(s, func(w io.Writer) io.WriteCloser { return zlib.NewWriter(w) })
	},
}

func squeeze(text string, writer func(io.Writer) io.WriteCloser) string {
	var b bytes.Buffer
	w := writer(&b)
	_, _ = io.WriteString(w, text)
	_ = w.Close()
	return b.String()
}

// picture is a small one with some colours in it.
func picture() *image.Paletted {
	m := image.NewPaletted(image.Rect(0, 0, 16, 16), color.Palette{color.Black, color.White, color.Gray{90}})
	for i := range m.Pix {
		m.Pix[i] = byte(i * 7 % len(m.Palette))
	}
	return m
}

// chunk is one of a PNG file.
func chunk(kind, data string) string {
	body := kind + data
	b := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	return string(binary.BigEndian.AppendUint32(append(b, body...), crc32.ChecksumIEEE([]byte(body))))
}

// lines puts every text on a line of its own, between two others.
func lines(before, after string) func([]string) string {
	return func(texts []string) string { return before + " " + strings.Join(texts, " \n ") + " " + after }
}

// files are the kinds of file of a site, each with texts in it.
var files = map[string]func(texts []string) string{
	"html": lines("<!doctype html><p title='x'>a", "b</p>"),
	"css":  lines("a::before{content:'", "'}"),
	"js":   lines("const a = '", "';"),
	"svg":  lines("<svg xmlns='http://www.w3.org/2000/svg'><desc>", "</desc></svg>"),
	"xml":  lines("<?xml version='1.0'?><feed><title>", "</title></feed>"),
	"json": lines(`{"a": "`, `"}`),
	"txt":  lines("", ""),
	"png": func(texts []string) string {
		var b bytes.Buffer
		_ = png.Encode(&b, picture())
		all := b.String()[:33]
		for some := range slices.Chunk(texts, 40) {
			all += chunk("zTXt", "Comment\x00\x00"+encodings["zlib"](strings.Join(some, "\n")))
		}
		return all + b.String()[33:]
	},
	"jpg": func(texts []string) string {
		var b bytes.Buffer
		_ = jpeg.Encode(&b, picture(), nil)
		all := b.String()[:2]
		for _, text := range texts {
			all += string(binary.BigEndian.AppendUint16([]byte("\xff\xfe"), uint16(len(text)+4))) + " " + text + " "
		}
		return all + b.String()[2:]
	},
	"webp": func(texts []string) string {
		xmp := strings.Join(texts, "\x00")
		xmp = "XMP " + string(binary.LittleEndian.AppendUint32(nil, uint32(len(xmp)))) + xmp
		return "RIFF" + string(binary.LittleEndian.AppendUint32(nil, uint32(len(xmp)+4))) + "WEBP" + xmp
	},
	"gif": func(texts []string) string { // comments as far as they fit, and data after the end
		var b bytes.Buffer
		_ = gif.Encode(&b, picture(), nil)
		all, end := b.String()[:b.Len()-1], ";"
		for _, text := range texts {
			if len(text) < 256 {
				all += "!\xfe" + string([]byte{byte(len(text))}) + text + "\x00"
			} else {
				end += text + "\x00"
			}
		}
		return all + end
	},
	"pdf": func(texts []string) string {
		packed := encodings["zlib"](strings.Join(texts, " "))
		return fmt.Sprintf("%%PDF-1.7\n%%\xe2\xe3\n1 0 obj <</Filter /FlateDecode /Length %d>> stream\n%s\nendstream endobj", len(packed), packed)
	},
	"epub": func(texts []string) string {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		w, _ := z.Create("page.xhtml")
		_, _ = io.WriteString(w, strings.Join(texts, "\n"))
		_ = z.Close()
		return b.String()
	},
}

// Every value is found in every kind of file, however it is written there.
func TestSeededValues(t *testing.T) {
	values := seeds()
	if slices.Sort(values); len(slices.Compact(values)) != 200 {
		t.Fatal("not 200 values")
	}
	s := scanner(values...)
	for kind, file := range files {
		if m := s.Scan([]byte(file([]string{"nothing private"}))); len(m) > 0 {
			t.Errorf("%s: false alarm at %v", kind, places(m))
		}
	}
	for name, write := range encodings {
		var written []string
		for _, value := range values {
			written = append(written, write(value))
		}
		for kind, file := range files {
			found := map[string]bool{}
			for _, m := range s.Scan([]byte(file(written))) {
				found[m.Value.Reveal()] = true
			}
			for _, value := range values {
				if strings.HasPrefix(name, "UTF-16") && len([]rune(value)) == 2 {
					continue // four bytes, which chance writes
				}
				if !found[value] {
					t.Errorf("%s: %q as %s is not found", kind, value, name)
				}
			}
		}
	}
}

// Ten times the values must not take ten times as long.
func BenchmarkValues(b *testing.B) {
	data := []byte(files["html"]([]string{strings.Repeat("Only plain words, and <b>some</b> that are not &amp; a link /a/b?c=d. ", 1<<14)}))
	for _, count := range []int{20, 200, 2000, 20000} {
		b.Run(fmt.Sprint(count), func(b *testing.B) {
			var texts []string
			for i := range count {
				texts = append(texts, fmt.Sprintf("Wren Quill %d of the House", i))
			}
			s := scanner(texts...)
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				s.Scan(data)
			}
		})
	}
}
