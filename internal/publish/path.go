package publish

import (
	"fmt"
	"io/fs"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// A BadPath error says why a path cannot be a file of the site. Output must be
// the same on every system, so what one of them refuses is refused everywhere.
type BadPath struct {
	Path   string
	Reason string // a plain sentence without a full stop
}

func (b *BadPath) Error() string { return fmt.Sprintf("%q cannot be published: %s", b.Path, b.Reason) }

// checkPath refuses paths that leave the folder or do not work everywhere.
func checkPath(name string) error {
	if reason := badPath(name); reason != "" {
		return &BadPath{Path: name, Reason: reason}
	}
	for segment := range strings.SplitSeq(name, "/") {
		if reason := badSegment(segment); reason != "" {
			return &BadPath{Path: name, Reason: reason}
		}
	}
	return nil
}

func badPath(name string) string {
	switch {
	case !utf8.ValidString(name):
		return "it is not valid UTF-8"
	case strings.ContainsFunc(name, unicode.IsControl):
		return "it holds a character that cannot be seen"
	case strings.Contains(name, `\`):
		return "it holds a backslash, which separates folders on Windows"
	case name == "" || name == ".":
		return "it names no file"
	case strings.HasPrefix(name, "/"):
		return "it begins with a slash, and should be relative to the output folder"
	case name == ".." || strings.HasPrefix(name, "../") || strings.Contains(name, "/../") || strings.HasSuffix(name, "/.."):
		return "it may lead out of the output folder"
	case !fs.ValidPath(name):
		return "it is not written in its shortest form"
	}
	return ""
}

func badSegment(s string) string {
	switch {
	case len(s) > 255:
		return "a name in it is longer than 255 bytes"
	case strings.HasSuffix(s, "."), strings.HasSuffix(s, " "):
		return fmt.Sprintf("Windows drops the dot or space at the end of %q", s)
	case strings.ContainsAny(s, `<>:"|?*`):
		return fmt.Sprintf("Windows allows none of < > : \" | ? * in a name, as in %q", s)
	case reserved(s):
		return fmt.Sprintf("Windows keeps the name %q for a device", s)
	}
	return ""
}

// reserved tells whether Windows takes a name for a device, with or without an
// extension.
func reserved(s string) bool {
	base, _, _ := strings.Cut(s, ".")
	base = strings.ToUpper(strings.TrimRight(base, " "))
	switch base {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return true
	}
	digit, is := strings.CutPrefix(base, "COM")
	if !is {
		digit, is = strings.CutPrefix(base, "LPT")
	}
	return is && utf8.RuneCountInString(digit) == 1 && strings.Contains("0123456789¹²³", digit)
}

// names holds every file and folder of a tree by its folded path, since some
// disks take paths that differ in case or in Unicode form only for one.
type names map[string]entry

type entry struct {
	path   string
	folder bool
}

// folded returns the same text for all paths that some disk takes for one.
func folded(name string) string {
	return norm.NFC.String(cases.Fold().String(norm.NFD.String(name)))
}

// add takes a path for one file, and its folders.
func (n names) add(name string) error {
	key := folded(name)
	if e, taken := n[key]; taken {
		return &BadPath{Path: name, Reason: clash(e, name)}
	}
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		e, taken := n[folded(dir)]
		if taken && e != (entry{dir, true}) {
			return &BadPath{Path: name, Reason: clash(e, dir)}
		}
	}
	n[key] = entry{name, false}
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		n[folded(dir)] = entry{dir, true}
	}
	return nil
}

func clash(e entry, name string) string {
	switch {
	case e.path != name:
		return fmt.Sprintf("some disks cannot tell %q from %q, which is there already", name, e.path)
	case e.folder:
		return "there is a folder of that name already"
	}
	return fmt.Sprintf("%q is a file already", name)
}

func (n names) file(name string) bool   { return n[folded(name)] == entry{name, false} }
func (n names) folder(name string) bool { return n[folded(name)] == entry{name, true} }
