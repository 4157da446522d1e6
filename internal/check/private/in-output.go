package private

import (
	"bytes"
	"strings"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/source"
)

// The check itself never sees a value: the scanner names its key, and the
// message says no more.
var inOutput = &check.Check{
	ID:       "private/in-output",
	Severity: finding.Error,
	Final:    true,
	Output: func(p *check.OutputPass) {
		seen := map[[2]string]bool{}
		for _, m := range p.Private {
			if key := [2]string{m.File, m.Key}; !seen[key] {
				seen[key] = true
				p.Found(written(p.Site.Files[m.File], m), "the private value of `"+m.Key+"` would be published, in "+p.Path)
			}
		}
	},
}

// written is the place of a private key, else that of [private], else the whole
// file.
func written(f *source.File, m check.PrivateMatch) source.Place {
	if f == nil {
		return source.Place{Path: m.File}
	}
	key := m.Key[strings.LastIndexByte(m.Key, '.')+1:]
	place, found := f.At(0), false
	offset := 0
	for line := range bytes.Lines(f.Data) {
		words := strings.TrimLeft(string(line), " \t-[")
		at := f.At(offset + len(line) - len(words))
		switch {
		case !found && strings.HasPrefix(words, "private"):
			place, found = at, true
		case found && isKey(words, key):
			return at
		}
		offset += len(line)
	}
	return place
}

// isKey tells whether a line gives a key its value, in TOML or YAML.
func isKey(line, key string) bool {
	rest, ok := strings.CutPrefix(strings.TrimLeft(line, `"'`), key)
	rest = strings.TrimLeft(rest, "\"' \t")
	return ok && (strings.HasPrefix(rest, "=") || strings.HasPrefix(rest, ":"))
}
