package media

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"runtime"
	"strings"
	"testing"
	"time"
)

// photo is a picture of many colours whose corners differ: red, green, blue
// and white from the top left, clockwise.
func photo(w, h int) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.RGBA{uint8(x * 5), uint8(y * 3), uint8(x + y), 255}
			switch left, top := x < w/2, y < h/2; {
			case left && top:
				c.R, c.G, c.B = 255, c.G/8, c.B/8
			case top:
				c.R, c.G, c.B = c.R/8, 255, c.B/8
			case !left:
				c.R, c.G, c.B = c.R/8, c.G/8, 255
			default:
				c.R, c.G, c.B = 255-c.R/8, 255-c.G/8, 255-c.B/8
			}
			m.SetRGBA(x, y, c)
		}
	}
	return m
}

func asJPEG(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func asPNG(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func asGIF(t testing.TB, frames int) []byte {
	t.Helper()
	g := &gif.GIF{Config: image.Config{Width: 8, Height: 6}}
	for i := range frames {
		m := image.NewPaletted(image.Rect(0, 0, 8, 6), color.Palette{color.Black, color.White, color.RGBA{255, 0, 0, 255}})
		m.Pix[0] = uint8(i % 3)
		g.Image = append(g.Image, m)
		g.Delay = append(g.Delay, 1)
	}
	var b bytes.Buffer
	if err := gif.EncodeAll(&b, g); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// pngChunk returns a chunk with its length and checksum.
func pngChunk(name string, data []byte) []byte {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	b = append(append(b, name...), data...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:]))
}

// hugePNG claims a size that its bytes could never fill.
func hugePNG(side uint32) []byte { return headerPNG(side, 8, 0) }

func headerPNG(side uint32, depth, interlaced byte) []byte {
	header := binary.BigEndian.AppendUint32(nil, side)
	header = append(binary.BigEndian.AppendUint32(header, side), depth, 2, 0, 0, interlaced)
	b := append([]byte("\x89PNG\r\n\x1a\n"), pngChunk("IHDR", header)...)
	b = append(b, pngChunk("IDAT", make([]byte, 100<<10))...)
	return append(b, pngChunk("IEND", nil)...)
}

// progressive claims to be a progressive JPEG of that size, not subsampled.
func progressive(side uint16) []byte {
	b := append([]byte{0xff, 0xd8, 0xff, 0xc2, 0, 17, 8}, byte(side>>8), byte(side), byte(side>>8), byte(side))
	return append(b, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 0xff, 0xda, 0, 2, 0xff, 0xd9)
}

func TestInspect(t *testing.T) {
	for _, c := range []struct {
		name string
		data []byte
		want Info
	}{
		{"jpeg", asJPEG(t, photo(40, 30)), Info{"jpeg", 40, 30}},
		{"jpeg with bytes after the end", append(asJPEG(t, photo(40, 30)), "more"...), Info{"jpeg", 40, 30}},
		{"png", asPNG(t, photo(40, 30)), Info{"png", 40, 30}},
		{"gif", asGIF(t, 3), Info{"gif", 8, 6}},
		{"webp", asWebP(photo(16, 16)), Info{"webp", 16, 16}},
		{"svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30.4 20.6"/>`), Info{"svg", 30, 21}},
	} {
		got, err := Inspect(c.data)
		if err != nil || got != c.want {
			t.Errorf("%s: %v, %v", c.name, got, err)
		}
	}
}

func TestInspectRefuses(t *testing.T) {
	whole := asJPEG(t, photo(40, 30))
	wholePNG := asPNG(t, photo(40, 30))
	for _, c := range []struct {
		name   string
		data   []byte
		reason string
	}{
		{"empty", nil, "empty"},
		{"30,000 × 30,000", hugePNG(30_000), "30000 × 30000"},
		{"7,000 × 7,000, 16 bits, interlaced", headerPNG(7000, 16, 1), "memory"},
		{"7,000 × 7,000, progressive", progressive(7000), "memory"},
		{"26 MB", make([]byte, 26<<20), "26 MB"},
		{"cut JPEG", whole[:len(whole)*2/3], "JPEG file is damaged"},
		{"start of a JPEG", whole[:20], "JPEG file is damaged"},
		{"cut PNG", wholePNG[:len(wholePNG)-20], "PNG file is damaged"},
		{"cut GIF", asGIF(t, 2)[:60], "GIF file is damaged"},
		{"cut WebP", asWebP(photo(16, 16))[:30], "WebP file is damaged"},
		{"10,000 frames", asGIF(t, 10_000), "more than 500 frames"},
		{"HEIC", []byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00"), "HEIC"},
		{"AVIF", []byte("\x00\x00\x00\x18ftypavif\x00\x00\x00\x00"), "AVIF"},
		{"TIFF", []byte("II*\x00\x08\x00\x00\x00"), "TIFF"},
		{"BMP", []byte("BM\x00\x00"), "BMP"},
		{"PDF named as a picture", []byte("%PDF-1.7"), "not a picture"},
		{"HTML", []byte("<html><body>x"), "not a picture"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := time.Now()
			_, err := Inspect(c.data)
			took := time.Since(start)
			runtime.ReadMemStats(&after)
			var refused *Refused
			if !errors.As(err, &refused) || !strings.Contains(refused.Reason, c.reason) || refused.Fix == "" {
				t.Errorf("error is %v", err)
			}
			if took > 5*time.Second {
				t.Errorf("took %v", took)
			}
			if grown := after.TotalAlloc - before.TotalAlloc; grown > 1<<20 {
				t.Errorf("took %d KB of memory", grown>>10)
			}
		})
	}
}

func asWebP(m image.Image) []byte { return riff(webpPixels(m)) }

// riff puts chunks into a WebP container.
func riff(chunks ...[]byte) []byte {
	body := append([]byte("WEBP"), bytes.Join(chunks, nil)...)
	return append(binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(len(body))), body...)
}

func webpChunk(name string, data []byte) []byte {
	b := binary.LittleEndian.AppendUint32([]byte(name), uint32(len(data)))
	b = append(b, data...)
	if len(data)%2 == 1 {
		b = append(b, 0)
	}
	return b
}
