package media

import "golang.org/x/image/font/sfnt"

// A Font tells which characters it can draw.
type Font struct {
	font *sfnt.Font
	room sfnt.Buffer
}

// ReadFont reads a TrueType or OpenType font. It returns an error where the
// bytes are neither; WOFF must be unpacked before.
func ReadFont(data []byte) (*Font, error) {
	font, err := sfnt.Parse(data)
	if err != nil {
		return nil, err
	}
	return &Font{font: font}, nil
}

// Draws tells whether the font has a shape for a character. Glyph 0 stands for
// all that it has none for.
// https://learn.microsoft.com/en-us/typography/opentype/spec/cmap
func (f *Font) Draws(r rune) bool {
	glyph, err := f.font.GlyphIndex(&f.room, r)
	return err == nil && glyph != 0
}
