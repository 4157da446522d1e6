package terms

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"sync"

	"handrail/internal/fields"
	"handrail/internal/source"
)

//go:embed data/*.toml
var files embed.FS

// A file is data/<tag>.toml or terms.toml.
type file struct {
	Terms []Term `field:"term"`
}

// brought holds the lists that Handrail brings, by the language's own tag. A
// mistake in them is ours, so it panics.
var brought = sync.OnceValue(func() map[string][]Term {
	all := map[string][]Term{}
	entries, err := fs.ReadDir(files, "data")
	if err != nil {
		panic(err)
	}
	for _, e := range entries {
		data, err := files.ReadFile(path.Join("data", e.Name()))
		if err != nil {
			panic(err)
		}
		var f file
		t, problems := fields.ParseTOML(source.NewFile(e.Name(), data), 0, len(data))
		if len(problems) == 0 {
			problems = fields.Decode(t, &f)
		}
		if len(problems) > 0 {
			panic(fmt.Sprintf("terms: %s: %v", e.Name(), problems[0]))
		}
		for i := range f.Terms {
			f.Terms[i].At = source.Place{}
		}
		all[strings.TrimSuffix(e.Name(), ".toml")] = f.Terms
	}
	return all
})

// starting is the list that Handrail brings for a language, or nothing.
func starting(tag string) []Term {
	language, _, _ := strings.Cut(tag, "-")
	return brought()[language]
}
