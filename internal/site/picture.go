package site

import (
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

// Picture finds the picture that a page refers to: beside the page, or at the
// same place in another language, since a picture is often the same in each.
func (s *Site) Picture(p *Page, destination string) *Picture {
	beside := path.Join(path.Dir(p.File.Path), destination)
	if picture := s.Pictures[beside]; picture != nil {
		return picture
	}
	for _, l := range s.Languages {
		if picture := s.Pictures[path.Join(s.Config.ContentDir, l.Tag, p.Folder, destination)]; picture != nil {
			return picture
		}
	}
	return nil
}
