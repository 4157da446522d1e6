package audit

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"handrail/internal/source"
)

// pages lists every page below a folder, sorted, and what of the folder could not
// be read. Hidden files are no part of a
// site. A name that some machine could not hold is a page all the same, and so
// is a link to one: what is passed over would seem to have passed.
func pages(folder *source.Folder) (all []string, failed []error) {
	root := folder.FS()
	_ = fs.WalkDir(root, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			failed = append(failed, fmt.Errorf("reading the folder %s: %w; what cannot be read cannot be passed", name, reason(err)))
			return fs.SkipDir
		}
		if name != "." && strings.HasPrefix(path.Base(name), ".") {
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if entry.Type()&fs.ModeSymlink != 0 {
			to, err := fs.Stat(root, name)
			switch {
			case err != nil && (isPage(name) || !errors.Is(err, fs.ErrNotExist)):
				failed = append(failed, fmt.Errorf("the link %s leads nowhere or out of the folder: %w; what cannot be read cannot be passed", name, reason(err)))
				return nil
			case err != nil || to.IsDir():
				return nil // the pages of a folder are looked at where they lie
			}
		}
		if !entry.IsDir() && isPage(name) {
			all = append(all, name)
		}
		return nil
	})
	slices.Sort(all)
	return all, failed
}

// reason takes the machine's own path out of an error.
func reason(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}

func isPage(name string) bool {
	return slices.Contains([]string{".html", ".htm", ".xhtml"}, strings.ToLower(path.Ext(name)))
}
