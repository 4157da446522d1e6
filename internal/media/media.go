// Package media makes pictures safe to publish.
//
// A photograph carries more than is seen: where it was taken, when, with whose
// phone, sometimes a small copy of what was cut off. No picture is therefore
// copied. Each one is decoded and written anew from its pixels alone, so that
// nothing else can come along: no EXIF, XMP or IPTC, no comments, no colour
// profile (sRGB is assumed and nothing converted), no bytes after the end.
// Drawings (SVG) are read and written anew too, from a list of what a drawing
// needs.
//
// A file is judged by its first bytes before anything large is made of it.
package media

import (
	"bytes"
	"fmt"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"

	"golang.org/x/image/webp"
)

// Limits of what is read.
const (
	MaxBytes  = 25 << 20   // of a file
	MaxPixels = 50_000_000 // width × height
	MaxFrames = 500        // of a GIF
)

// Info is what a file's header says. Width and Height are in pixels, before
// any turning that EXIF asks for; of an SVG in CSS pixels, rounded.
type Info struct {
	Format        string // jpeg png gif webp svg
	Width, Height int
}

// Refused is the error for a picture that cannot be published. Both sentences
// are plain, for the person who put the picture there, and have no full stop.
type Refused struct{ Reason, Fix string }

func (r *Refused) Error() string { return r.Reason }

// Inspect reads a picture's header. The error is *Refused for anything that is
// not a whole JPEG, PNG, GIF, WebP or SVG of a reasonable size. It takes little
// time and memory whatever size the header claims.
func Inspect(data []byte) (Info, error) {
	if len(data) > MaxBytes {
		return Info{}, &Refused{
			fmt.Sprintf("the file has %d MB, more than the %d MB that a picture may have", len(data)>>20, MaxBytes>>20),
			"Save a smaller copy, for example 3000 pixels wide",
		}
	}
	format, err := sniff(data)
	if err != nil {
		return Info{}, err
	}
	if format == "svg" {
		_, info, err := CleanSVG(data)
		return info, err
	}
	config, err := readConfig(format, data)
	if err != nil {
		return Info{}, damaged(format)
	}
	if config.Width <= 0 || config.Height <= 0 {
		return Info{}, &Refused{"the picture has no width or no height", "Save it again from the program that made it"}
	}
	if pixels := int64(config.Width) * int64(config.Height); pixels > MaxPixels {
		return Info{}, &Refused{
			fmt.Sprintf("the picture is %d × %d pixels, %d million in all; %d million are the most", config.Width, config.Height, pixels/1_000_000, MaxPixels/1_000_000),
			"Save a smaller copy, for example 3000 pixels wide",
		}
	}
	if weight(format, data, int64(config.Width)*int64(config.Height)) > maxDecoded {
		return Info{}, errWeight
	}
	if err := whole(format, data); err != nil {
		return Info{}, err
	}
	return Info{format, config.Width, config.Height}, nil
}

func readConfig(format string, data []byte) (image.Config, error) {
	r := bytes.NewReader(data)
	switch format {
	case "jpeg":
		return jpeg.DecodeConfig(r)
	case "png":
		return png.DecodeConfig(r)
	case "gif":
		return gif.DecodeConfig(r)
	default:
		return webp.DecodeConfig(r)
	}
}

func damaged(format string) *Refused {
	return &Refused{fmt.Sprintf("the %s file is damaged or not complete", names[format]), "Copy the picture again from where it came from, or save it again"}
}

var names = map[string]string{"jpeg": "JPEG", "png": "PNG", "gif": "GIF", "webp": "WebP", "svg": "SVG"}

// sniff tells the format from the first bytes; a file's name may be wrong.
func sniff(data []byte) (string, error) {
	has := func(at int, s string) bool { return len(data) >= at+len(s) && string(data[at:at+len(s)]) == s }
	save := func(what string) (string, error) {
		return "", &Refused{"the picture is a " + what + " file, which browsers do not all show", "Save it as JPEG or PNG"}
	}
	switch {
	case len(data) == 0:
		return "", &Refused{"the file is empty", "Copy the picture again from where it came from"}
	case has(0, "\xff\xd8\xff"):
		return "jpeg", nil
	case has(0, "\x89PNG\r\n\x1a\n"):
		return "png", nil
	case has(0, "GIF87a"), has(0, "GIF89a"):
		return "gif", nil
	case has(0, "RIFF") && has(8, "WEBP"):
		return "webp", nil
	case has(4, "ftypavif"), has(4, "ftypavis"):
		return save("AVIF")
	case has(4, "ftyphei"), has(4, "ftyphev"), has(4, "ftypmif1"), has(4, "ftypmsf1"):
		return save("HEIC")
	case has(0, "II*\x00"), has(0, "MM\x00*"):
		return save("TIFF")
	case has(0, "BM"):
		return save("BMP")
	case looksLikeSVG(data):
		return "svg", nil
	}
	return "", &Refused{"the file is not a picture of a kind that Handrail knows", "Use JPEG, PNG, GIF, WebP or SVG"}
}

// looksLikeSVG says whether the first tag may be an svg element.
func looksLikeSVG(data []byte) bool {
	start := bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")), " \t\r\n")
	start = start[:min(len(start), 64<<10)]
	return bytes.HasPrefix(start, []byte("<")) && (bytes.Contains(start, []byte("<svg")) || bytes.Contains(start, []byte(":svg")))
}
