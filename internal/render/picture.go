package render

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"handrail/internal/finding"
	"handrail/internal/media"
	"handrail/internal/site"
	"handrail/internal/source"
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
// A picture that turns out to be broken only when it is read to its end is a
// problem at each place that shows it.
func (r *Renderer) Pictures(ctx context.Context, write func(path string, data []byte, content []string) error) ([]finding.Problem, error) {
	paths := make([]string, 0, len(r.site.Pictures))
	for path := range r.site.Pictures {
		paths = append(paths, path)
	}
	slices.Sort(paths)
	uses := r.uses()
	made := make([]*shown, len(paths))
	refused := make([]*media.Refused, len(paths))
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
			made[i], err = ready(picture, func(file string, data []byte) error { return write(file, data, uses[path].content) })
			if errors.As(err, &refused[i]) {
				return nil
			}
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	var problems []finding.Problem
	for i, path := range paths {
		if made[i] != nil {
			r.pictures[path] = made[i]
		}
		if refused[i] == nil {
			continue
		}
		for _, at := range uses[path].places {
			problems = append(problems, finding.Problem{At: at, Rule: "image/refused", Message: refused[i].Reason, Fix: refused[i].Fix})
		}
	}
	return problems, nil
}

// use is where a picture is shown: the ids of the content, and the places.
type use struct {
	content []string
	places  []source.Place
}

// uses lists the uses of each picture, by its path.
func (r *Renderer) uses() map[string]*use {
	uses := map[string]*use{}
	for _, p := range r.site.Pages {
		add := func(destination string, at source.Place) {
			picture := r.site.Picture(p, destination)
			if picture == nil {
				return
			}
			u := uses[picture.Path]
			if u == nil {
				u = &use{}
				uses[picture.Path] = u
			}
			if id := p.Common().ID; !slices.Contains(u.content, id) {
				u.content = append(u.content, id)
			}
			u.places = append(u.places, at)
		}
		for i, image := range p.Common().Images {
			add(image.Src, p.At(fmt.Sprintf("image.%d.src", i)))
		}
		for _, i := range p.Doc.Images {
			add(i.Destination, i.At)
		}
	}
	return uses
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
