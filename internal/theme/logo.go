package theme

import (
	"errors"
	"fmt"
	"path"
	"strings"

	"handrail/internal/fields"
	"handrail/internal/media"
)

// A Logo is the picture in the header. It is one of the theme's assets, made
// safe to publish as all pictures are.
type Logo struct {
	File          string // below assets/
	Width, Height int    // in pixels
}

// logoWidth is the most pixels across: sharp on fine screens, and not heavy.
const logoWidth = 600

func logoFix(theme string) string {
	return fmt.Sprintf("Put an SVG or PNG file into themes/%s/assets and write its name, such as \"logo.svg\".", theme)
}

// takeLogo cleans the logo among the assets. Without one, or with one that
// cannot be published, the header shows the site's title.
func (t *Theme) takeLogo(s *settings) {
	name := s.logo.Str
	if name == "" {
		return
	}
	shown := fields.Shown(name)
	data, ok := t.Assets[name]
	ext := strings.ToLower(path.Ext(name))
	switch {
	case ext != ".svg" && ext != ".png":
		s.wrong(s.logo.At, fmt.Sprintf("the logo %q is neither an SVG nor a PNG file", shown), logoFix(s.theme))
		return
	case !ok:
		s.wrong(s.logo.At, fmt.Sprintf("the theme has no file assets/%s", shown), logoFix(s.theme))
		return
	}
	delete(t.Assets, name) // it is published clean, or not at all
	clean, file, info, err := cleanLogo(name, ext, data)
	var refused *media.Refused
	switch {
	case errors.As(err, &refused):
		s.wrong(s.logo.At, fmt.Sprintf("the logo %q cannot be used: %s", shown, refused.Reason), refused.Fix+".")
	case err != nil:
		s.wrong(s.logo.At, fmt.Sprintf("the logo %q cannot be read as a picture", shown), logoFix(s.theme))
	default:
		t.Assets[file] = clean
		t.logo = &Logo{File: file, Width: info.Width, Height: info.Height}
	}
}

// cleanLogo writes the picture anew, without anything that is not seen.
func cleanLogo(name, ext string, data []byte) (clean []byte, file string, info media.Info, err error) {
	if ext == ".svg" {
		clean, info, err = media.CleanSVG(data)
		return clean, name, info, err
	}
	sizes, err := media.Resize(data, []int{logoWidth})
	if err != nil {
		return nil, "", info, err
	}
	d := sizes[len(sizes)-1]
	return d.Data, strings.TrimSuffix(name, path.Ext(name)) + d.Ext, media.Info{Width: d.Width, Height: d.Height}, nil
}
