package media

import (
	"bytes"
	"image"
	"image/draw"
	"image/gif"
	"image/jpeg"
	"image/png"
	"slices"

	scale "golang.org/x/image/draw"
	"golang.org/x/image/webp"
)

// quality of JPEG output: below this, skin and skies show blocks.
const quality = 82

// A Derived is one picture made from a source, free of metadata.
type Derived struct {
	Width, Height int
	Ext           string // ".jpg" or ".png"
	Data          []byte
}

// Resize makes a copy of a JPEG, PNG, GIF or WebP picture for each width
// smaller than the picture's own, smallest first, and one of its own width
// unless it is wider than all of them. It is never enlarged; without widths,
// it keeps its own.
//
// The picture is turned as its EXIF orientation says, and nothing else of the
// metadata has any effect. Pictures with transparency or of at most 256
// colours become PNG, all others JPEG. Of a GIF that moves the first frame is
// kept: nothing on a page moves unless a reader asks for it. The same input
// gives the same bytes.
//
// Errors are *Refused, as those of Inspect.
func Resize(data []byte, widths []int) ([]Derived, error) {
	info, err := Inspect(data)
	if err != nil {
		return nil, err
	}
	if info.Format == "svg" {
		return nil, &Refused{"an SVG drawing has no pixels to make smaller", "Use the drawing as it is"}
	}
	source, err := decode(info.Format, data)
	if err != nil {
		return nil, damaged(info.Format)
	}
	orientation := readOrientation(info.Format, data)
	size := source.Bounds().Size()
	if orientation.swapsSides() {
		size.X, size.Y = size.Y, size.X
	}
	sizes := wanted(size, widths)
	ext := ".jpg"
	if info.Format != "jpeg" && (!opaque(source) || fewColours(source)) {
		ext = ".png"
	}
	pixels := reduce(source, size.X/(2*sizes[len(sizes)-1].X))
	source = nil // may be large
	pixels = orientation.apply(pixels)

	all := make([]Derived, len(sizes))
	for i, s := range slices.Backward(sizes) {
		if factor := pixels.Rect.Dx() / (2 * s.X); factor > 1 {
			pixels = reduce(pixels, factor)
		}
		if all[i], err = derive(pixels, s, ext); err != nil {
			return nil, err
		}
	}
	return all, nil
}

func decode(format string, data []byte) (image.Image, error) {
	switch format {
	case "jpeg":
		return jpeg.Decode(bytes.NewReader(data))
	case "png":
		return png.Decode(bytes.NewReader(data))
	case "gif":
		return decodeGIF(data)
	default:
		return webp.Decode(bytes.NewReader(data))
	}
}

// decodeGIF decodes the first frame only, and puts it where it belongs on the
// GIF's whole area. Other frames are cut off first: gif.Decode reads them all.
func decodeGIF(data []byte) (image.Image, error) {
	first := append(slices.Clone(data[:walkGIF(data).firstEnd]), 0x3b)
	all, err := gif.DecodeAll(bytes.NewReader(first))
	if err != nil {
		return nil, err
	}
	frame := all.Image[0]
	area := image.Rect(0, 0, all.Config.Width, all.Config.Height)
	if frame.Rect == area {
		return frame, nil
	}
	canvas := image.NewRGBA(area)
	draw.Draw(canvas, frame.Rect, frame, frame.Rect.Min, draw.Src)
	return canvas, nil
}

// wanted returns the sizes to make, smallest first; one at least.
func wanted(own image.Point, widths []int) []image.Point {
	widths = slices.Sorted(slices.Values(widths))
	var sizes []image.Point
	for _, w := range slices.Compact(widths) {
		if 0 < w && w < own.X {
			height := (own.Y*w + own.X/2) / own.X
			sizes = append(sizes, image.Pt(w, max(1, height)))
		}
	}
	if len(widths) == 0 || own.X <= widths[len(widths)-1] || len(sizes) == 0 {
		sizes = append(sizes, own)
	}
	return sizes
}

// derive scales pixels to a size and encodes them.
func derive(pixels *image.RGBA, size image.Point, ext string) (Derived, error) {
	scaled := pixels
	if size != pixels.Rect.Size() {
		scaled = image.NewRGBA(image.Rectangle{Max: size})
		scale.CatmullRom.Scale(scaled, scaled.Rect, pixels, pixels.Rect, draw.Src, nil)
	}
	var out bytes.Buffer
	var err error
	if ext == ".png" {
		err = (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, scaled)
	} else {
		err = jpeg.Encode(&out, scaled, &jpeg.Options{Quality: quality})
	}
	return Derived{size.X, size.Y, ext, out.Bytes()}, err
}

// opaque says whether no pixel lets through what is behind it.
func opaque(m image.Image) bool {
	o, can := m.(interface{ Opaque() bool })
	return can && o.Opaque()
}

// fewColours says whether a picture has at most 256 colours, as drawings and
// screenshots do. Photographs answer after a few rows.
func fewColours(m image.Image) bool {
	if _, paletted := m.(*image.Paletted); paletted {
		return true
	}
	type colour struct{ r, g, b, a uint32 }
	seen := make(map[colour]bool, 257)
	var last colour
	b := m.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			var c colour
			c.r, c.g, c.b, c.a = m.At(x, y).RGBA()
			if c == last {
				continue
			}
			last = c
			seen[c] = true
			if len(seen) > 256 {
				return false
			}
		}
	}
	return true
}
