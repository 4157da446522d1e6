package load

import (
	"errors"
	"io/fs"

	"handrail/internal/kind"
	"handrail/internal/source"
	"handrail/internal/terms"
)

// terms reads the network's own list of words, if it has one.
func (l *loader) terms() error {
	var own *source.File
	f, err := l.folder.Read(terms.File, source.MaxText)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case errors.Is(err, source.ErrTooLarge):
		_, problems, err := l.text(terms.File)
		l.site.Problems = append(l.site.Problems, problems...)
		if err != nil {
			return err
		}
	case err != nil:
		return err
	default:
		own = f
		l.site.Files[terms.File] = f
	}
	lists, problems := terms.For(l.config.Languages, kind.Names(), own)
	l.site.Terms = lists
	l.site.Problems = append(l.site.Problems, problems...)
	return nil
}
