package load

import (
	"context"
	"path"
	"strings"

	"handrail/internal/finding"
	"handrail/internal/parity"
	"handrail/internal/site"
	"handrail/internal/source"
)

// attach reads the records of translations and gives each one to its page.
func (l *loader) attach(ctx context.Context) error {
	pages := map[string]*site.Page{}
	for _, p := range l.site.Pages {
		pages[l.site.RecordPath(p)] = p
	}
	type read struct {
		file     *source.File
		record   *parity.Record
		problems []finding.Problem
	}
	all, err := sideBySide(ctx, l.records, func(name string) (read, error) {
		f, problems, err := l.text(name)
		if f == nil {
			return read{problems: problems}, err
		}
		record, problems := parity.Parse(f)
		return read{f, record, problems}, nil
	})
	if err != nil {
		return err
	}
	for i, r := range all {
		l.site.Problems = append(l.site.Problems, r.problems...)
		if r.file != nil {
			l.site.Files[r.file.Path] = r.file
		}
		p := pages[l.records[i]]
		if p == nil && !l.content(l.records[i]) {
			l.site.Problems = append(l.site.Problems, finding.Problem{At: source.Place{Path: l.records[i]}, Rule: "translation/record-leftover",
				Message: "this record belongs to a page that is not there any more"})
		}
		if p != nil && r.record != nil {
			l.site.Attach(p, r.record)
		}
	}
	return nil
}

// content tells whether the page of a record is there, though it may be a draft
// or broken.
func (l *loader) content(record string) bool {
	below := strings.TrimPrefix(strings.TrimSuffix(record, ".toml"), l.site.RecordFolder()+"/")
	for _, ending := range []string{".md", ".markdown"} {
		if l.site.Files[path.Join(l.config.ContentDir, below+ending)] != nil {
			return true
		}
	}
	return false
}
