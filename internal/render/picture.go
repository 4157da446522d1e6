package render

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"handrail/internal/media"
	"handrail/internal/site"
)

// widths are those that a picture is offered in, in CSS pixels: a phone, a
// phone with a sharp screen or a tablet, a wide screen.
var widths = []int{480, 960, 1600}

// shown is a picture that was made ready: its files, the widest last.
type shown struct {
	files         []shownFile
	width, height int
}

type shownFile struct {
	address site.Address
	width   int
}

// Pictures makes every picture of the site ready, side by side, and hands each
// file to write as it is made, so that memory holds only those in the works.
// It must end before any page is made.
func (r *Renderer) Pictures(ctx context.Context, write func(path string, data []byte, content []string) error) error {
	paths := make([]string, 0, len(r.site.Pictures))
	for path := range r.site.Pictures {
		paths = append(paths, path)
	}
	slices.Sort(paths)
	content := r.usedBy()
	made := make([]*shown, len(paths))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, path := range paths {
		picture := r.site.Pictures[path]
		if picture.Refused != "" {
			continue // a check has said so
		}
		group.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			var err error
			made[i], err = ready(picture, func(file string, data []byte) error { return write(file, data, content[path]) })
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	for i, path := range paths {
		if made[i] != nil {
			r.pictures[path] = made[i]
		}
	}
	return nil
}

// usedBy lists, for each picture, the ids of the content that shows it.
func (r *Renderer) usedBy() map[string][]string {
	used := map[string][]string{}
	for _, p := range r.site.Pages {
		add := func(destination string) {
			if picture := r.site.Picture(p, destination); picture != nil && !slices.Contains(used[picture.Path], p.Common().ID) {
				used[picture.Path] = append(used[picture.Path], p.Common().ID)
			}
		}
		for _, i := range p.Common().Images {
			add(i.Src)
		}
		for _, i := range p.Doc.Images {
			add(i.Destination)
		}
	}
	return used
}

// ready cleans or resizes one picture and writes its files. They are named
// after their bytes: the writer's own file name may tell too much.
func ready(picture *site.Picture, write func(string, []byte) error) (*shown, error) {
	data, err := picture.Read()
	if err != nil {
		return nil, err
	}
	var derived []media.Derived
	if picture.Info.Format == "svg" {
		clean, info, err := media.CleanSVG(data)
		if err != nil {
			return nil, fmt.Errorf("cleaning %s: %w", picture.Path, err)
		}
		derived = []media.Derived{{Width: info.Width, Height: info.Height, Ext: ".svg", Data: clean}}
	} else if derived, err = media.Resize(data, widths); err != nil {
		return nil, fmt.Errorf("resizing %s: %w", picture.Path, err)
	}
	s := &shown{}
	for _, d := range derived {
		sum := sha256.Sum256(d.Data)
		file := "pictures/" + hex.EncodeToString(sum[:8]) + d.Ext
		if err := write(file, d.Data); err != nil {
			return nil, err
		}
		s.files = append(s.files, shownFile{site.Address(file), d.Width})
		s.width, s.height = d.Width, d.Height
	}
	return s, nil
}

// picture is an image as a page shows it, or nil where there is none to show.
func (r *Renderer) picture(from site.Address, p *site.Page, destination, alt, caption, credit string) *Picture {
	found := r.site.Picture(p, destination)
	if found == nil || r.pictures[found.Path] == nil {
		return nil
	}
	s := r.pictures[found.Path]
	shown := &Picture{Width: s.width, Height: s.height, Alt: alt, Caption: caption, Credit: credit}
	var set []string
	for _, f := range s.files {
		shown.Src = r.href(from, f.address)
		set = append(set, fmt.Sprintf("%s %dw", shown.Src, f.width))
	}
	if len(set) > 1 {
		shown.SrcSet = strings.Join(set, ", ")
	}
	return shown
}
