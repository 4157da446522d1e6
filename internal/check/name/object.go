package name

import (
	"path"
	"slices"
	"strings"

	"handrail/internal/check"
	"handrail/internal/dom"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

var object = &check.Check{
	ID:       "name/object",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 1.1.1", "ACT 8fc3b6", "axe object-alt"),
	Output: func(p *check.OutputPass) {
		t := p.View.Tree()
		for _, e := range p.HTML.All("object") {
			if !is(e, "object") || explicit(t, e) || !exposed(t, e) || t.Name(e) != "" || !medium(e) {
				continue
			}
			if missing(p, attribute(e, "data")) {
				p.AskOn(e, "this object has no name, and whether what it embeds can be loaded is not known here")
				continue
			}
			p.FoundOn(e, "this object shows or plays something and has no name")
		}
	},
}

// mediaExtensions are those of pictures, sound and film that browsers know.
var mediaExtensions = strings.Fields(`.apng .avif .bmp .gif .ico .jfif .jpeg .jpg .png .svg .webp
	.aac .flac .m4a .mp3 .oga .ogg .opus .wav .weba .3gp .m4v .mov .mp4 .mpeg .mpg .ogv .webm`)

// medium says whether an object embeds a picture, sound or film: by the name of
// what it embeds, else by the type that is written.
func medium(e *dom.Element) bool {
	data := strings.Trim(attribute(e, "data"), " \t\n\f\r")
	kind := keyword(e, "type")
	switch {
	case data == "":
		return false
	case strings.HasPrefix(strings.ToLower(data), "data:"):
		kind = strings.ToLower(data[5:])
	default:
		if extension := path.Ext(pathOf(data)); extension != "" && extension != "." {
			return slices.Contains(mediaExtensions, strings.ToLower(extension))
		}
	}
	return strings.HasPrefix(kind, "image/") || strings.HasPrefix(kind, "audio/") || strings.HasPrefix(kind, "video/")
}

// pathOf cuts scheme, host, query and fragment off an address.
func pathOf(address string) string {
	address, _, _ = strings.Cut(address, "#")
	address, _, _ = strings.Cut(address, "?")
	if _, rest, ok := strings.Cut(address, "//"); ok {
		_, address, _ = strings.Cut(rest, "/")
	}
	return address
}

// missing says whether an address is one of this site at which there is nothing.
func missing(p *check.OutputPass, address string) bool {
	if p.View.Linked == nil || strings.Contains(address, "//") || strings.HasPrefix(strings.ToLower(address), "data:") {
		return false
	}
	return p.View.Linked(address) == nil
}
