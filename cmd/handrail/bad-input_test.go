package main

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"strings"
)

func hash(data []byte) [32]byte { return sha256.Sum256(data) }

const head = "+++\ntitle = \"A page\"\nsummary = \"A page of a test.\"\n+++\n\n"

// badInput makes input that a script can name but not hold.
func badInput(kind string) ([]byte, bool) {
	switch kind {
	case "deep-toml":
		return []byte("+++\ntitle = \"A\"\nsummary = \"B\"\nx = " + strings.Repeat("[", 10000) + strings.Repeat("]", 10000) + "\n+++\nText.\n"), true
	case "deep-yaml":
		return []byte("---\ntitle: A\nx: " + strings.Repeat("[", 10000) + strings.Repeat("]", 10000) + "\n---\nText.\n"), true
	case "alias-bomb":
		var b strings.Builder
		b.WriteString("---\ntitle: A\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n")
		for i := 1; i < 12; i++ {
			fmt.Fprintf(&b, "a%d: &a%d [%s]\n", i, i, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d, ", i-1), 10), ", "))
		}
		return []byte(b.String() + "---\nText.\n"), true
	case "deep-lists":
		var b strings.Builder
		b.WriteString(head)
		for i := range 10000 {
			b.WriteString(strings.Repeat(" ", min(i*2, 300)) + "- a\n")
		}
		return []byte(b.String()), true
	case "deep-html":
		return []byte(strings.Repeat("<div>", 10000)), true
	case "10-mb-page":
		return append([]byte("<!DOCTYPE html><html lang=\"en\"><title>A page</title>"), bytes.Repeat([]byte("<p>Many words. "), 700_000)...), true
	case "many-elements":
		return append([]byte("<!DOCTYPE html><html lang=\"en\"><title>A page</title>"), bytes.Repeat([]byte("<p>a"), 410_000)...), true
	case "20-mb-sheet":
		return bytes.Repeat([]byte("p { color: red }\n"), 1_200_000), true
	case "million-rules":
		return bytes.Repeat([]byte("p{color:red}"), 1_000_000), true
	case "bom-crlf":
		return []byte("\xef\xbb\xbf" + strings.ReplaceAll(head+"Text.\n", "\n", "\r\n")), true
	case "nul":
		return []byte(head + "Te\x00xt.\n"), true
	case "nul-front":
		return []byte("+++\ntitle = \"A\x00\"\nsummary = \"B\"\n+++\nText.\n"), true
	case "bad-utf8":
		return []byte(head + "Te\xff\xfext.\n"), true
	case "bad-utf8-front":
		return []byte("+++\ntitle = \"A\xff\"\nsummary = \"B\"\n+++\nText.\n"), true
	case "empty":
		return nil, true
	case "50-mb":
		return append([]byte(head), bytes.Repeat([]byte("word "), 10<<20)...), true
	case "stars":
		return []byte(head + strings.Repeat("*a_ ", 20<<10)), true
	case "images":
		return []byte(head + strings.Repeat("![a](", 20<<10)), true
	case "quotes":
		return []byte(head + strings.Repeat(">", 20000)), true
	case "huge-png":
		return hugePNG(30000, 30000), true
	case "truncated-jpeg":
		var b bytes.Buffer
		picture := image.NewRGBA(image.Rect(0, 0, 200, 200))
		for i := range 200 {
			picture.Set(i, i, color.RGBA{uint8(i), 90, 10, 255})
		}
		if err := jpeg.Encode(&b, picture, nil); err != nil {
			return nil, false
		}
		return b.Bytes()[:b.Len()/3], true
	}
	return nil, false
}

// hugePNG is a valid PNG of many equal pixels: a hundred kilobytes that would
// fill gigabytes.
func hugePNG(width, height int) []byte {
	var b bytes.Buffer
	b.WriteString("\x89PNG\r\n\x1a\n")
	chunk := func(name string, data []byte) {
		_ = binary.Write(&b, binary.BigEndian, uint32(len(data)))
		sum := crc32.NewIEEE()
		_, _ = sum.Write([]byte(name))
		_, _ = sum.Write(data)
		b.WriteString(name)
		b.Write(data)
		_ = binary.Write(&b, binary.BigEndian, sum.Sum32())
	}
	header := binary.BigEndian.AppendUint32(nil, uint32(width))
	header = binary.BigEndian.AppendUint32(header, uint32(height))
	chunk("IHDR", append(header, 1, 0, 0, 0, 0)) // one bit a pixel, grey
	var pixels bytes.Buffer
	z := zlib.NewWriter(&pixels)
	row := make([]byte, 1+width/8)
	for range height {
		_, _ = z.Write(row)
	}
	_ = z.Close()
	chunk("IDAT", pixels.Bytes())
	chunk("IEND", nil)
	return b.Bytes()
}
