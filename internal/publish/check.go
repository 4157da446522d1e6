package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Check refuses an output folder that is, or holds, one of the given source
// folders or files: publishing would replace what the writer wrote. Links and
// other spellings of the same folder are seen through. The paths need not exist.
func Check(dest string, source ...string) error {
	for _, s := range source {
		in, err := holds(dest, s)
		if err != nil {
			return fmt.Errorf("looking at %s: %w", dest, advise(err))
		}
		if in {
			return fmt.Errorf("%s holds %s, so publishing there would replace what you wrote: choose another folder with --destination, for example public", dest, s)
		}
	}
	return nil
}

// holds tells whether inner is outer or lies somewhere in it. It asks the
// system whether two folders are the same one, so that neither links nor a
// disk that ignores case can hide it.
func holds(outer, inner string) (bool, error) {
	o, err := os.Stat(outer)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil // what does not exist holds nothing
	}
	if err != nil {
		return false, err
	}
	ways, err := ways(inner)
	if err != nil {
		return false, err
	}
	for _, way := range ways {
		for {
			if i, err := os.Stat(way); err == nil && os.SameFile(o, i) {
				return true, nil
			}
			up := filepath.Dir(way)
			if up == way {
				break
			}
			way = up
		}
	}
	return false, nil
}

// ways returns the absolute path as it is written and, when it exists, as it is
// without links: each may lead up through other folders.
func ways(name string) ([]string, error) {
	abs, err := filepath.Abs(name)
	if err != nil {
		return nil, err
	}
	ways := []string{abs}
	if real, err := filepath.EvalSymlinks(abs); err == nil && real != abs {
		ways = append(ways, real)
	}
	return ways, nil
}
