package load

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"handrail/internal/fields"
	"handrail/internal/finding"
	"handrail/internal/lang"
	"handrail/internal/media"
	"handrail/internal/site"
	"handrail/internal/source"
)

// tracking reads the data folder: tracking/*.toml, and notes where the records
// of translations are.
func (l *loader) tracking() error {
	files, odd, err := l.folder.List(l.config.DataDir)
	if err != nil {
		return err
	}
	l.oddities(odd)
	for _, name := range files {
		if path.Ext(name) == ".toml" && within(name, l.site.RecordFolder()) {
			l.records = append(l.records, name)
			continue
		}
		if path.Ext(name) != ".toml" || path.Dir(name) != path.Join(l.config.DataDir, "tracking") {
			l.site.Problems = append(l.site.Problems, finding.Problem{At: source.Place{Path: name}, Rule: "source/data-file",
				Message: "nothing on the site is made from this file"})
			continue
		}
		f, problems, err := l.text(name)
		if err != nil {
			return err
		}
		l.site.Problems = append(l.site.Problems, problems...)
		if f == nil {
			continue
		}
		l.site.Files[name] = f
		front, problems := fields.ParseTOML(f, 0, len(f.Data))
		if len(problems) == 0 {
			l.private = append(l.private, takePrivate(f, front)...)
			t := &site.Tracking{ID: slug(stem(name)), File: f, Front: front}
			problems = append(fields.Decode(front, t), trackingProblems(t)...)
			problems = append(problems, l.notes(t)...)
			l.site.Tracking = append(l.site.Tracking, t)
		}
		l.site.Problems = append(l.site.Problems, problems...)
	}
	return nil
}

// notes reads the note of each status: one text, which is in the default
// language, or a table of texts by language.
func (l *loader) notes(t *site.Tracking) []finding.Problem {
	var found []finding.Problem
	for i := range t.Statuses {
		s := &t.Statuses[i]
		s.Note = map[string]string{}
		switch {
		case s.Written.Table != nil:
			for _, e := range s.Written.Table.Entries {
				if _, ok := l.site.Language(e.Key); ok && e.Value.Type == fields.String {
					s.Note[e.Key] = e.Value.Str
					continue
				}
				found = append(found, finding.Problem{At: e.At, Rule: "front/value", Message: fmt.Sprintf("`note` cannot have %q here", fields.Shown(e.Key)),
					Fix: "Write a text for each language of the site: " + strings.Join(l.config.Languages, ", ") + "."})
			}
		case s.Written.Type == fields.String:
			s.Note[l.site.Default().Tag] = s.Written.Str
		default:
			found = append(found, finding.Problem{At: s.Written.At, Rule: "front/wrong-type", Message: "`note` needs a text, or a text for each language",
				Fix: `Write it like note = "The grant ended."`})
		}
	}
	return found
}

// trackingProblems checks the words and months of a tracking file.
func trackingProblems(t *site.Tracking) []finding.Problem {
	var found []finding.Problem
	en, _ := lang.Parse("en")
	for i, s := range t.Statuses {
		at := func(key string) source.Place {
			return site.FieldPlace(t.Front, t.File, fmt.Sprintf("status.%d.%s", i, key))
		}
		if s.Status != "" && !slices.Contains(site.Statuses(), s.Status) {
			found = append(found, finding.Problem{At: at("status"), Rule: "front/value",
				Message: fmt.Sprintf("`status` cannot be %q", s.Status),
				Fix:     "Choose one of: " + strings.Join(site.Statuses(), ", ") + "."})
		}
		if _, err := en.YearMonth(s.Month); s.Month != "" && err != nil {
			found = append(found, finding.Problem{At: at("month"), Rule: "front/value",
				Message: fmt.Sprintf("`month` needs a year and a month, and %q is not one", s.Month), Fix: `Write it like "2026-03".`})
		}
	}
	return found
}

// pictures inspects every picture that a page uses, side by side. The others
// are not part of the site.
func (l *loader) pictures(ctx context.Context) error {
	used := map[string]bool{}
	use := func(p *site.Page, destination string) {
		for _, c := range l.site.PicturePaths(p, destination) {
			if l.pictured[c] {
				used[c] = true
				return
			}
		}
	}
	for _, p := range l.site.Pages {
		for _, i := range p.Common().Images {
			use(p, i.Src)
		}
		for _, i := range p.Doc.Images {
			use(p, i.Destination)
		}
	}
	names := make([]string, 0, len(used))
	for name := range used {
		names = append(names, name)
	}
	slices.Sort(names)
	inspected, err := sideBySide(ctx, names, l.picture)
	if err != nil {
		return err
	}
	for _, p := range inspected {
		l.site.Pictures[p.Path] = p
	}
	return nil
}

// maxPicture is the largest picture file that is read, in bytes.
const maxPicture = 25 << 20

func (l *loader) picture(name string) (*site.Picture, error) {
	p := &site.Picture{Path: name}
	p.Read = func() ([]byte, error) {
		f, err := l.folder.Read(name, maxPicture)
		if err != nil {
			return nil, err
		}
		return f.Data, nil
	}
	data, err := p.Read()
	var refused *media.Refused
	switch {
	case errors.Is(err, source.ErrTooLarge):
		p.Refused = fmt.Sprintf("the picture's file is larger than %d MB", maxPicture>>20)
		p.Fix = "Save a smaller copy. 2,000 pixels across is plenty."
		return p, nil
	case errors.Is(err, fs.ErrPermission):
		return nil, fmt.Errorf("%w; allow it to be read", err)
	case err != nil:
		return nil, err
	}
	p.Info, err = media.Inspect(data)
	if errors.As(err, &refused) {
		p.Refused, p.Fix = refused.Reason, refused.Fix
		return p, nil
	}
	return p, err
}
