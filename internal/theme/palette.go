package theme

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"handrail/internal/css"
	"handrail/internal/fields"
	"handrail/internal/source"
)

// A palette is the colours of one scheme by role.
type palette struct {
	name   string   // light or dark
	order  []string // roles as they were first written
	colors map[string]color
}

// A color is the colour of one role, exactly as the style sheet will have it.
type color struct {
	css.Color
	at     source.Place
	height int // of the layer that set it
}

// colors reads a table of colours into a palette.
func (s *settings) colors(into *palette, table *fields.Table, height int) {
	known := s.roles()
	for _, e := range table.Entries {
		key := "colors." + into.name + "." + fields.Shown(e.Key)
		if !slices.Contains(known, e.Key) {
			message, fix := fmt.Sprintf("`%s` is not a colour of this theme", key), "Take it out, or write one of: "+strings.Join(known, ", ")+"."
			if near := fields.Nearest(e.Key, known); near != "" {
				message += fmt.Sprintf("; did you mean `%s`?", near)
				fix = "Change it to `" + near + "`, or take it out."
			}
			s.wrong(e.At, message, fix)
			continue
		}
		c, ok := css.ParseColor(e.Value.Str)
		switch {
		case e.Value.Type != fields.String || !ok:
			s.wrong(e.Value.At, fmt.Sprintf("`%s` is not a colour%s", key, shown(e.Value)), "Write it as a style sheet does, for example \"#2b2a33\", \"navy\" or \"oklch(40% 0.1 250)\".")
			continue
		case c.A < 1:
			s.wrong(e.Value.At, fmt.Sprintf("`%s` lets shine through what is behind it%s", key, shown(e.Value)), "Write a solid colour, for example \"#2b2a33\".")
			continue
		}
		if _, again := into.colors[e.Key]; !again {
			into.order = append(into.order, e.Key)
		}
		into.colors[e.Key] = color{solid(c), e.Value.At, height}
	}
}

// shown quotes what was written in the place of a colour.
func shown(v fields.Value) string {
	if v.Type != fields.String || v.Str == "" {
		return ""
	}
	return fmt.Sprintf(": %q", fields.Shown(v.Str))
}

// solid rounds a colour to what a screen is told, so that what is measured is
// what is shown.
func solid(c css.Color) css.Color {
	round := func(n float64) float64 { return math.Round(min(max(n, 0), 1)*255) / 255 }
	return css.Color{R: round(c.R), G: round(c.G), B: round(c.B), A: 1}
}

// hex writes a colour as a style sheet does.
func hex(c css.Color) string {
	part := func(n float64) int { return int(math.Round(n * 255)) }
	return fmt.Sprintf("#%02x%02x%02x", part(c.R), part(c.G), part(c.B))
}

// prelude is the part of the style sheet that the settings make: custom
// properties and nothing else. Where a script of its own needs other fonts, the
// style sheet sets them on the element that has the lang attribute, so the
// choice of the text font is made there again.
func (s *settings) prelude() []byte {
	if !s.written {
		return nil
	}
	var b strings.Builder
	light, dark := s.schemes[0], s.schemes[1]
	b.WriteString(":root{--scale:" + value(scales, s.scale))
	for _, role := range light.order {
		b.WriteString(";--" + role + ":" + hex(light.colors[role].Color))
	}
	b.WriteString("}\n:root,[lang]{--text:" + value(textFonts, s.textFont) + "}\n@media (prefers-color-scheme:dark){:root{")
	var changed []string
	for _, role := range dark.order {
		if c := dark.colors[role].Color; c != light.colors[role].Color {
			changed = append(changed, "--"+role+":"+hex(c))
		}
	}
	b.WriteString(strings.Join(changed, ";") + "}}\n")
	return []byte(b.String())
}

func value(among []named, name string) string {
	i := slices.IndexFunc(among, func(n named) bool { return n.name == name })
	return among[i].css
}
