// Package layers holds the import policy of the program, and the test that
// keeps it.
//
// Packages form a ladder. A package may import only those on the lines above
// its own, so that data can flow one way and nothing can reach round a corner.
// Change the ladder only together with a decision record.
package layers

// ladder has one line for each rung, the lowest first. "check/*" stands for
// every area of checks.
const ladder = `
source standards
finding private
fields
lang manifest dom
config markdown css prose terms media kind publish parity policy
site axtree
approval load theme
render packet
check leak
check/*
checks report revoke starter
build audit
serve deploy adopt
`

// owners says which package alone may import an outside module. Others reach
// it through that package, so that it can be exchanged in one place.
var owners = map[string][]string{
	"github.com/yuin/goldmark":        {"internal/markdown"},
	"github.com/alecthomas/chroma":    {"internal/markdown"},
	"golang.org/x/net/html":           {"internal/dom"},
	"github.com/andybalholm/cascadia": {"internal/dom"},
	"github.com/tdewolff/parse":       {"internal/css"},
	"github.com/clipperhouse/uax29":   {"internal/prose"},
	"github.com/BurntSushi/toml":      {"internal/fields"},
	"go.yaml.in/yaml":                 {"internal/fields"},
	"golang.org/x/text/language":      {"internal/lang"},
	"golang.org/x/text/feature":       {"internal/lang"},
	"golang.org/x/text/collate":       {"internal/lang"},
	"golang.org/x/image":              {"internal/media"},
	"github.com/abadojack/whatlanggo": {"internal/lang"},
	"github.com/bep/imagemeta":        {"internal/media"},
	"github.com/fsnotify/fsnotify":    {"internal/serve"},
	"github.com/rogpeppe/go-internal": {"internal/publish"},
	"golang.org/x/sys":                {"internal/publish"},
	"github.com/spf13":                {"cmd/handrail"},
	"golang.org/x/tools/txtar":        {"internal/check"},
	"handrail/internal/private":       {"internal/load", "internal/approval", "internal/leak", "internal/build"},
}

// forbidden says what a package may never import, whatever the ladder allows.
// Removal must work when all else is broken.
var forbidden = map[string][]string{
	"internal/revoke": {"internal/check", "internal/markdown", "internal/theme", "internal/render"},
}
