package media

import (
	"image"
	"image/draw"
)

// reduce returns the picture in 8 bits a channel, with each side divided by
// factor (1 or less: not at all) by averaging squares of pixels. It is the
// cheap first part of making a large picture small: scaling well straight from
// 50 megapixels would take half a gigabyte. The source is read in strips, so
// only the smaller picture is added to memory.
func reduce(source image.Image, factor int) *image.RGBA {
	factor = max(1, factor)
	b := source.Bounds()
	if factor == 1 {
		out := image.NewRGBA(image.Rectangle{Max: b.Size()})
		draw.Draw(out, out.Rect, source, b.Min, draw.Src)
		return out
	}
	out := image.NewRGBA(image.Rect(0, 0, (b.Dx()+factor-1)/factor, (b.Dy()+factor-1)/factor))
	strip := image.NewRGBA(image.Rect(0, 0, b.Dx(), factor))
	for y := range out.Rect.Dy() {
		rows := min(factor, b.Dy()-y*factor)
		draw.Draw(strip, image.Rect(0, 0, b.Dx(), rows), source, image.Pt(b.Min.X, b.Min.Y+y*factor), draw.Src)
		for x := range out.Rect.Dx() {
			average(out.Pix[out.PixOffset(x, y):], strip, x*factor, min(b.Dx(), (x+1)*factor), rows)
		}
	}
	return out
}

// average writes the mean colour of strip's columns x0 to x1 and first rows.
// Colours are premultiplied, so transparent pixels weigh nothing.
func average(pixel []byte, strip *image.RGBA, x0, x1, rows int) {
	var sum [4]int
	for y := range rows {
		for i := strip.PixOffset(x0, y); i < strip.PixOffset(x1, y); i += 4 {
			sum[0] += int(strip.Pix[i])
			sum[1] += int(strip.Pix[i+1])
			sum[2] += int(strip.Pix[i+2])
			sum[3] += int(strip.Pix[i+3])
		}
	}
	n := (x1 - x0) * rows
	for c := range sum {
		pixel[c] = byte((sum[c] + n/2) / n)
	}
}
