// Package media checks films and recordings: captions, descriptions, transcripts, sounds
// that begin by themselves.
package media

import (
	"embed"

	"handrail/internal/check"
)

//go:embed *.txtar
var pages embed.FS

// All lists the checks of the area.
func All() []*check.Check {
	return check.Documented(pages, captions, captionsLanguage, described, playsByItself, signLanguage, transcript, transcriptLink)
}
