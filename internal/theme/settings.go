package theme

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"handrail/internal/fields"
	"handrail/internal/finding"
	"handrail/internal/source"
)

const (
	ruleSettings = "theme/settings"
	ruleContrast = "theme/contrast"
)

// settings are what theme.toml says, all layers together. A layer above changes
// single values and keeps the rest. Pairs are only ever added: who changes the
// colours cannot take away what they are measured by.
type settings struct {
	theme    string // its name, for places
	written  bool   // there is a theme.toml
	scale    string
	textFont string
	logo     fields.Value // Str is empty without one
	schemes  []*palette   // light, dark
	pairs    []pair
	problems []finding.Problem
}

// A pair is two roles that the style sheet shows together, and the contrast
// that they need (WCAG 2.2, 1.4.3, 1.4.6 and 1.4.11). A role that no pair
// names does not exist.
type pair struct {
	At    source.Place
	Text  string  `field:"text,required"`
	On    string  `field:"on,required"`
	Least float64 `field:"least,required"`
}

// settingsFile is one theme.toml as it is written.
type settingsFile struct {
	Scale    *fields.Value `field:"scale"`
	TextFont *fields.Value `field:"text_font"`
	Logo     *fields.Value `field:"logo"`
	Colors   struct {
		Light *fields.Table `field:"light"`
		Dark  *fields.Table `field:"dark"`
	} `field:"colors"`
	Pairs []pair `field:"pair"`
}

// readSettings reads theme.toml of every layer, the lowest one first, and
// checks that the colours can be told apart.
func readSettings(name string, layers Layers) (*settings, error) {
	s := &settings{theme: name, scale: "normal", textFont: "serif",
		schemes: []*palette{{name: "light", colors: map[string]color{}}, {name: "dark", colors: map[string]color{}}}}
	for i, layer := range slices.Backward(layers) {
		data, err := Layers{layer}.read("theme.toml")
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		s.written = true
		s.add(source.NewFile(path.Join(layer.Path, "theme.toml"), data), len(layers)-i)
	}
	s.complete()
	s.problems = append(s.problems, s.contrasts()...)
	return s, nil
}

// add puts what a file says over what is there. The greater height is the layer
// further up.
func (s *settings) add(f *source.File, height int) {
	table, problems := fields.ParseTOML(f, 0, len(f.Data))
	var w settingsFile
	if table != nil {
		problems = append(problems, fields.Decode(table, &w)...)
	}
	for _, p := range problems {
		p.Rule = ruleSettings
		s.problems = append(s.problems, p)
	}
	s.scale = s.choice("scale", w.Scale, s.scale, scales)
	s.textFont = s.choice("text_font", w.TextFont, s.textFont, textFonts)
	if w.Logo != nil {
		if w.Logo.Type == fields.String {
			s.logo = *w.Logo
		} else {
			s.wrong(w.Logo.At, "`logo` is not the name of a file", logoFix(s.theme))
		}
	}
	for _, p := range w.Pairs {
		s.pair(p)
	}
	for i, colors := range []*fields.Table{w.Colors.Light, w.Colors.Dark} {
		if colors != nil {
			s.colors(s.schemes[i], colors, height)
		}
	}
}

func (s *settings) wrong(at source.Place, message, fix string) {
	s.problems = append(s.problems, finding.Problem{At: at, Rule: ruleSettings, Message: message, Fix: fix})
}

// A named value of a setting, and what the style sheet makes of it.
type named struct{ name, css string }

var (
	scales    = []named{{"small", "93.75%"}, {"normal", "100%"}, {"large", "112.5%"}}
	textFonts = []named{{"serif", "var(--serif)"}, {"sans", "var(--sans)"}}
)

// choice is the value that was written, where it is one of those there are.
func (s *settings) choice(key string, v *fields.Value, before string, among []named) string {
	if v == nil {
		return before
	}
	var names []string
	for _, n := range among {
		if v.Type == fields.String && v.Str == n.name {
			return n.name
		}
		names = append(names, `"`+n.name+`"`)
	}
	message := fmt.Sprintf("`%s` is none of %s", key, strings.Join(names, ", "))
	if near := nearest(v.Str, among); near != "" {
		message += fmt.Sprintf("; did you mean %q?", near)
	}
	s.wrong(v.At, message, "Write one of "+strings.Join(names, ", ")+".")
	return before
}

func nearest(word string, among []named) string {
	var names []string
	for _, n := range among {
		names = append(names, n.name)
	}
	return fields.Nearest(word, names)
}

// roleName is what can be the name of a role: it becomes a custom property of
// the style sheet.
var roleName = regexp.MustCompile(`^[a-z][a-z0-9-]{0,30}$`)

// pair adds a pair. Of one that is there already the greater contrast counts.
func (s *settings) pair(p pair) {
	if p.Text == "" || p.On == "" || p.Least == 0 {
		return // Decode has said so
	}
	for _, role := range []string{p.Text, p.On} {
		if !roleName.MatchString(role) {
			s.wrong(p.At, fmt.Sprintf("%q cannot be the name of a colour", fields.Shown(role)), "Use small letters from a to z, numbers and hyphens, such as \"paper\".")
			return
		}
	}
	if p.Least < 1 || p.Least > 21 {
		s.wrong(p.At, fmt.Sprintf("a contrast of %v is not possible", p.Least), "Write a number from 1 to 21: 7 for the text of pages, 4.5 for other words, 3 for borders of fields and for signs, 1 for decoration.")
		return
	}
	for i, q := range s.pairs {
		if p.Text == q.Text && p.On == q.On {
			s.pairs[i].Least = max(p.Least, q.Least)
			return
		}
	}
	s.pairs = append(s.pairs, p)
}

// roles lists the roles that pairs name, in their order.
func (s *settings) roles() []string {
	var roles []string
	for _, p := range s.pairs {
		for _, role := range []string{p.Text, p.On} {
			if !slices.Contains(roles, role) {
				roles = append(roles, role)
			}
		}
	}
	return roles
}

// complete says which roles have no colour, at the pair that names them first.
func (s *settings) complete() {
	for _, scheme := range s.schemes {
		for _, role := range s.roles() {
			if _, ok := scheme.colors[role]; ok {
				continue
			}
			first := slices.IndexFunc(s.pairs, func(p pair) bool { return p.Text == role || p.On == role })
			s.wrong(s.pairs[first].At, fmt.Sprintf("`colors.%s` has no colour called `%s`", scheme.name, role),
				fmt.Sprintf("Add it, such as %s = \"#336699\", below [colors.%s].", role, scheme.name))
		}
	}
}
