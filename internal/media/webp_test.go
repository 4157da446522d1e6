package media

import (
	"encoding/binary"
	"image"
	"image/color"
)

// bits writes VP8L's bit stream, lowest bit first.
type bits struct {
	out  []byte
	used uint
}

func (b *bits) write(value, n uint) {
	for i := range n {
		if b.used%8 == 0 {
			b.out = append(b.out, 0)
		}
		b.out[b.used/8] |= byte(value>>i&1) << (b.used % 8)
		b.used++
	}
}

// webpPixels writes a picture as a VP8L chunk, with each channel either 0 or
// 255, so that each takes one bit.
func webpPixels(m image.Image) []byte {
	size := m.Bounds().Size()
	b := &bits{out: []byte{0x2f}, used: 8}
	b.write(uint(size.X-1), 14)
	b.write(uint(size.Y-1), 14)
	b.write(0, 1+3+1+1+1) // alpha hint, version, transform, colour cache, groups
	for range 3 {         // green, red and blue: two symbols, 0 and 255
		b.write(0b11, 2)
		b.write(0, 1)
		b.write(0, 1)
		b.write(255, 8)
	}
	b.write(0b01|1<<2, 3) // alpha: one symbol of eight bits
	b.write(255, 8)
	b.write(0b001, 4) // distance: one symbol of one bit
	for y := range size.Y {
		for x := range size.X {
			c := color.RGBAModel.Convert(m.At(x, y)).(color.RGBA)
			b.write(uint(c.G>>7), 1)
			b.write(uint(c.R>>7), 1)
			b.write(uint(c.B>>7), 1)
		}
	}
	return webpChunk("VP8L", b.out)
}

// webpExtended is the chunk that announces EXIF and XMP.
func webpExtended(size image.Point) []byte {
	b := []byte{1<<3 | 1<<2, 0, 0, 0}
	for _, side := range []int{size.X - 1, size.Y - 1} {
		b = append(b, binary.LittleEndian.AppendUint32(nil, uint32(side))[:3]...)
	}
	return webpChunk("VP8X", b)
}
