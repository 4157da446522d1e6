package load

import (
	"errors"
	"io/fs"

	"handrail/internal/fields"
	"handrail/internal/finding"
	"handrail/internal/site"
	"handrail/internal/source"
)

// held reads the file that lets pages stay as hard as they are.
func (l *loader) held() error {
	name := l.config.Plain.Baseline
	if name == "" {
		return nil
	}
	f, err := l.folder.Read(name, source.MaxText)
	say := func(at source.Place, message, fix string) {
		l.site.Problems = append(l.site.Problems, finding.Problem{At: at, Rule: "plain/baseline", Message: message, Fix: fix})
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		say(l.config.At("plain"), "there is no file "+name+" yet", "Write it with `handrail check --write-plain-baseline`.")
		return nil
	case errors.Is(err, source.ErrTooLarge):
		say(source.Place{Path: name}, "this file is too large to be a baseline", "")
		return nil
	case err != nil:
		return err
	}
	l.site.Files[name] = f
	table, problems := fields.ParseTOML(f, 0, len(f.Data))
	var file site.HeldFile
	if len(problems) == 0 {
		problems = fields.Decode(table, &file)
	}
	for _, p := range problems {
		say(p.At, p.Message, p.Fix)
	}
	l.site.Held = map[string]site.Held{}
	for _, held := range file.Pages {
		l.site.Held[held.File] = held
	}
	return nil
}
