package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/rogpeppe/go-internal/lockedfile"

	"handrail/internal/manifest"
)

// A target is an output folder and where its private things are kept.
type target struct {
	shown    string // as the writer named it
	parent   string // the folder that holds it, links resolved
	name     string // its own name there
	key      string // its name in the manifest
	manifest string // the manifest's file
	state    string // the private folder, links resolved
	owner    string // tells our staging folders from another site's
}

// locate finds the output folder. A link is followed once, here: what it
// points at is swapped, and the link stays.
func locate(dest, state string) (target, error) {
	t := target{shown: dest}
	if dest == "" {
		return t, errors.New("there is no name for the output folder: name one with --destination, for example public")
	}
	if err := Check(dest, state); err != nil {
		return t, err
	}
	if err := os.MkdirAll(state, 0o700); err != nil {
		return t, fmt.Errorf("making the private folder %s: %w", state, advise(err))
	}
	inside, err := holds(state, dest)
	if err != nil {
		return t, fmt.Errorf("looking at %s: %w", dest, err)
	}
	if inside {
		return t, fmt.Errorf("%s lies in the private folder %s, which is never published: choose another folder with --destination", dest, state)
	}
	stateReal, err := resolved(state)
	if err != nil {
		return t, fmt.Errorf("looking at %s: %w", state, err)
	}
	destReal, err := folder(dest)
	if err != nil {
		return t, err
	}
	t.parent, t.name = filepath.Split(destReal)
	if t.name == "" {
		return t, fmt.Errorf("%s is the top of a disk and cannot be replaced: choose a folder in it with --destination", dest)
	}
	site, err := resolved(filepath.Join(state, ".."))
	if err != nil {
		return t, fmt.Errorf("looking at %s: %w", state, err)
	}
	t.key = manifest.Key(site, destReal)
	t.state = stateReal
	t.manifest = manifest.Place(stateReal, t.key)
	way, err := filepath.Rel(t.parent, stateReal)
	if err != nil {
		way = stateReal // on another Windows drive
	}
	sum := sha256.Sum256([]byte(filepath.ToSlash(way)))
	t.owner = hex.EncodeToString(sum[:4])
	return t, nil
}

// folder returns the output folder's absolute path with links resolved. The
// folder itself may be missing, the one that holds it is made.
func folder(dest string) (string, error) {
	abs, err := filepath.Abs(dest)
	if err != nil {
		return "", err
	}
	_, err = os.Lstat(abs)
	if errors.Is(err, fs.ErrNotExist) {
		if err := os.MkdirAll(filepath.Dir(abs), 0o755); err != nil {
			return "", fmt.Errorf("making the folder for %s: %w", dest, advise(err))
		}
		parent, err := filepath.EvalSymlinks(filepath.Dir(abs))
		return filepath.Join(parent, filepath.Base(abs)), err
	}
	if err != nil {
		return "", fmt.Errorf("looking at %s: %w", dest, advise(err))
	}
	real, err := filepath.EvalSymlinks(abs)
	if err != nil {
		return "", fmt.Errorf("%s is a link that leads nowhere: remove it or make the folder it points at: %w", dest, err)
	}
	info, err := os.Stat(real)
	if err != nil {
		return "", fmt.Errorf("looking at %s: %w", dest, advise(err))
	}
	if !info.IsDir() {
		return "", fmt.Errorf("%s is a file, not a folder: move it away or choose another folder with --destination", dest)
	}
	return real, nil
}

// resolved returns an absolute path without links.
func resolved(name string) (string, error) {
	abs, err := filepath.Abs(name)
	if err != nil {
		return "", err
	}
	return filepath.EvalSymlinks(abs)
}

// lock waits until this process alone may publish into the target. The system
// gives the lock back when a process is killed.
func lock(t target) (unlock func(), err error) {
	if err := os.MkdirAll(filepath.Dir(t.manifest), 0o700); err != nil {
		return nil, err
	}
	return lockedfile.MutexAt(strings.TrimSuffix(t.manifest, ".json") + ".lock").Lock()
}
