package publish

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"handrail/internal/manifest"
)

// A Conflict lists files that Handrail did not write and that stand where this
// build wants to write something else. Nothing was published.
type Conflict struct {
	Destination string
	Files       []string // slash-separated, relative to Destination, sorted
	Damaged     error    // why the list of Handrail's own files could not be read, or nil
}

func (c *Conflict) Error() string {
	shown := c.Files[:min(len(c.Files), 5)]
	text := fmt.Sprintf("%s holds files that Handrail did not write and that are in the way: %s", c.Destination, strings.Join(shown, ", "))
	if more := len(c.Files) - len(shown); more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	if c.Damaged != nil {
		text += " (" + c.Damaged.Error() + ")"
	}
	return text + "; move them away or choose another folder with --destination"
}

// A carrier brings what is not Handrail's from one tree into another.
type carrier struct {
	parent   *os.Root
	from, to string // the trees, relative to parent
	old      tree   // what Handrail wrote before
	written  names  // files and folders of this build
	late     bool   // after the swap: only what changed meanwhile

	conflicts, kept []string
}

func (s *Staging) carrier(from, to string, late bool) *carrier {
	return &carrier{parent: s.parent, from: from, to: to, old: treeOf(s.old), written: s.names, late: late}
}

// A tree is the files of a manifest and all the folders that hold them.
type tree struct{ files, folders map[string]bool }

func treeOf(m manifest.Manifest) tree {
	t := tree{map[string]bool{}, map[string]bool{}}
	for _, f := range m.Files {
		t.files[f.Path] = true
		for p := path.Dir(f.Path); p != "." && !t.folders[p]; p = path.Dir(p) {
			t.folders[p] = true
		}
	}
	return t
}

// folder carries what is in one folder, "." being the whole tree. A tree that
// does not exist has nothing to carry.
func (c *carrier) folder(dir string) error {
	entries, err := list(c.parent, path.Join(c.from, dir))
	if dir == "." && errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		info, err := c.parent.Lstat(path.Join(c.from, name))
		if err != nil {
			return err
		}
		switch {
		case info.IsDir():
			err = c.subfolder(name, info)
		case !c.old.files[name]:
			err = c.file(name, info)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// subfolder carries a folder and what is in it. A folder of somebody else's is
// made even when it is empty; one of ours only when something in it is kept.
func (c *carrier) subfolder(name string, info fs.FileInfo) error {
	if c.blocked(name) {
		if !c.old.folders[name] {
			c.conflicts = append(c.conflicts, name+"/")
		}
		return c.folder(name) // names what is in it
	}
	if c.old.folders[name] {
		return c.folder(name)
	}
	to := path.Join(c.to, name)
	if err := c.parent.MkdirAll(to, 0o755); err != nil {
		return err
	}
	if err := c.folder(name); err != nil {
		return err
	}
	return c.parent.Chmod(to, info.Mode().Perm())
}

// blocked tells whether this build writes a file at the path or at a folder
// above it.
func (c *carrier) blocked(name string) bool {
	for ; name != "."; name = path.Dir(name) {
		if c.written.file(name) {
			return true
		}
	}
	return false
}

// file carries one file or link, unless this build writes there.
func (c *carrier) file(name string, info fs.FileInfo) error {
	from, to := path.Join(c.from, name), path.Join(c.to, name)
	if c.blocked(name) || c.written.folder(name) {
		same, err := c.same(name, info)
		if err == nil && !same {
			c.conflicts = append(c.conflicts, name)
		}
		return err
	}
	there, err := c.parent.Lstat(to)
	if err == nil && !c.late {
		// Another spelling of a file of ours, on a disk that ignores case.
		c.conflicts = append(c.conflicts, name)
		return nil
	}
	if err == nil && unchanged(info, there) {
		return nil
	}
	if err == nil {
		if err := c.parent.Remove(to); err != nil {
			return err
		}
	}
	c.kept = append(c.kept, name)
	if err := c.parent.MkdirAll(path.Dir(to), 0o755); err != nil {
		return err
	}
	return carry(c.parent, from, to, info)
}

// same tells whether a foreign file already is what this build writes there.
func (c *carrier) same(name string, info fs.FileInfo) (bool, error) {
	if c.late || !info.Mode().IsRegular() || !c.written.file(name) {
		return false, nil
	}
	fresh, err := c.parent.Lstat(path.Join(c.to, name))
	if err != nil || fresh.Size() != info.Size() {
		return false, err
	}
	a, err := c.parent.ReadFile(path.Join(c.from, name))
	if err != nil {
		return false, err
	}
	b, err := c.parent.ReadFile(path.Join(c.to, name))
	return bytes.Equal(a, b), err
}
