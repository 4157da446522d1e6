package site

import (
	"net/url"
	"path"

	"handrail/internal/media"
)

// A Picture is a picture file of the content folder. Only pictures that a page
// uses are published.
type Picture struct {
	Path string
	Info media.Info
	// Read returns the file's bytes. They are not kept, since photographs are large.
	Read func() ([]byte, error)
	// Refused says in words why the file cannot be published, and Fix what to
	// do; empty where it can.
	Refused, Fix string
}

// PicturePaths lists where the picture that a page refers to may be: beside
// the page, or at the same place in another language, since a picture is often
// the same in each.
func (s *Site) PicturePaths(p *Page, destination string) []string {
	if unescaped, err := url.PathUnescape(destination); err == nil {
		destination = unescaped
	}
	paths := []string{path.Join(path.Dir(p.File.Path), destination)}
	for _, l := range s.Languages {
		paths = append(paths, path.Join(s.Config.ContentDir, l.Tag, p.Folder, destination))
	}
	return paths
}

// Picture finds the picture that a page refers to, or nil.
func (s *Site) Picture(p *Page, destination string) *Picture {
	for _, path := range s.PicturePaths(p, destination) {
		if picture := s.Pictures[path]; picture != nil {
			return picture
		}
	}
	return nil
}
