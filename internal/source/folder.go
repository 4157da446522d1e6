package source

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// MaxText is the largest text file that is read, in bytes. A book of a
// thousand pages is a tenth of it.
const MaxText = 4 << 20

// A Folder is a site folder that is only read. Nothing outside it can be
// reached through it: not by "..", not by a symbolic link.
type Folder struct {
	Dir  string // as the person gave it
	root *os.Root
}

// OpenFolder opens the site folder dir. The caller closes it.
func OpenFolder(dir string) (*Folder, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("opening the site folder %s: %w", dir, plain(err))
	}
	return &Folder{Dir: dir, root: root}, nil
}

// Close releases the folder.
func (f *Folder) Close() error { return f.root.Close() }

// FS returns the folder as a read-only file system that cannot be left.
func (f *Folder) FS() fs.FS { return f.root.FS() }

// ErrTooLarge says that a file is larger than the limit it was read with.
var ErrTooLarge = errors.New("the file is too large")

// Read reads the file at a slash-separated path, of at most limit bytes.
// The error is fs.ErrNotExist where there is no such file, ErrTooLarge past
// the limit.
func (f *Folder) Read(name string, limit int64) (*File, error) {
	file, err := f.root.Open(name)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", name, plain(err))
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", name, plain(err))
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("reading %s: it is not a regular file", name)
	}
	if info.Size() > limit {
		return nil, fmt.Errorf("reading %s: %w", name, ErrTooLarge)
	}
	data, err := io.ReadAll(io.LimitReader(file, limit+1))
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", name, plain(err))
	}
	if int64(len(data)) > limit {
		return nil, fmt.Errorf("reading %s: %w", name, ErrTooLarge)
	}
	return NewFile(name, data), nil
}

// plain takes the machine's own path out of an operating system's error: it
// may hold the name of the person at the keyboard.
func plain(err error) error {
	var pathError *fs.PathError
	if errors.As(err, &pathError) {
		return pathError.Err
	}
	return err
}

// An Oddity is an entry of the folder that is not read, and why.
type Oddity struct {
	Path string
	Kind OddityKind
	// Other is the path that this one clashes with.
	Other string
}

// OddityKind says what is odd about an entry.
type OddityKind int

const (
	Symlink      OddityKind = iota // a symbolic link; it may lead anywhere
	Irregular                      // a device, a pipe or a socket
	ReservedName                   // a name that Windows cannot write
	CaseClash                      // differs from Other only in case or accents' coding
)

// List returns the path of every regular file below dir, sorted. Hidden files
// (a leading dot) and editors' leftovers are passed over in silence; odd
// entries are returned beside the list. A folder that does not exist is empty.
func (f *Folder) List(dir string) (files []string, odd []Oddity, err error) {
	seen := map[string]string{} // folded path to the path first seen
	err = fs.WalkDir(f.root.FS(), dir, func(name string, entry fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) && name == dir {
			return fs.SkipAll
		}
		if err != nil {
			return fmt.Errorf("reading the folder %s: %w", name, plain(err))
		}
		base := path.Base(name)
		if name != dir && leftover(base) {
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		switch mode := entry.Type(); {
		case mode&fs.ModeSymlink != 0:
			odd = append(odd, Oddity{Path: name, Kind: Symlink})
			return nil
		case !mode.IsRegular() && !mode.IsDir():
			odd = append(odd, Oddity{Path: name, Kind: Irregular})
			return nil
		}
		if name != dir && reserved(base) {
			odd = append(odd, Oddity{Path: name, Kind: ReservedName})
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		folded := fold(name)
		if other, ok := seen[folded]; ok {
			odd = append(odd, Oddity{Path: name, Kind: CaseClash, Other: other})
			return nil
		}
		seen[folded] = name
		if !entry.IsDir() {
			files = append(files, name)
		}
		return nil
	})
	slices.Sort(files)
	return files, odd, err
}

// fold makes equal what some file systems hold to be the same name.
func fold(name string) string { return cases.Fold().String(norm.NFC.String(name)) }

// leftover tells hidden files and those that editors leave behind.
func leftover(base string) bool {
	return strings.HasPrefix(base, ".") && base != "." || strings.HasSuffix(base, "~") ||
		strings.HasPrefix(base, "#") && strings.HasSuffix(base, "#") ||
		strings.HasSuffix(base, ".swp") || strings.HasSuffix(base, ".tmp") || base == "Thumbs.db"
}

// reservedNames are device names on Windows, with any extension.
// https://learn.microsoft.com/windows/win32/fileio/naming-a-file
var reservedNames = []string{"con", "prn", "aux", "nul",
	"com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
	"lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9"}

func reserved(base string) bool {
	stem, _, _ := strings.Cut(strings.ToLower(base), ".")
	return slices.Contains(reservedNames, strings.TrimSpace(stem)) ||
		strings.ContainsAny(base, `<>:"|?*\`) || strings.HasSuffix(base, " ") || strings.HasSuffix(base, ".")
}
