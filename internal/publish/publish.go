// Package publish replaces the output folder, all or nothing.
//
// A build writes into a staging folder that lies hidden beside the output
// folder, on the same disk. When everything is there and sound, the two change
// places in one step of the file system. Whatever happens before that step, a
// failed check, a full disk, a killed process, leaves the output folder as it
// was; whatever happens after it leaves the new one whole.
//
// Files in the output folder that Handrail did not write, such as a CNAME or
// somebody's notes, are carried over. The manifest tells whose is whose: it
// names old and new files while the swap is near, so that a build killed at
// any moment never mistakes its own work for somebody else's.
//
// One build at a time may publish into a folder; a second one waits. Killed
// builds are tidied up after by the next one.
package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path"
	"slices"
	"sync"

	"handrail/internal/manifest"
)

// A Staging is a build on its way to the output folder.
type Staging struct {
	// Overwrite lets Publish replace files that Handrail did not write.
	// Without it they are a *Conflict.
	Overwrite bool
	// Base and Drafts are remembered in the manifest; see there.
	Base   string
	Drafts bool

	target target
	unlock func()
	parent *os.Root // the folder that holds the output folder
	holder string   // our hidden folder in it
	out    *os.Root // the new tree, inside the hidden folder

	old        manifest.Manifest
	oldDamaged error

	mu    sync.Mutex
	names names
	files []manifest.File
	kept  []string
	done  bool
}

// Begin waits until no other build publishes into dest, tidies up after killed
// ones and makes a staging folder. dest is the output folder, which need not
// exist; state is the site's private state folder, and its parent the site.
// The caller must call Abort in the end, also after Publish.
func Begin(dest, state string) (*Staging, error) {
	t, err := locate(dest, state)
	if err != nil {
		return nil, err
	}
	s := &Staging{target: t, names: names{}}
	if err := s.begin(); err != nil {
		s.Abort()
		return nil, fmt.Errorf("preparing to publish into %s: %w", t.shown, advise(err))
	}
	return s, nil
}

func (s *Staging) begin() (err error) {
	if s.unlock, err = lock(s.target); err != nil {
		return err
	}
	s.old, err = manifest.Read(s.target.manifest)
	if _, damaged := errors.AsType[*manifest.Damaged](err); damaged {
		s.oldDamaged = err
	} else if err != nil {
		return err
	}
	if s.parent, err = os.OpenRoot(s.target.parent); err != nil {
		return err
	}
	if err := clean(s.parent, s.target); err != nil {
		return err
	}
	if s.holder, err = newHolder(s.parent, s.target); err != nil {
		return err
	}
	s.out, err = s.parent.OpenRoot(path.Join(s.holder, newTree))
	return err
}

// Damaged returns the *manifest.Damaged error of the previous build's list, or
// nil. Without that list every file in the output folder counts as somebody
// else's.
func (s *Staging) Damaged() error { return s.oldDamaged }

// Write puts one file into the staging folder. The path is slash-separated and
// relative to the output folder; content holds the ids of the content that
// shows in the file. A path that cannot be a file on every system, or that
// clashes with one already written, gives a *BadPath error. Write may be called
// by many goroutines at once, but not after Publish or Abort.
func (s *Staging) Write(name string, data []byte, content ...string) error {
	if err := checkPath(name); err != nil {
		return err
	}
	if err := s.reserve(name); err != nil {
		return err
	}
	err := s.out.MkdirAll(path.Dir(name), 0o755)
	if err == nil {
		err = s.out.WriteFile(name, data, 0o644)
	}
	if err != nil {
		return fmt.Errorf("writing %s: %w", name, advise(err))
	}
	sum := sha256.Sum256(data)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.files = append(s.files, manifest.File{Path: name, SHA256: hex.EncodeToString(sum[:]), Content: slices.Clone(content)})
	return nil
}

// reserve takes a path for one file, once.
func (s *Staging) reserve(name string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.done {
		return fmt.Errorf("writing %s: this build is already published or given up", name)
	}
	return s.names.add(name)
}

// Yield tells whether the output folder holds a file that is not as Handrail wrote
// it. From then on it counts as somebody else's, so that it is carried over; the
// caller writes none of that name.
func (s *Staging) Yield(name string) bool {
	data, err := s.parent.ReadFile(path.Join(s.target.name, name))
	if err != nil {
		return false
	}
	sum := sha256.Sum256(data)
	ours := slices.ContainsFunc(s.old.Files, func(f manifest.File) bool {
		return f.Path == name && f.SHA256 == hex.EncodeToString(sum[:])
	})
	if !ours {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.old.Files = slices.DeleteFunc(s.old.Files, func(f manifest.File) bool { return f.Path == name })
	}
	return !ours
}

// Kept returns the files and links in the output folder that Handrail did not
// write and that Publish carried over, sorted.
func (s *Staging) Kept() []string { return s.kept }

// Abort removes the staging folder and lets the next build begin. It does
// nothing after Publish, or when called again.
func (s *Staging) Abort() error {
	s.mu.Lock()
	s.done = true
	s.mu.Unlock()
	var err error
	if s.out != nil {
		s.out.Close()
		s.out = nil
	}
	if s.holder != "" {
		err = discard(s.parent, s.holder)
		s.holder = ""
	}
	if s.parent != nil {
		s.parent.Close()
		s.parent = nil
	}
	if s.unlock != nil {
		s.unlock()
		s.unlock = nil
	}
	if err != nil {
		return fmt.Errorf("removing the staging folder beside %s: %w", s.target.shown, advise(err))
	}
	return nil
}
