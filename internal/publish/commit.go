package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"

	"handrail/internal/manifest"
)

// Publish makes the staging folder the output folder, in one step. Files that
// Handrail did not write are carried over; where one stands in the way of a
// file of ours and differs, nothing is published and the error is a *Conflict,
// unless Overwrite is set. On any error before the step the output folder is
// untouched. The staging folder is gone afterwards, in every case.
//
// The output folder is a new folder then: a program that works in the old one,
// such as a web server started there, has to be started again.
func (s *Staging) Publish() error {
	s.mu.Lock()
	done := s.done
	s.done = true
	s.mu.Unlock()
	if done {
		return fmt.Errorf("publishing into %s: this build is already published or given up", s.target.shown)
	}
	defer s.Abort()
	if err := s.stage(); err != nil {
		return err
	}
	before, err := s.swap()
	if err != nil {
		return fmt.Errorf("publishing into %s, which stays as it was: %w", s.target.shown, advise(err))
	}
	if err := s.settle(before); err != nil {
		return fmt.Errorf("%s is published, but tidying up afterwards: %w", s.target.shown, advise(err))
	}
	return nil
}

// stage brings over what is not ours.
func (s *Staging) stage() error {
	c := s.carrier(s.target.name, path.Join(s.holder, newTree), false)
	if err := c.folder("."); err != nil {
		return fmt.Errorf("keeping what is not Handrail's in %s: %w", s.target.shown, advise(err))
	}
	slices.Sort(c.conflicts)
	slices.Sort(c.kept)
	if len(c.conflicts) > 0 && !s.Overwrite {
		return &Conflict{Destination: s.target.shown, Files: c.conflicts, Damaged: s.oldDamaged}
	}
	s.kept = c.kept
	return nil
}

// new returns the manifest of what this build wrote.
func (s *Staging) new() manifest.Manifest {
	return manifest.Manifest{Destination: s.target.key, Base: s.Base, Drafts: s.Drafts, Files: s.files}
}

// swap changes the trees' places and returns where the one before is now. Until
// it is done the manifest names the files of both, so that a build killed on
// the way leaves no file of ours looking foreign; when the swap fails the old
// manifest comes back.
func (s *Staging) swap() (before string, err error) {
	// Windows cannot move a folder that is open.
	err = s.out.Close()
	s.out = nil
	if err != nil {
		return "", err
	}
	if err := s.dress(); err != nil {
		return "", err
	}
	if err := s.old.Union(s.new()).Write(s.target.manifest); err != nil {
		return "", err
	}
	if err := manifest.Remember(s.target.state, s.new()); err != nil {
		return "", err
	}
	before, err = swap(s.parent, s.holder, s.target.name)
	if err != nil {
		return "", errors.Join(err, s.old.Write(s.target.manifest))
	}
	return before, nil
}

// dress gives the new tree's folder the permissions of the old one.
func (s *Staging) dress() error {
	info, err := s.parent.Lstat(s.target.name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	return s.parent.Chmod(path.Join(s.holder, newTree), info.Mode().Perm())
}

// settle does what must follow the swap: it rescues what others put into the
// tree before while the swap was near, saves the manifest and removes that tree.
func (s *Staging) settle(before string) error {
	var late error
	if before != "" {
		late = s.carrier(before, s.target.name, true).folder(".")
	}
	return errors.Join(late, s.new().Write(s.target.manifest), s.Abort())
}
