package build_test

import (
	"bytes"
	"compress/zlib"
	"encoding/base64"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"path"
	"strings"
	"testing"

	"handrail/internal/leak"
	"handrail/internal/private"
)

// The made-up words that the pictures of these tests carry where nobody sees them.
const (
	seededName  = "Seeded Name Wren"
	seededPlace = "48.858401 N, 2.294500 E"
	seed        = seededName + "; " + seededPlace
)

// seeded are files with a name and a place in everything that can hold them.
func seeded(t *testing.T) map[string]string {
	t.Helper()
	m := image.NewPaletted(image.Rect(0, 0, 32, 24), color.Palette{color.Black, color.White, color.Gray{90}})
	for i := range m.Pix {
		m.Pix[i] = byte(i * i % 3)
	}
	var jpg, moving, packed bytes.Buffer
	if err := jpeg.Encode(&jpg, m, nil); err != nil {
		t.Fatal(err)
	}
	if err := gif.Encode(&moving, m, nil); err != nil {
		t.Fatal(err)
	}
	z := zlib.NewWriter(&packed)
	if _, err := z.Write([]byte(seed)); err != nil || z.Close() != nil {
		t.Fatal(err)
	}
	segment := func(marker byte, data string) string {
		return string(binary.BigEndian.AppendUint16([]byte{0xFF, marker}, uint16(len(data)+2))) + data
	}
	chunk := func(kind, data string) string {
		b := append(binary.BigEndian.AppendUint32(nil, uint32(len(data))), kind+data...)
		return string(binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE([]byte(kind+data))))
	}
	part := func(kind, data string) string {
		if len(data)%2 == 1 {
			data += " "
		}
		return kind + string(binary.LittleEndian.AppendUint32(nil, uint32(len(data)))) + data
	}
	// A TIFF with the artist, as cameras write it.
	exif := "II*\x00\x08\x00\x00\x00\x01\x00\x3b\x01\x02\x00" + string(binary.LittleEndian.AppendUint32(nil, uint32(len(seed)))) + "\x1a\x00\x00\x00\x00\x00\x00\x00" + seed
	xmp := `<x:xmpmeta xmlns:x="adobe:ns:meta/">` + seed + `</x:xmpmeta>`
	picture := dot(9)
	webp := "WEBP" + part("VP8X", "\x0c\x00\x00\x00\x00\x00\x00\x00\x00\x00") +
		part("VP8L", "\x2f\x00\x00\x00\x10\x07\x10\x11\x11\x88\x88\xfe\x07\x00") + part("EXIF", exif) + part("XMP ", xmp)
	return map[string]string{
		"a.jpg": jpg.String()[:2] + segment(0xE1, "Exif\x00\x00"+exif) + segment(0xE1, "http://ns.adobe.com/xap/1.0/\x00"+xmp) +
			segment(0xED, "Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00"+string(rune(len(seed)))+seed) + segment(0xFE, seed) + jpg.String()[2:] + seed,
		"b.png": picture[:33] + chunk("tEXt", "Author\x00"+seed) + chunk("iTXt", "XML:com.adobe.xmp\x00\x00\x00\x00\x00"+xmp) +
			chunk("zTXt", "Comment\x00\x00"+packed.String()) + chunk("eXIf", exif) + picture[33:] + seed,
		"c.webp": "RIFF" + string(binary.LittleEndian.AppendUint32(nil, uint32(len(webp)))) + webp,
		"d.gif": moving.String()[:moving.Len()-1] + "!\xFE" + string(rune(len(seed))) + seed + "\x00" +
			"!\xFF\x0BXMP DataXMP" + string(rune(len(seed))) + seed + "\x00;" + seed,
		"e.svg": `<?xml version="1.0"?><!-- ` + seed + ` --><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" viewBox="0 0 8 5" data-by="` + seed +
			`" inkscape:export-filename="/home/` + seed + `/a.png"><title>` + seed + `</title><desc>` + seed + `</desc><metadata>` + seed +
			`</metadata><a xlink:href="file:///home/` + seed + `/b.png"><circle r="1"/></a><rect id="Seeded_Name_Wren" width="8" height="5"/></svg>`,
		"h.svg":  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 5"><image href="data:image/png;base64,` + base64.StdEncoding.EncodeToString([]byte(picture+seed)) + `" width="2" height="2"/></svg>`,
		"f.heic": "\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + exif,
		"g.pdf":  "%PDF-1.7\n%\xe2\xe3\n1 0 obj <</Author (" + seed + ")>> endobj\n2 0 obj <</Filter /FlateDecode>> stream\n" + packed.String() + "\nendstream endobj",
	}
}

// TestSeededPictures: nothing that pictures and files hold beside what is seen
// of them comes into any file of a site.
func TestSeededPictures(t *testing.T) {
	dir := newSite(t, "en")
	scanner := leak.New([]private.Value{private.New("", "name", seededName), private.New("", "place", seededPlace)})
	text := "+++\ntitle = \"Pictures\"\nsummary = \"What we have.\"\n+++\n\n[A list](g.pdf)\n\n"
	for name, data := range seeded(t) {
		if len(scanner.Scan([]byte(data))) == 0 {
			t.Fatalf("%s holds nothing that could be found", name)
		}
		write(t, dir, "content/en/"+name, data)
		if name != "g.pdf" {
			text += "![A pattern of squares, called " + name[:1] + ".](" + name + ")\n\n"
		}
	}
	write(t, dir, "content/en/pictures.md", text)
	result, files := run(t, options(dir))
	shown := map[string]bool{}
	for name, data := range files {
		if m := scanner.Scan([]byte(data)); len(m) > 0 || strings.Contains(data, "Seeded_Name") {
			t.Errorf("%s holds what nobody was to see, at %v", name, m)
		}
		if strings.HasPrefix(name, "pictures/") {
			shown[path.Ext(name)] = true
		}
	}
	if !shown[".jpg"] || !shown[".png"] || !shown[".svg"] {
		t.Errorf("only %v were made of the pictures", shown)
	}
	said := ""
	for _, f := range result.Findings {
		said += f.Message + f.Fix
	}
	for _, want := range []string{"HEIC", "another picture inside", "no page at “g.pdf”"} { // what cannot be made anew is refused
		if !strings.Contains(said, want) {
			t.Errorf("nothing says %q", want)
		}
	}
	if strings.Contains(said, seededName) {
		t.Error("a message repeats what a picture holds")
	}
}
