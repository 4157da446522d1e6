package media

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"image"
	"strings"
	"testing"
)

// seeds are the made-up private words that the test pictures carry.
var seeds = []string{"Seeded-Name-Wren", "Seeded-Street-9", "48.8584N", "Seeded-Camera"}

const secret = "Seeded-Name-Wren, Seeded-Street-9, 48.8584N 2.2945E, Seeded-Camera"

func xmp() []byte {
	return []byte(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="` + secret + `"/></rdf:RDF></x:xmpmeta>`)
}

// exif returns a TIFF structure with an orientation, an artist and a position.
func exif(orientation uint16, order binary.AppendByteOrder) []byte {
	mark := "II*\x00"
	if order.AppendUint16(nil, 1)[0] == 0 {
		mark = "MM\x00*"
	}
	b := order.AppendUint32([]byte(mark), 8)
	const entries = 3
	after := 8 + 2 + entries*12 + 4
	entry := func(tag, kind uint16, count uint32, value []byte) {
		b = order.AppendUint16(order.AppendUint16(b, tag), kind)
		b = append(order.AppendUint32(b, count), value...)
	}
	b = order.AppendUint16(b, entries)
	entry(0x0112, 3, 1, append(order.AppendUint16(nil, orientation), 0, 0))
	entry(0x013b, 2, uint32(len(secret)), order.AppendUint32(nil, uint32(after)))
	entry(0x8825, 4, 1, order.AppendUint32(nil, uint32(after+len(secret)))) // GPS
	b = append(order.AppendUint32(b, 0), secret...)
	b = order.AppendUint16(b, 1)
	entry(0x0001, 2, 2, []byte("N\x00\x00\x00"))
	return append(order.AppendUint32(b, 0), secret...)
}

func segment(marker byte, data string) []byte {
	return append(binary.BigEndian.AppendUint16([]byte{0xff, marker}, uint16(len(data)+2)), data...)
}

// seededJPEG puts metadata of every kind into a JPEG.
func seededJPEG(t testing.TB, m image.Image, orientation uint16) []byte {
	plain := asJPEG(t, m)
	return bytes.Join([][]byte{
		plain[:2],
		segment(0xe1, "Exif\x00\x00"+string(exif(orientation, binary.BigEndian))),
		segment(0xe1, "http://ns.adobe.com/xap/1.0/\x00"+string(xmp())),
		segment(0xe2, "ICC_PROFILE\x00\x01\x01"+secret),
		segment(0xed, "Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00"+string(rune(len(secret)))+secret),
		segment(0xfe, secret),
		plain[2:], []byte(secret),
	}, nil)
}

func seededPNG(t testing.TB, m image.Image, orientation uint16) []byte {
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	z.Write([]byte(secret))
	z.Close()
	plain := asPNG(t, m)
	return bytes.Join([][]byte{
		plain[:33],
		pngChunk("tEXt", []byte("Author\x00"+secret)),
		pngChunk("iTXt", []byte("XML:com.adobe.xmp\x00\x00\x00\x00\x00"+string(xmp()))),
		pngChunk("zTXt", append([]byte("Comment\x00\x00"), packed.Bytes()...)),
		pngChunk("eXIf", exif(orientation, binary.LittleEndian)),
		pngChunk("pRVt", []byte(secret)),
		plain[33:], []byte(secret),
	}, nil)
}

func seededWebP(m image.Image, orientation uint16) []byte {
	return append(riff(webpExtended(m.Bounds().Size()), webpChunk("ICCP", []byte(secret)), webpPixels(m),
		webpChunk("EXIF", exif(orientation, binary.LittleEndian)), webpChunk("XMP ", xmp())), secret...)
}

func seededGIF(t testing.TB) []byte {
	plain := asGIF(t, 3)
	at := 13 + colourTable(plain[10])
	comment := append([]byte{0x21, 0xfe, byte(len(secret))}, secret...)
	return bytes.Join([][]byte{plain[:at], append(comment, 0), plain[at:], []byte(secret)}, nil)
}

func TestNoMetadataComesOut(t *testing.T) {
	drawing := photo(64, 48)
	files := map[string][]byte{
		"jpeg": seededJPEG(t, photo(64, 48), 6), "png": seededPNG(t, drawing, 6),
		"webp": seededWebP(photo(64, 48), 6), "gif": seededGIF(t),
	}
	for format, data := range files {
		for _, seed := range seeds {
			if !bytes.Contains(data, []byte(seed)) {
				t.Fatalf("%s: the test file does not hold %s", format, seed)
			}
		}
		all, err := Resize(data, []int{20, 640})
		if err != nil {
			t.Errorf("%s: %v", format, err)
			continue
		}
		for _, d := range all {
			holdsNoSeed(t, format, d.Data)
			onlyPixels(t, d)
		}
	}
}

func holdsNoSeed(t *testing.T, name string, data []byte) {
	t.Helper()
	for _, seed := range append(seeds, "Seeded", "Exif", "xmpmeta", "ICC", "Photoshop") {
		if bytes.Contains(bytes.ToLower(data), bytes.ToLower([]byte(seed))) {
			t.Errorf("%s: output holds %s", name, seed)
		}
	}
}

// onlyPixels fails when a file has any part that could carry words.
func onlyPixels(t *testing.T, d Derived) {
	t.Helper()
	if d.Ext == ".png" {
		for i := 8; i < len(d.Data); {
			name := string(d.Data[i+4 : i+8])
			if !strings.Contains("IHDR PLTE tRNS IDAT IEND", name) {
				t.Errorf("PNG has a chunk %s", name)
			}
			i += 12 + int(binary.BigEndian.Uint32(d.Data[i:]))
		}
		return
	}
	for i := 2; d.Data[i+1] != 0xda; i += 2 + int(binary.BigEndian.Uint16(d.Data[i+2:])) {
		switch d.Data[i+1] {
		case 0xdb, 0xc0, 0xc4:
		default:
			t.Errorf("JPEG has a segment %x", d.Data[i+1])
		}
	}
	if !bytes.HasSuffix(d.Data, []byte{0xff, 0xd9}) {
		t.Error("JPEG goes on after its end")
	}
}

// held returns the upright picture as a camera stores it when held so.
// The table is TIFF 6.0's: what the 0th row and the 0th column show.
func held(upright *image.RGBA, orientation int) *image.RGBA {
	w, h := upright.Rect.Dx(), upright.Rect.Dy()
	size := image.Rect(0, 0, w, h)
	if orientation >= 5 {
		size = image.Rect(0, 0, h, w)
	}
	stored := image.NewRGBA(size)
	for row := range size.Dy() {
		for col := range size.Dx() {
			x, y := 0, 0
			switch orientation {
			case 1: // row 0 top, column 0 left
				x, y = col, row
			case 2: // top, right
				x, y = w-1-col, row
			case 3: // bottom, right
				x, y = w-1-col, h-1-row
			case 4: // bottom, left
				x, y = col, h-1-row
			case 5: // left, top
				x, y = row, col
			case 6: // right, top
				x, y = w-1-row, col
			case 7: // right, bottom
				x, y = w-1-row, h-1-col
			case 8: // left, bottom
				x, y = row, h-1-col
			}
			stored.Set(col, row, upright.At(x, y))
		}
	}
	return stored
}

func TestOrientations(t *testing.T) {
	upright := photo(64, 48)
	for o := 1; o <= 8; o++ {
		stored := held(upright, o)
		for format, data := range map[string][]byte{
			"jpeg": seededJPEG(t, stored, uint16(o)), "png": seededPNG(t, stored, uint16(o)), "webp": seededWebP(stored, uint16(o)),
		} {
			all, err := Resize(data, []int{32, 64})
			if err != nil {
				t.Fatalf("%s, orientation %d: %v", format, o, err)
			}
			for _, d := range all {
				isPhoto(t, format, o, d)
			}
		}
	}
}

// isPhoto fails unless d shows photo the right way up.
func isPhoto(t *testing.T, format string, o int, d Derived) {
	t.Helper()
	m, _, err := image.Decode(bytes.NewReader(d.Data))
	if err != nil {
		t.Fatal(err)
	}
	if m.Bounds().Size() != image.Pt(d.Width, d.Height) || d.Width*3 != d.Height*4 {
		t.Errorf("%s, orientation %d: %v said to be %d × %d", format, o, m.Bounds(), d.Width, d.Height)
	}
	corner := func(x, y int) string {
		r, g, b, _ := m.At(d.Width*x/4, d.Height*y/4).RGBA()
		switch {
		case r > g+0x4000 && r > b+0x4000:
			return "red"
		case g > r+0x4000 && g > b+0x4000:
			return "green"
		case b > r+0x4000 && b > g+0x4000:
			return "blue"
		}
		return "white"
	}
	got := corner(1, 1) + " " + corner(3, 1) + " " + corner(3, 3) + " " + corner(1, 3)
	if got != "red green blue white" {
		t.Errorf("%s, orientation %d, %d wide: corners are %s", format, o, d.Width, got)
	}
}
