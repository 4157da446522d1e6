package theme

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"handrail/internal/media"
)

// cleanPictures writes every picture among the assets anew, without what a
// camera or a drawing program has put into its file. A picture whose file
// cannot be kept is an error: it must not be published as it is.
func (t *Theme) cleanPictures() error {
	for _, name := range slices.Sorted(maps.Keys(t.Assets)) {
		if t.logo != nil && name == t.logo.File {
			continue // it is clean already
		}
		clean, err := cleanPicture(name, t.Assets[name])
		if err != nil {
			return fmt.Errorf("the theme's assets/%s cannot be published: %w", name, err)
		}
		t.Assets[name] = clean
	}
	return nil
}

// cleanPicture returns a picture of the same format; other files as they are.
func cleanPicture(name string, data []byte) ([]byte, error) {
	ext := strings.ToLower(path.Ext(name))
	switch ext {
	case ".svg":
		clean, _, err := media.CleanSVG(data)
		return clean, err
	case ".png", ".jpg", ".jpeg":
		sizes, err := media.Resize(data, nil)
		if err != nil {
			return nil, err
		}
		made := sizes[len(sizes)-1]
		if (made.Ext == ".png") != (ext == ".png") {
			return nil, fmt.Errorf("save it as a %s file instead", strings.TrimPrefix(made.Ext, "."))
		}
		return made.Data, nil
	case ".gif", ".webp", ".avif", ".heic", ".tif", ".tiff", ".bmp":
		return nil, fmt.Errorf("save it as an SVG, PNG or JPEG file")
	}
	return data, nil
}
