package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strconv"
	"strings"
)

// The hidden folder beside the output folder is only readable for its owner,
// since what it holds is not published yet, or not any more:
//
//	.public.handrail-staging-1f3c9a07-1/
//	  handrail-staging   the marker: made first, removed last
//	  new/               the tree that is being built; after an exchange, the one before
//	  old/               the tree before, where the two cannot be exchanged
const (
	marker  = "handrail-staging"
	newTree = "new"
	oldTree = "old"
)

const markerText = "Handrail is building a site into this folder. When no build is running it may be deleted.\n"

// prefix begins the name of every hidden folder for a target.
func (t target) prefix() string { return "." + t.name + ".handrail-staging-" + t.owner + "-" }

// newHolder makes a hidden folder and the empty new tree in it. The name is
// returned as soon as the folder exists, even with an error.
func newHolder(parent *os.Root, t target) (string, error) {
	for n := 1; ; n++ {
		holder := t.prefix() + strconv.Itoa(n)
		err := parent.Mkdir(holder, 0o700)
		if errors.Is(err, fs.ErrExist) && n < 1000 {
			continue // somebody else's
		}
		if err != nil {
			return "", err
		}
		if err := parent.WriteFile(path.Join(holder, marker), []byte(markerText), 0o600); err != nil {
			return holder, err
		}
		return holder, parent.Mkdir(path.Join(holder, newTree), 0o755)
	}
}

// clean finishes what killed builds left behind. A build killed between the two
// renames that stand for an exchange has set the output folder aside; it is put
// back. Everything else in our hidden folders is removed.
func clean(parent *os.Root, t target) error {
	entries, err := list(parent, ".")
	if err != nil {
		return err
	}
	for _, e := range entries {
		number, ours := strings.CutPrefix(e.Name(), t.prefix())
		if _, err := strconv.ParseUint(number, 10, 32); !ours || err != nil || !e.IsDir() {
			continue
		}
		if err := finish(parent, t, e.Name()); err != nil {
			return fmt.Errorf("tidying up after a build that was stopped: %w", err)
		}
	}
	return nil
}

// finish restores and removes one hidden folder, if it bears our marker.
func finish(parent *os.Root, t target, holder string) error {
	if info, err := parent.Lstat(path.Join(holder, marker)); err != nil || !info.Mode().IsRegular() {
		// Killed before the marker was made or after it was removed: empty.
		// Anything else is not ours, and Remove leaves it alone.
		parent.Remove(holder)
		return nil
	}
	_, err := parent.Lstat(t.name)
	if errors.Is(err, fs.ErrNotExist) {
		err = parent.Rename(path.Join(holder, oldTree), t.name)
		if errors.Is(err, fs.ErrNotExist) {
			err = nil
		}
	}
	if err != nil {
		return err
	}
	return discard(parent, holder)
}

// discard removes a hidden folder, its marker last, so that a build killed
// meanwhile leaves nothing that the next one would not recognise.
func discard(parent *os.Root, holder string) error {
	return errors.Join(
		removeTree(parent, path.Join(holder, newTree)),
		removeTree(parent, path.Join(holder, oldTree)),
		parent.Remove(path.Join(holder, marker)),
		parent.Remove(holder),
	)
}

// removeTree removes a tree, also one with folders that somebody has closed to
// writing: they were carried over, and this is the tree they were carried from.
func removeTree(root *os.Root, tree string) error {
	err := root.RemoveAll(tree)
	if !errors.Is(err, fs.ErrPermission) {
		return err
	}
	if err := openFolders(root, tree); err != nil {
		return err
	}
	return root.RemoveAll(tree)
}

// openFolders lets the owner change a folder and all those in it.
func openFolders(root *os.Root, dir string) error {
	if err := root.Chmod(dir, 0o700); err != nil {
		return err
	}
	entries, err := list(root, dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if e.IsDir() {
			if err := openFolders(root, path.Join(dir, e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}

// list returns the entries of a folder.
func list(root *os.Root, dir string) ([]fs.DirEntry, error) {
	f, err := root.Open(dir)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return f.ReadDir(-1)
}
