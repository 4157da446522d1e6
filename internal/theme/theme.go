// Package theme reads themes: layouts, interface words, styles and settings.
//
// A theme is a folder. A site's own themes/<name>/ lies over the built-in one
// file by file, so a network can change one template and keep the rest.
// Its colours, logo and size of type can be changed in theme.toml alone, without
// touching a style sheet; colours that people could not read are refused.
// Layouts are given views, plain structs that hold only what may be shown; a
// layout cannot reach a file, a private value or the network.
package theme

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"

	"handrail/internal/css"
	"handrail/internal/finding"
	"handrail/internal/source"
)

// A Theme is ready to make pages.
type Theme struct {
	Name   string
	Assets map[string][]byte // by path below assets/
	// Sources are the layouts that people can change: those in the site's
	// folder. What they make says in an attribute where it was written.
	Sources []*source.File

	// Scripts and Styles are the texts of the <script> and <style> elements that
	// the layouts hold word for word.
	Scripts, Styles []string

	layouts    map[string]*template.Template
	containers map[string]*template.Template
	words      map[string]catalog // by language tag
	logo       *Logo              // nil where the header shows the site's title
}

// A Layer is one folder of a theme.
type Layer struct {
	FS   fs.FS
	Path string // what places in it begin with, such as themes/plain
	Own  bool   // it lies in the site's folder and is not built in
}

// Layers is a stack of theme folders; the first one that has a file wins.
type Layers []Layer

// read returns the file of the topmost layer that has it.
func (l Layers) read(name string) ([]byte, error) {
	data, _, err := l.find(name)
	return data, err
}

// find is read, and says which layer it is.
func (l Layers) find(name string) ([]byte, Layer, error) {
	for _, layer := range l {
		data, err := fs.ReadFile(layer.FS, name)
		if err == nil {
			return data, layer, nil
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return nil, layer, fmt.Errorf("reading the theme's %s: %w", name, err)
		}
	}
	return nil, Layer{}, fmt.Errorf("the theme has no file %s: %w", name, fs.ErrNotExist)
}

// list returns the paths of all files below dir in any layer, sorted.
func (l Layers) list(dir string) ([]string, error) {
	var names []string
	for _, layer := range l {
		err := fs.WalkDir(layer.FS, dir, func(name string, entry fs.DirEntry, err error) error {
			if errors.Is(err, fs.ErrNotExist) {
				return nil
			}
			if err != nil {
				return fmt.Errorf("reading the theme's folder %s: %w", dir, err)
			}
			if entry.Type().IsRegular() && !strings.HasPrefix(path.Base(name), ".") {
				names = append(names, name)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	slices.Sort(names)
	return slices.Compact(names), nil
}

// styleSheet is the asset that begins with what the settings say.
const styleSheet = "style.css"

// Load reads a theme. Problems are about its settings (theme/settings,
// theme/contrast) and its interface words (theme/words); a layout that cannot
// be read is an error, since without it nothing can be made.
func Load(name string, layers Layers) (*Theme, []finding.Problem, error) {
	t := &Theme{Name: name, Assets: map[string][]byte{},
		layouts: map[string]*template.Template{}, containers: map[string]*template.Template{}, words: map[string]catalog{}}
	files, err := layers.list("assets")
	if err != nil {
		return nil, nil, err
	}
	for _, file := range files {
		data, err := layers.read(file)
		if err != nil {
			return nil, nil, err
		}
		t.Assets[strings.TrimPrefix(file, "assets/")] = data
	}
	set, err := readSettings(name, layers)
	if err != nil {
		return nil, nil, err
	}
	t.takeLogo(set)
	if err := t.cleanPictures(); err != nil {
		return nil, nil, err
	}
	if sheet, ok := t.Assets[styleSheet]; ok {
		t.Assets[styleSheet] = append(set.prelude(), css.Compact(string(sheet))...)
	}
	if err := t.loadLayouts(layers); err != nil {
		return nil, nil, err
	}
	problems, err := t.loadWords(layers)
	return t, append(set.problems, problems...), err
}

// loadLayouts parses the shared parts once and each layout on a copy of them.
func (t *Theme) loadLayouts(layers Layers) error {
	files, err := layers.list("layouts")
	if err != nil {
		return err
	}
	shared := template.New("").Option("missingkey=error").Funcs(functions).
		Funcs(template.FuncMap{"logo": func() *Logo { return t.logo }})
	var layouts, containers []string
	for _, file := range files {
		if path.Ext(file) != ".html" {
			continue
		}
		switch path.Base(path.Dir(file)) {
		case "layouts":
			layouts = append(layouts, file)
		case "containers":
			containers = append(containers, file)
		default:
			if err := t.parseInto(shared, layers, file); err != nil {
				return err
			}
		}
	}
	for into, files := range map[*map[string]*template.Template][]string{&t.layouts: layouts, &t.containers: containers} {
		for _, file := range files {
			layout, err := shared.Clone()
			if err != nil {
				return fmt.Errorf("copying the theme's parts: %w", err)
			}
			if err := t.parseInto(layout, layers, file); err != nil {
				return err
			}
			(*into)[strings.TrimSuffix(path.Base(file), ".html")] = layout
		}
	}
	return nil
}

// parseInto adds a file of the theme to a set of templates.
func (t *Theme) parseInto(set *template.Template, layers Layers, file string) error {
	data, layer, err := layers.find(file)
	if err != nil {
		return err
	}
	text := string(data)
	t.Scripts, t.Styles = append(t.Scripts, inside("script", text)...), append(t.Styles, inside("style", text)...)
	if at := path.Join(layer.Path, file); layer.Own && !strings.ContainsAny(at, "\"&{") { // a path that an attribute holds as it is
		written := source.NewFile(at, data)
		t.Sources = append(t.Sources, written)
		text = mark(written)
	}
	parsed, err := set.New(file).Parse(text)
	if err != nil {
		return fmt.Errorf("the theme's %s cannot be read: %w", file, reworded(err))
	}
	return ends(parsed, file)
}

// reworded takes the library's own prefix from its message.
func reworded(err error) error {
	message := strings.TrimPrefix(err.Error(), "html/template: ")
	return errors.New(strings.TrimPrefix(message, "template: "))
}

// Limits that no page of people's words comes near. A layout that loops meets
// one of them.
const (
	maxPage = 16 << 20 // bytes of one page
	maxTime = 10 * time.Second
)

// Page makes a whole page with a layout.
func (t *Theme) Page(ctx context.Context, layout string, view any) ([]byte, error) {
	set := t.layouts[layout]
	if set == nil {
		return nil, fmt.Errorf("the theme has no layout layouts/%s.html", layout)
	}
	return run(ctx, set, "base", view)
}

// HasContainer tells whether the theme makes the HTML of a container.
func (t *Theme) HasContainer(name string) bool { return t.containers[name] != nil }

// Container makes the HTML of a fenced container.
func (t *Theme) Container(ctx context.Context, name string, view any) ([]byte, error) {
	set := t.containers[name]
	if set == nil {
		return nil, fmt.Errorf("the theme has no container layouts/containers/%s.html", name)
	}
	return run(ctx, set, "layouts/containers/"+name+".html", view)
}

// run executes a template and gives up on one that does not end.
func run(ctx context.Context, set *template.Template, name string, view any) ([]byte, error) {
	out := &limited{}
	ctx, cancel := context.WithTimeout(ctx, maxTime)
	defer cancel()
	done := make(chan error, 1)
	go func() { done <- set.ExecuteTemplate(out, name, view) }()
	select {
	case err := <-done:
		if err != nil {
			return nil, fmt.Errorf("the theme could not make the page: %w", reworded(err))
		}
		return out.Bytes(), nil
	case <-ctx.Done():
		// Go templates cannot be stopped from outside; the one left behind
		// stops at its own limit or with the program.
		return nil, fmt.Errorf("the theme's %s did not finish: %w", name, ctx.Err())
	}
}

// limited is a buffer that refuses to grow past maxPage.
type limited struct{ bytes.Buffer }

func (l *limited) Write(p []byte) (int, error) {
	if l.Len()+len(p) > maxPage {
		return 0, fmt.Errorf("the page grew past %d MB; does a template include itself?", maxPage>>20)
	}
	return l.Buffer.Write(p)
}
