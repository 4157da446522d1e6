package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
)

// swap makes the new tree in the hidden folder the output folder. It returns
// where the tree before it is now, empty when there was none. On an error the
// output folder is what it was.
func swap(parent *os.Root, holder, name string) (before string, err error) {
	fresh := path.Join(holder, newTree)
	if _, err := parent.Lstat(name); errors.Is(err, fs.ErrNotExist) {
		return "", parent.Rename(fresh, name)
	} else if err != nil {
		return "", err
	}
	err = exchange(parent, fresh, name)
	if errors.Is(err, errors.ErrUnsupported) {
		return renameTwice(parent, holder, name)
	}
	return fresh, err
}

// renameTwice stands in for an exchange. For a moment there is no output
// folder; a build killed in that moment is repaired by the next one.
func renameTwice(parent *os.Root, holder, name string) (before string, err error) {
	before = path.Join(holder, oldTree)
	if err := parent.Rename(name, before); err != nil {
		return "", err
	}
	if err := parent.Rename(path.Join(holder, newTree), name); err != nil {
		if back := parent.Rename(before, name); back != nil {
			return "", fmt.Errorf("%w; the folder before is in %s, and could not be put back: %w", err, before, back)
		}
		return "", err
	}
	return before, nil
}
