package load

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode"

	"handrail/internal/config"
	"handrail/internal/fields"
	"handrail/internal/finding"
	"handrail/internal/kind"
	"handrail/internal/markdown"
	"handrail/internal/parity"
	"handrail/internal/private"
	"handrail/internal/site"
	"handrail/internal/source"
)

// parsed is one content file: the page, or only problems where nothing could
// be made of it.
type parsed struct {
	file     *source.File
	page     *site.Page
	private  []private.Value
	problems []finding.Problem
}

// page reads one content file.
func (l *loader) page(cf contentFile) (*parsed, error) {
	f, problems, err := l.text(cf.path)
	if err != nil {
		return nil, err
	}
	out := &parsed{file: f, problems: problems}
	if f != nil {
		l.parse(cf, out)
	}
	return out, nil
}

// Older returns the parts of an older copy of a page, as far as it can be read.
func Older(s *site.Site, p *site.Page, data []byte) []parity.Part {
	l := &loader{config: s.Config, site: s}
	out := &parsed{file: source.NewFile(p.File.Path, data)}
	l.parse(contentFile{p.File.Path, p.Path, p.Lang}, out)
	if out.page == nil {
		return nil
	}
	return out.page.Parts()
}

// parse makes the page of a file that was read.
func (l *loader) parse(cf contentFile, out *parsed) {
	f := out.file
	fm, problems := fields.FrontMatter(f)
	out.problems = append(out.problems, problems...)
	if len(problems) > 0 {
		return
	}
	front := &fields.Table{At: f.At(0)}
	switch fm.Format {
	case "toml":
		front, problems = fields.ParseTOML(f, fm.Start, fm.End)
	case "yaml":
		front, problems = fields.ParseYAML(f, fm.Start, fm.End)
	}
	out.problems = append(out.problems, problems...)
	if len(problems) > 0 || front == nil {
		return
	}
	out.private = takePrivate(f, front)
	out.page, problems = l.build(cf, f, front, fm.Body)
	out.problems = append(out.problems, problems...)
}

// takePrivate removes the [private] table before anything else can see it.
func takePrivate(f *source.File, front *fields.Table) []private.Value {
	entry, ok := front.Remove("private")
	if !ok {
		return nil
	}
	var values []private.Value
	if entry.Value.Table == nil {
		for _, s := range entry.Value.Strings() {
			values = append(values, private.New(f.Path, "private", s))
		}
		return values
	}
	entry.Value.Table.Walk(func(key string, v fields.Value) {
		for _, s := range v.Strings() {
			values = append(values, private.New(f.Path, key, s))
		}
	})
	return values
}

// build makes the page of a file: its kind, its front matter, its body.
func (l *loader) build(cf contentFile, f *source.File, front *fields.Table, body int) (*site.Page, []finding.Problem) {
	p := &site.Page{File: f, Front: front, Lang: cf.lang, Path: cf.below, Folder: folderOf(cf.below)}
	k, problems := l.kindOf(front, p)
	p.Kind = k.Name
	p.Data = k.New()
	at := kind.Places(p.At)
	decoded := fields.Decode(front, p.Data)
	p.Doc = markdown.Parse(f, body, markdown.Options{AllowHTML: l.config.AllowHTML})
	l.infer(p)
	if p.Kind == "page" {
		decoded = forgive(p, decoded)
	}
	problems = append(problems, decoded...)
	problems = append(problems, p.Data.Problems(at)...)
	problems = append(problems, l.vocabulary(p)...)
	problems = append(problems, p.Doc.Problems...)
	problems = append(problems, p.ReadBody()...)
	return p, problems
}

func folderOf(below string) string {
	if dir := path.Dir(below); dir != "." {
		return dir
	}
	return ""
}

// kindOf is the kind that the front matter names, else that of the folder,
// else of the file's name, else a page.
func (l *loader) kindOf(front *fields.Table, p *site.Page) (kind.Kind, []finding.Problem) {
	page, _ := kind.Named("page")
	inferred := page
	top, _, _ := strings.Cut(p.Folder, "/")
	stem := stem(p.Path)
	for _, k := range kind.Kinds() {
		if k.Folder != "" && k.Folder == top && stem != "index" || k.Name == "glossary" && p.Path == "glossary.md" {
			inferred = k
		}
	}
	for _, folder := range l.config.Folders {
		if within(p.Path, folder.Path) {
			if k, ok := kind.Named(folder.Kind); ok {
				inferred = k
			}
		}
	}
	entry, ok := front.Find("kind")
	if !ok {
		return inferred, nil
	}
	if k, ok := kind.Named(entry.Value.Str); ok {
		return k, nil
	}
	if inferred.Name == "page" {
		// Another generator's `kind` or `type` means something else.
		return inferred, nil
	}
	message := fmt.Sprintf("there is no kind called %q", entry.Value.Str)
	if near := fields.Nearest(entry.Value.Str, kind.Names()); near != "" {
		message += fmt.Sprintf("; did you mean %q?", near)
	}
	return inferred, []finding.Problem{{At: entry.Value.At, Rule: "front/value", Message: message,
		Fix: "Choose one of: " + strings.Join(kind.Names(), ", ") + "."}}
}

// infer fills in what a writer need not give.
func (l *loader) infer(p *site.Page) {
	c := p.Common()
	c.Kind, c.Lang = p.Kind, p.Lang.Tag
	if c.ID == "" {
		c.ID = slug(stem(p.Path))
	}
	if c.Version == 0 {
		c.Version = 1
	}
	if len(c.WrittenFor) == 0 {
		c.WrittenFor = l.config.WrittenFor
	}
	if len(c.Authors) == 0 {
		c.Authors = l.config.Authors
	}
	if page, ok := p.Data.(*kind.Page); ok && page.Role == "" && p.Folder == "" {
		if c.ID == "index" {
			page.Role = "home"
		} else if slices.Contains(kind.Roles(), c.ID) {
			page.Role = c.ID
		}
	}
	if story, ok := p.Data.(*kind.Story); ok && story.TermsOfUse == "" {
		story.TermsOfUse = "free-until-withdrawn"
	}
	p.Address = address(p)
}

// address is where a page answers: its folders and its id.
func address(p *site.Page) site.Address {
	parts := []string{p.Lang.Tag}
	for _, folder := range strings.Split(p.Folder, "/") {
		if folder != "" {
			parts = append(parts, slug(folder))
		}
	}
	if stem(p.Path) != "index" {
		parts = append(parts, p.Common().ID)
	}
	return site.Address(strings.Join(parts, "/") + "/")
}

// forgive lets a folder of another generator's markdown be read as it is: keys
// that mean nothing here are warnings, and a title or a summary that is not
// written is taken from the text. A page with a role was written for Handrail,
// so what it lacks is missed.
func forgive(p *site.Page, problems []finding.Problem) []finding.Problem {
	c := p.Common()
	_, ours := p.Front.Find("role")
	for i := range problems {
		if ours && problems[i].Rule != "front/unknown-key" {
			continue
		}
		switch problems[i].Rule {
		case "front/unknown-key":
			// The list of our own keys would only be in the way.
			problems[i].Rule, problems[i].Fix = "front/foreign-key", ""
		case "front/missing-field":
			problems[i].Rule = "front/inferred-field"
		case "front/wrong-type":
			problems[i].Rule = "front/foreign-value"
		}
	}
	if c.Title == "" {
		c.Title = strings.ReplaceAll(strings.ReplaceAll(stem(p.Path), "-", " "), "_", " ")
		if len(p.Doc.Headings) > 0 {
			c.Title = p.Doc.Headings[0].Text
		}
	}
	if c.Summary == "" {
		for _, b := range p.Doc.Blocks {
			if b.Kind == "paragraph" && b.Text != "" {
				c.Summary = firstWords(b.Text, 30)
				break
			}
		}
	}
	return problems
}

// vocabulary checks the words that the configuration defines.
func (l *loader) vocabulary(p *site.Page) []finding.Problem {
	var found []finding.Problem
	check := func(at source.Place, what, id string, known []string) {
		if slices.Contains(known, id) {
			return
		}
		message := fmt.Sprintf("the %s %q is not in the configuration", what, id)
		if near := fields.Nearest(id, known); near != "" {
			message += fmt.Sprintf("; did you mean %q?", near)
		}
		found = append(found, finding.Problem{At: at, Rule: "front/vocabulary", Message: message,
			Fix: "Use one of: " + strings.Join(known, ", ") + ". Or add it to the configuration as [[" + what + "]]."})
	}
	contexts, audiences := ids(l.config.Contexts), ids(l.config.Audiences)
	if story, ok := p.Data.(*kind.Story); ok {
		for i, id := range story.Context {
			check(p.At(fmt.Sprintf("context.%d", i)), "context", id, contexts)
		}
	}
	for i, id := range p.Common().Audience {
		check(p.At(fmt.Sprintf("audience.%d", i)), "audience", id, audiences)
	}
	for _, c := range p.Doc.Containers {
		if c.Name == "recommendation" {
			for _, id := range strings.Fields(c.Attributes["audience"]) {
				check(c.At, "audience", id, audiences)
			}
		}
	}
	return found
}

func ids(labels []config.Label) []string {
	var ids []string
	for _, l := range labels {
		ids = append(ids, l.ID)
	}
	return ids
}

func stem(name string) string { return strings.TrimSuffix(path.Base(name), path.Ext(name)) }

// slug makes a part of an address from a file name: small letters and digits of
// any script, the rest as single hyphens.
func slug(name string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(name) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	if s := strings.TrimSuffix(b.String(), "-"); s != "" {
		return s
	}
	return "page"
}

func firstWords(text string, n int) string {
	words := strings.Fields(text)
	if len(words) <= n {
		return strings.Join(words, " ")
	}
	return strings.Join(words[:n], " ") + " …"
}
