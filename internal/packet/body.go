package packet

import (
	"encoding/base64"
	"fmt"
	"html/template"

	"handrail/internal/dom"
	"handrail/internal/markdown"
	"handrail/internal/media"
	"handrail/internal/site"
)

// A picture as a packet shows it, with its words written out: who approves a
// text alternative must be able to see it.
type picture struct {
	Src             template.URL
	Width, Height   int
	Alt             string
	Decorative      bool
	Caption, Credit string
}

// body fills in the pictures and the text.
func (v *view) body(s *site.Site, p *site.Page) error {
	for _, i := range p.Common().Images {
		shown, err := embedded(s, p, i.Src)
		if err != nil {
			return err
		}
		shown.Alt, shown.Decorative, shown.Caption, shown.Credit = i.Alt, i.Decorative, i.Caption, i.Credit
		v.Pictures = append(v.Pictures, shown)
	}
	sources := map[string]picture{}
	for _, i := range p.Doc.Images {
		shown, err := embedded(s, p, i.Destination)
		if err != nil {
			return err
		}
		sources[i.Destination] = shown
		shown.Alt, shown.Decorative, shown.Caption, shown.Credit = i.Alt, i.Decorative, i.Title, i.Credit
		v.Inside = append(v.Inside, shown)
	}
	for _, l := range p.Doc.Links {
		v.Links = append(v.Links, l.Text+" → "+l.Destination)
	}
	html, err := p.Doc.HTML(markdown.Rendering{
		TopHeading: 3,
		Link:       func(markdown.Link) markdown.Target { return markdown.Target{Nowhere: true} },
		Picture: func(i markdown.Image) (markdown.Picture, bool) {
			shown := sources[i.Destination]
			return markdown.Picture{Src: string(shown.Src), Width: shown.Width, Height: shown.Height, Credit: i.Credit}, shown.Src != ""
		},
		Container: func(c *markdown.Container, h markdown.ContainerHTML) (template.HTML, error) {
			title := ""
			if c.Attributes["title"] != "" {
				title = "<p><strong>" + string(h.Title) + "</strong></p>\n"
			}
			return template.HTML(`<div class="part">` + "\n" + title + string(h.All) + "</div>\n"), nil
		},
	})
	v.Body = template.HTML(dom.StripAt([]byte(html)))
	return err
}

// embedded is a picture as the site would publish it, in the file itself.
func embedded(s *site.Site, p *site.Page, destination string) (picture, error) {
	found := s.Picture(p, destination)
	if found == nil || found.Refused != "" {
		return picture{}, nil
	}
	data, err := found.Read()
	if err != nil {
		return picture{}, fmt.Errorf("a picture of %s: %w", p.File.Path, err)
	}
	const widest = 960
	if found.Info.Format == "svg" {
		clean, info, err := media.CleanSVG(data)
		if err != nil {
			return picture{}, fmt.Errorf("a picture of %s: %w", p.File.Path, err)
		}
		return picture{Src: inFile("image/svg+xml", clean), Width: info.Width, Height: info.Height}, nil
	}
	made, err := media.Resize(data, []int{widest})
	if err != nil {
		return picture{}, fmt.Errorf("a picture of %s: %w", p.File.Path, err)
	}
	last := made[len(made)-1]
	mime := map[string]string{".jpg": "image/jpeg", ".png": "image/png"}[last.Ext]
	return picture{Src: inFile(mime, last.Data), Width: last.Width, Height: last.Height}, nil
}

// inFile writes bytes as an address that needs no other file. RFC 2397.
func inFile(mime string, data []byte) template.URL {
	return template.URL("data:" + mime + ";base64," + base64.StdEncoding.EncodeToString(data))
}
