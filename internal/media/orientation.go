package media

import (
	"bytes"
	"image"

	"github.com/bep/imagemeta"
)

// An orientation is EXIF tag 0x0112, 1 to 8: how the picture was held.
type orientation int

// readOrientation returns 1, upright, where the file says nothing sensible.
func readOrientation(format string, data []byte) orientation {
	formats := map[string]imagemeta.ImageFormat{"jpeg": imagemeta.JPEG, "png": imagemeta.PNG, "webp": imagemeta.WebP}
	found := orientation(1)
	if formats[format] == 0 {
		return found
	}
	_, err := imagemeta.Decode(imagemeta.Options{
		R:           bytes.NewReader(data),
		ImageFormat: formats[format],
		Sources:     imagemeta.EXIF,
		ShouldHandleTag: func(tag imagemeta.TagInfo) bool {
			return tag.Tag == "Orientation" && tag.Namespace == "IFD0"
		},
		HandleTag: func(tag imagemeta.TagInfo) error {
			n, _ := tag.Value.(uint16)
			if long, is := tag.Value.(uint32); is && long <= 8 { // some programs write it so
				n = uint16(long)
			}
			if 1 <= n && n <= 8 {
				found = orientation(n)
			}
			return imagemeta.ErrStopWalking
		},
	})
	if err != nil {
		return found // broken metadata is none
	}
	return found
}

// swapsSides says whether width and height change places.
func (o orientation) swapsSides() bool { return o >= 5 }

// apply turns the picture upright.
func (o orientation) apply(in *image.RGBA) *image.RGBA {
	if o <= 1 {
		return in
	}
	w, h := in.Rect.Dx(), in.Rect.Dy()
	size := image.Rect(0, 0, w, h)
	if o.swapsSides() {
		size = image.Rect(0, 0, h, w)
	}
	out := image.NewRGBA(size)
	for y := range h {
		for x := range w {
			to := o.target(x, y, w, h)
			copy(out.Pix[out.PixOffset(to.X, to.Y):][:4], in.Pix[in.PixOffset(x, y):][:4])
		}
	}
	return out
}

// target returns where the pixel at x, y of a w × h picture belongs.
func (o orientation) target(x, y, w, h int) image.Point {
	switch o {
	case 2: // mirrored
		return image.Pt(w-1-x, y)
	case 3: // upside down
		return image.Pt(w-1-x, h-1-y)
	case 4: // mirrored, upside down
		return image.Pt(x, h-1-y)
	case 5: // mirrored, then turned left
		return image.Pt(y, x)
	case 6: // turned left: turn it right
		return image.Pt(h-1-y, x)
	case 7: // mirrored, then turned right
		return image.Pt(h-1-y, w-1-x)
	case 8: // turned right: turn it left
		return image.Pt(y, w-1-x)
	}
	return image.Pt(x, y)
}
