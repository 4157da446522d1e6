// Package approval keeps a person's yes and ties it to exact words and
// pictures.
//
// A record says who approved what, in which language, for which places, and
// until when. It holds no word of the story: only a digest, which no longer
// matches as soon as one word, one text alternative or one byte of a picture
// changes. Then the approval has lapsed, and the story is withheld until the
// person has seen it as it is now.
//
// Records live in a private folder, one small TOML file for each story and
// language. They hold handles, never names; a handle is still a private value,
// so no message of this package repeats one, or anything else that a record
// holds beyond the content's id and language.
package approval

import (
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
)

// A State is what a person wants now.
type State string

// The states of a record. Paused and revoked content is withheld whatever else
// the record says.
const (
	Active  State = "active"
	Paused  State = "paused"
	Revoked State = "revoked"
)

// A Surface is a place where content can show, which a person may allow or not.
type Surface string

// The surfaces that the scope of an approval names.
const (
	Web    Surface = "web"    // the page itself, lists, links to it
	Print  Surface = "print"  // printed sheets and packs
	Feed   Surface = "feed"   // feed readers
	Search Surface = "search" // the library's own search, and search engines
)

// Surfaces lists all of them, in the order in which people are asked.
func Surfaces() []Surface { return []Surface{Web, Print, Feed, Search} }

// Roles lists who may approve: the person whose story it is, survivors for the
// contributors of a composite, or someone whom the person has chosen.
func Roles() []string { return []string{"self", "panel", "delegate"} }

// A Record is one approval.
type Record struct {
	Content string // the content's id
	Lang    string // BCP 47
	By      string // a handle; private
	Role    string // self, panel or delegate

	Sent     time.Time // when the packet was sent; zero where it is not known
	Approved time.Time // days in UTC, like all that follow
	Recheck  time.Time // when to ask again; zero for never
	Expires  time.Time // the last day on which it holds

	Scope []Surface
	Terms string // which terms were agreed to
	Paid  bool   // an attestation that the person was paid; never an amount

	// Reviewed is the day on which a survivor reviewed these very words for
	// safety, and ReviewedBy the handle; zero and empty where nobody has.
	Reviewed   time.Time
	ReviewedBy string

	Salt   string
	Digest string // "sha256:" and 64 hexadecimal digits
	State  State

	// File is the name of the file below the folder of approvals, "" for a
	// record that was not read. It may tell something private.
	File string
}

// Allows tells whether the scope names a surface.
func (r *Record) Allows(s Surface) bool { return slices.Contains(r.Scope, s) }

// FileName is the name of the file of the approval of some content in a
// language.
func FileName(content, lang string) string { return content + "." + lang + ".toml" }

var handle = regexp.MustCompile(`^[\p{L}\p{M}\p{N}]+(-[\p{L}\p{M}\p{N}]+)*$`)

// ValidHandle tells whether a handle can stand in a record: letters, digits and
// hyphens, with a digit among them. A word alone might be a name, and it might
// stand in a story by chance.
func ValidHandle(s string) bool {
	return len(s) <= 60 && handle.MatchString(s) && strings.ContainsFunc(s, unicode.IsDigit)
}

// Day returns the day of a moment, in UTC.
func Day(t time.Time) time.Time {
	y, m, d := t.UTC().Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}
