// Package build knows the order: load, check, render, check, publish.
//
// It is the only package that does. Everything moves forward; a finding never
// stops the work early, so a writer sees all that is wrong at once, and nothing
// is published while anything blocks.
package build

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"handrail/internal/approval"
	"handrail/internal/check"
	"handrail/internal/config"
	"handrail/internal/css"
	"handrail/internal/fields"
	"handrail/internal/finding"
	"handrail/internal/kind"
	"handrail/internal/leak"
	"handrail/internal/load"
	"handrail/internal/private"
	"handrail/internal/render"
	"handrail/internal/site"
	"handrail/internal/source"
	"handrail/internal/theme"
	"handrail/themes"
)

// Options say what to build.
type Options struct {
	Source     string // the site folder
	ConfigFile string // below it
	BaseURL    string // overrides the configuration where it is not empty
	Drafts     bool   // builds drafts too
	Preview    bool   // keeps pages that wait for an approval, and marks them
	Env        []string
	Today      time.Time
	Checks     *check.Set
	Author     bool // keeps what is for the author of a story alone
	// Progress is called now and then with how many files are done of how
	// many; nil for never. It may be called from several goroutines.
	Progress func(done, total int)
}

// A Sink takes a finished file. Content lists the ids of what it shows. It is
// called from several goroutines.
type Sink func(path string, data []byte, content []string) error

// A Result is what a build found and made.
type Result struct {
	Findings []finding.Finding
	Pages    int // finished HTML pages
	Files    int // files made
	// Origins names the content file that each finished page was made from.
	Origins map[string]string
	sources map[string]bool // every file that was read, and the folders above
	// Config is how the site is set; nil where it could not be read.
	Config *config.Config
	// Site is the library as it was read; nil where it could not be read.
	Site *site.Site

	scanner *leak.Scanner
}

// Private tells whether a text holds a private value, so that no report may
// repeat it.
func (r *Result) Private(text string) bool {
	return len(r.scanner.Scan([]byte(text))) > 0 || len(r.scanner.Spells(text)) > 0
}

// Holds tells whether a path is a file that was read, or a folder of such.
func (r *Result) Holds(path string) bool { return path == "." || r.sources[path] }

// Blocked tells whether the findings keep the build from being published. They
// are weighed as --fail-on says.
func (r *Result) Blocked(failOn finding.Severity) bool {
	for _, f := range r.Findings {
		if f.Severity == finding.Error || failOn == finding.Warning && f.Severity == finding.Warning {
			return true
		}
	}
	return false
}

// BadConfig says that the configuration cannot be used.
type BadConfig struct{ Problems []finding.Problem }

// Error gives one line for each problem.
func (b *BadConfig) Error() string {
	var lines []string
	for _, p := range b.Problems {
		line := p.Message
		if p.At.Line > 0 {
			line = fmt.Sprintf("%s:%d:%d: %s", p.At.Path, p.At.Line, p.At.Col, line)
		} else if p.At.Path != "" {
			line = p.At.Path + ": " + line
		}
		if p.Fix != "" {
			if !strings.HasSuffix(line, "?") {
				line += "."
			}
			line += " " + strings.TrimSuffix(p.Fix, ".")
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// Run builds the site and hands every finished file to the sink. An error
// means that the work could not be done; what is wrong with the content is in
// the result.
func Run(ctx context.Context, o Options, sink Sink) (*Result, error) {
	folder, err := source.OpenFolder(o.Source)
	if err != nil {
		return nil, fmt.Errorf("%w; name the site's folder with --source", err)
	}
	defer folder.Close()
	c, settings, err := configuration(folder, o)
	if err != nil {
		return nil, err
	}
	result := &Result{Config: c, Origins: map[string]string{}}
	t, themeProblems, err := openTheme(folder, c.Theme)
	if err != nil {
		return result, err
	}
	loaded, err := load.Site(ctx, folder, c)
	if err != nil {
		return result, err
	}
	judged, err := judge(ctx, o, loaded.Site)
	if err != nil {
		return result, err
	}
	shown := judged.Site(loaded.Site, o.Preview)
	w := &work{
		options: o, site: loaded.Site, shown: shown, sink: sink, result: result,
		renderer: render.New(shown, t), written: map[string]bool{},
		scanner: leak.New(slices.Concat(loaded.Private, configPrivate(c, settings.Path), judged.Records.Private())),
	}
	result.Site, result.scanner = loaded.Site, w.scanner
	loaded.Site.Files[settings.Path] = settings
	for _, layout := range t.Sources {
		loaded.Site.Files[layout.Path] = layout
	}
	result.sources = everything(loaded.Site)
	w.library = css.NewLibrary(w.renderer.Sheet)
	w.add(o.Checks.FromLoad(loaded.Site.Problems), nil)
	w.add(o.Checks.FromLoad(slices.Concat(themeProblems, t.Unsaid(loaded.Site.Languages, c.At("languages")), t.Undrawn(loaded.Site, c.At("languages")))), nil)
	w.add(o.Checks.FromLoad(slices.Concat(judged.Problems(approvalsPath(c), o.Today), judged.Mentions(shown))), nil)
	if err := w.checkSource(ctx); err != nil {
		return result, err
	}
	broken, err := w.renderer.Pictures(ctx, w.write)
	if err != nil {
		return result, err
	}
	w.add(o.Checks.FromLoad(broken), nil)
	if err := w.render(ctx); err != nil {
		return result, err
	}
	finding.Sort(w.found) // of equal ones, Silence keeps the first
	result.Findings = rootsOnly(o.Checks.Silence(loaded.Site, w.found, o.Today))
	for i := range result.Findings {
		if f := &result.Findings[i]; f.Page != "" {
			f.Message += " (on " + f.Page + ")"
		}
	}
	if !o.Author {
		result.Findings = slices.DeleteFunc(result.Findings, func(f finding.Finding) bool { return o.Checks.ForAuthor(f) })
	}
	w.hush(result.Findings)
	finding.Sort(result.Findings)
	return result, w.crash
}

// rootsOnly leaves out what pages say about contrast when the theme's colours
// are refused: every page would say once more what one line of theme.toml mends.
func rootsOnly(found []finding.Finding) []finding.Finding {
	refused := func(f finding.Finding) bool { return f.Rule == "theme/contrast" && f.Severity == finding.Error }
	if !slices.ContainsFunc(found, refused) {
		return found
	}
	return slices.DeleteFunc(found, func(f finding.Finding) bool { return strings.HasPrefix(f.Rule, "contrast/") })
}

// judge compares what the site holds with what people have approved.
func judge(ctx context.Context, o Options, s *site.Site) (*approval.Judgement, error) {
	records, err := approval.Open(o.Source, s.Config.PrivateDir).Read()
	if err != nil {
		return nil, err
	}
	return approval.Judge(ctx, s, records, o.Today)
}

// approvalsPath is how reports name the folder of approvals. Where on a machine
// another repository lies is nobody's business.
func approvalsPath(c *config.Config) string {
	if filepath.IsLocal(filepath.FromSlash(c.PrivateDir)) {
		return c.PrivateDir + "/approvals"
	}
	return "approvals"
}

// Read reads the site and makes nothing of it: for commands that ask what is
// there.
func Read(ctx context.Context, o Options) (*site.Site, error) {
	folder, err := source.OpenFolder(o.Source)
	if err != nil {
		return nil, fmt.Errorf("%w; name the site's folder with --source", err)
	}
	defer folder.Close()
	c, _, err := configuration(folder, o)
	if err != nil {
		return nil, err
	}
	c.WithholdStale = false // they are asked about, so they are there
	loaded, err := load.Site(ctx, folder, c)
	if err != nil {
		return nil, err
	}
	return loaded.Site, nil
}

// configuration reads handrail.toml. A folder without one is still a site when
// it has content.
func configuration(folder *source.Folder, o Options) (*config.Config, *source.File, error) {
	f, err := readConfig(folder, o.ConfigFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, fmt.Errorf("there is no %s in %s; start a site with `handrail new site NAME`, or name its folder with --source", o.ConfigFile, folder.Dir)
	}
	if err != nil {
		return nil, nil, err
	}
	env := o.Env
	const variable = "HANDRAIL_BASE_URL"
	if o.BaseURL != "" {
		env = slices.DeleteFunc(slices.Clone(env), func(set string) bool { return strings.HasPrefix(set, variable+"=") })
		env = append(env, variable+"="+o.BaseURL)
	}
	c, problems := config.Load(f, env)
	for i := range problems {
		if o.BaseURL != "" && problems[i].At.Path == variable {
			problems[i].At.Path = "--base-url"
		}
	}
	problems = append(problems, unknownIgnores(c, o.Checks)...)
	problems = append(problems, unknownKinds(c)...)
	if len(problems) > 0 {
		return nil, nil, &BadConfig{problems}
	}
	c.Drafts = c.Drafts || o.Drafts
	c.ShowWithheld = o.Preview
	return c, f, nil
}

// readConfig reads the configuration: below the site's folder, or anywhere a
// person has named outright.
func readConfig(folder *source.Folder, name string) (*source.File, error) {
	if filepath.IsLocal(name) {
		return folder.Read(filepath.ToSlash(name), source.MaxText)
	}
	elsewhere, err := source.OpenFolder(filepath.Dir(name))
	if err != nil {
		return nil, err
	}
	defer elsewhere.Close()
	return elsewhere.Read(filepath.Base(name), source.MaxText)
}

// unknownIgnores are ignores of checks that do not exist: a build that obeys
// them would silence nothing and seem sound.
func unknownIgnores(c *config.Config, checks *check.Set) []finding.Problem {
	var problems []finding.Problem
	for _, ig := range c.Ignores {
		if checks.Named(ig.Rule) != nil {
			continue
		}
		message := fmt.Sprintf("there is no check called %q", ig.Rule)
		if near := fields.Nearest(ig.Rule, checks.IDs()); near != "" {
			message += fmt.Sprintf("; did you mean %q?", near)
		}
		problems = append(problems, finding.Problem{At: ig.At, Rule: "config/ignore", Message: message, Fix: "List all checks with `handrail explain`."})
	}
	return problems
}

// unknownKinds are folders and limits of a kind that does not exist.
func unknownKinds(c *config.Config) []finding.Problem {
	var problems []finding.Problem
	look := func(at source.Place, name string) {
		if _, ok := kind.Named(name); !ok {
			problems = append(problems, finding.Problem{At: at, Rule: "config/wrong-value",
				Message: fmt.Sprintf("there is no kind called %q", name), Fix: "Choose one of: " + strings.Join(kind.Names(), ", ") + "."})
		}
	}
	for _, folder := range c.Folders {
		look(folder.At, folder.Kind)
	}
	for _, limit := range c.Plain.Set {
		if limit.Kind != "" {
			look(limit.At, limit.Kind)
		}
	}
	return problems
}

// openTheme stacks the site's own themes over the ones built in.
func openTheme(folder *source.Folder, name string) (*theme.Theme, []finding.Problem, error) {
	var layers theme.Layers
	for _, n := range []string{name, "plain"} {
		for _, root := range []fs.FS{folder.FS(), themes.FS} {
			dir := n
			if root != fs.FS(themes.FS) {
				dir = path.Join("themes", n)
			}
			if layer, err := fs.Sub(root, dir); err == nil {
				if info, err := fs.Stat(layer, "."); err == nil && info.IsDir() {
					layers = append(layers, theme.Layer{FS: layer, Path: path.Join("themes", n), Own: dir != n})
				}
			}
		}
		if n == name && len(layers) == 0 {
			return nil, nil, fmt.Errorf("there is no theme called %q; make a folder themes/%s, or use theme = \"plain\"", name, name)
		}
		if name == "plain" {
			break
		}
	}
	return theme.Load(name, layers)
}

// configPrivate are the private values of the configuration itself.
func configPrivate(c *config.Config, file string) []private.Value {
	if c.Private == nil {
		return nil
	}
	var values []private.Value
	c.Private.Walk(func(key string, v fields.Value) {
		for _, s := range v.Strings() {
			values = append(values, private.New(file, key, s))
		}
	})
	return values
}

// everything lists the files of a site and the folders that hold them.
func everything(s *site.Site) map[string]bool {
	all := map[string]bool{}
	add := func(file string) {
		for ; file != "." && file != "/" && !all[file]; file = path.Dir(file) {
			all[file] = true
		}
	}
	for file := range s.Files {
		add(file)
	}
	for _, p := range s.Problems {
		add(p.At.Path)
	}
	return all
}
