package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"handrail/internal/manifest"
)

// An Edit takes single files out of the output folder, or changes them, without
// a build. Each file is whole before and after; all of them together are not
// one step, since what is to go should go at once, whatever happens to the rest.
type Edit struct {
	Manifest manifest.Manifest
	// Damaged is why the manifest could not be read, or nil.
	Damaged error

	target target
	unlock func()
	parent *os.Root
	out    *os.Root
	holder string
}

// OpenEdit waits until no build publishes into dest, and tidies up after killed
// ones: what they left may hold what is to go. The error is fs.ErrNotExist where
// there is no output folder. The caller must call Close.
func OpenEdit(dest, state string) (*Edit, error) {
	t, err := locate(dest, state)
	if err != nil {
		return nil, err
	}
	e := &Edit{target: t}
	if err := e.open(); err != nil {
		e.Close()
		return nil, fmt.Errorf("opening %s: %w", t.shown, advise(err))
	}
	return e, nil
}

func (e *Edit) open() (err error) {
	if e.unlock, err = lock(e.target); err != nil {
		return err
	}
	e.Manifest, err = manifest.Read(e.target.manifest)
	if _, damaged := errors.AsType[*manifest.Damaged](err); damaged {
		e.Damaged = err
	} else if err != nil {
		return err
	}
	if e.parent, err = os.OpenRoot(e.target.parent); err != nil {
		return err
	}
	if err := clean(e.parent, e.target); err != nil {
		return err
	}
	e.out, err = e.parent.OpenRoot(e.target.name)
	return err
}

// Files lists every file below the output folder, ours or not.
func (e *Edit) Files() ([]string, error) {
	var files []string
	err := fs.WalkDir(e.out.FS(), ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && entry.Type().IsRegular() {
			files = append(files, name)
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("looking through %s: %w", e.target.shown, err)
	}
	return files, nil
}

// Read returns the bytes of a file.
func (e *Edit) Read(name string) ([]byte, error) { return e.out.ReadFile(name) }

// Remove removes a file, and the folders that are empty then. One that is gone
// already is no error.
func (e *Edit) Remove(name string) error {
	if err := e.out.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("removing %s: %w", name, advise(err))
	}
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if e.out.Remove(dir) != nil {
			break // something is still in it
		}
	}
	return nil
}

// Replace gives a file other bytes, in one step.
func (e *Edit) Replace(name string, data []byte) error {
	err := e.replace(name, data)
	if err != nil {
		return fmt.Errorf("changing %s: %w", name, advise(err))
	}
	return nil
}

func (e *Edit) replace(name string, data []byte) (err error) {
	if e.holder == "" {
		if e.holder, err = newHolder(e.parent, e.target); err != nil {
			return err
		}
	}
	fresh := path.Join(e.holder, newTree, "file")
	if err := e.parent.WriteFile(fresh, data, 0o644); err != nil {
		return err
	}
	if err := e.out.MkdirAll(path.Dir(name), 0o755); err != nil {
		return err
	}
	return e.parent.Rename(fresh, path.Join(e.target.name, name))
}

// Save writes the manifest, if it has changed.
func (e *Edit) Save() error {
	before, err := os.ReadFile(e.target.manifest)
	if err == nil {
		if now, err := e.Manifest.Encode(); err == nil && string(now) == string(before) {
			return nil
		}
	}
	e.Manifest.Destination = e.target.key
	return e.Manifest.Write(e.target.manifest)
}

// Close lets the next build begin.
func (e *Edit) Close() error {
	var err error
	if e.holder != "" {
		err = discard(e.parent, e.holder)
		e.holder = ""
	}
	for _, root := range []**os.Root{&e.out, &e.parent} {
		if *root != nil {
			(*root).Close()
			*root = nil
		}
	}
	if e.unlock != nil {
		e.unlock()
		e.unlock = nil
	}
	return err
}

// Outputs lists the output folders that have a manifest in the private folder:
// paths below the site, and how many lie outside it, whose places are not known.
func Outputs(state string) (inside []string, outside int) {
	entries, err := os.ReadDir(filepath.Join(state, "manifest"))
	if err != nil {
		return nil, 0
	}
	for _, entry := range entries {
		if !entry.Type().IsRegular() || !strings.HasSuffix(entry.Name(), ".json") {
			continue
		}
		if dest, ok := manifest.Destination(state, entry.Name()); ok {
			inside = append(inside, dest)
		}
	}
	hidden, err := os.ReadDir(filepath.Join(state, "manifest", "outside"))
	if err == nil {
		for _, entry := range hidden {
			if strings.HasSuffix(entry.Name(), ".json") {
				outside++
			}
		}
	}
	return inside, outside
}
