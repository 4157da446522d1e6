package private

import (
	"bytes"
	"fmt"
	"sort"
	"strings"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/source"
)

// The check itself never sees a value: the scanner names its key, and the
// message says no more. It stands where the value was written, and says in
// which line of the content it would show.
var inOutput = &check.Check{
	ID:       "private/in-output",
	Severity: finding.Error,
	Own:      true,
	Final:    true,
	Output: func(p *check.OutputPass) {
		shown := map[[2]string]source.Place{} // by file and key
		var keys [][2]string
		where := "in " + p.Path
		for _, m := range p.Private {
			if m.InPath {
				where = "in the address of a page"
			}
			key := [2]string{m.File, m.Key}
			at, seen := shown[key]
			if !seen {
				keys = append(keys, key)
			}
			if at.Line == 0 && !m.InPath {
				shown[key] = origin(p, m.Offset)
			}
		}
		for _, key := range keys {
			message := fmt.Sprintf("the private value of `%s` would be published, %s", key[1], where)
			if at := shown[key]; at.Line > 0 {
				message = fmt.Sprintf("the private value of `%s` would be published: it stands in %s on line %d", key[1], at.Path, at.Line)
			}
			p.Found(written(p.Site.Files[key[0]], key[0], key[1]), message)
		}
	},
}

// origin is the place in the content that a byte of a finished page was made
// from; no place where that is not known.
func origin(p *check.OutputPass, offset int) source.Place {
	if p.HTML == nil {
		return source.Place{}
	}
	elements := p.HTML.Elements
	after := sort.Search(len(elements), func(i int) bool { return elements[i].Offset > offset })
	if after == 0 {
		return source.Place{}
	}
	e := elements[after-1]
	path, at, ok := e.Source()
	if f := p.Site.Files[path]; ok && f != nil {
		return f.At(at)
	}
	return source.Place{}
}

// written is the place of a private key, else that of [private], else the whole
// file.
func written(f *source.File, file, key string) source.Place {
	if f == nil {
		return source.Place{Path: file}
	}
	key = key[strings.LastIndexByte(key, '.')+1:]
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
