package image

import (
	"path"
	"regexp"
	"strings"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/standards"
)

// Cameras, phones and screenshots name their files alike.
var (
	fileName   = regexp.MustCompile(`(?i)^\S*\.(jpe?g|png|gif|webp|svg|avif|heic|bmp|tiff?)$`)
	cameraName = regexp.MustCompile(`(?i)^(img|image|dsc[fn]?|pxl|p|mvimg|vid|wa|photo|foto|scan|screenshot)[-_ ]?[0-9][-_0-9]*$`)
)

var altFileName = &check.Check{
	ID:       "image/alt-file-name",
	Severity: finding.Error,
	Refs:     standards.ParseRefs("WCAG 1.1.1"),
	Source: func(p *check.SourcePass) {
		for _, image := range pictures(p.Page) {
			if namesFile(strings.TrimSpace(image.alt), path.Base(image.src)) {
				p.Found(image.altAt, "the words for this picture are only the name of a file: “"+strings.TrimSpace(image.alt)+"”")
			}
		}
	},
}

// namesFile tells whether a text alternative is a file name: that of the
// picture, with or without its ending, or one of the usual kinds.
func namesFile(alt, file string) bool {
	stem := strings.TrimSuffix(file, path.Ext(file))
	return alt != "" && (strings.EqualFold(alt, file) || alt == stem || fileName.MatchString(alt) || cameraName.MatchString(alt))
}
