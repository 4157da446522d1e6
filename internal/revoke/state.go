package revoke

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"handrail/internal/approval"
)

// write writes the state into the site's own private folder, which every build
// reads whatever the configuration says.
func (w *work) write() error {
	return SetState(w.request.Site, approval.Private, w.id, w.report.Langs, w.request.State)
}

// SetState gives a piece's records in a private folder of the site a state. Where
// there is no record, one is made that says no more than that.
func SetState(site, private, id string, langs []string, state approval.State) error {
	store := approval.Open(site, private)
	records, err := store.Read()
	for _, tag := range langs {
		r := &approval.Record{Content: id, Lang: tag}
		if err == nil {
			for _, known := range records.All() {
				if known.Content == id && known.Lang == tag {
					r = known
				}
			}
		}
		if r.State == state || r.State == approval.Revoked && state == approval.Paused {
			continue
		}
		r.State = state
		if err := store.Save(r); err != nil {
			return fmt.Errorf("writing its state in the private folder: %w", bare(err))
		}
	}
	return nil
}

// Resume lifts a pause in a private folder of the site: records become what they
// were. It tells the languages in which there was a pause.
func Resume(site, private, id string, langs []string) ([]string, error) {
	store := approval.Open(site, private)
	records, err := store.Read()
	if err != nil {
		return nil, err
	}
	dir := folderOf(site, private)
	var lifted []string
	for _, r := range records.All() {
		if r.Content != id || r.State != approval.Paused || len(langs) > 0 && !contains(langs, r.Lang) {
			continue
		}
		if r.Digest == "" {
			err = os.Remove(filepath.Join(dir, "approvals", r.File))
		} else {
			r.State = approval.Active
			err = store.Save(r)
		}
		if err != nil {
			return lifted, bare(err)
		}
		lifted = append(lifted, r.Lang)
	}
	return lifted, nil
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// folderOf is where a private folder of a site lies on this machine.
func folderOf(site, private string) string {
	if dir := filepath.FromSlash(private); filepath.IsAbs(dir) {
		return dir
	}
	return filepath.Join(site, filepath.FromSlash(private))
}

// bare takes the machine's own path out of an operating system's error, for it
// may hold the name of the person at the keyboard, and says what to mend.
func bare(err error) error {
	var onPath *fs.PathError
	var onLink *os.LinkError
	reason := err
	switch {
	case errors.As(err, &onPath):
		reason = onPath.Err
	case errors.As(err, &onLink):
		reason = onLink.Err
	}
	for known, words := range troubles {
		if errors.Is(reason, known) {
			return fmt.Errorf("%s (%w)", words, reason)
		}
	}
	return reason
}

var troubles = map[error]string{
	syscall.ENOSPC:   "the disk is full, free some space",
	syscall.EDQUOT:   "your share of the disk is used up, free some space",
	syscall.EROFS:    "this disk can only be read",
	fs.ErrPermission: "you may not write there, ask whoever owns the folder",
}

// Forget removes the note of a pause that was lifted.
func Forget(site, id string) error {
	if !ids.MatchString(id) {
		return nil
	}
	state := filepath.Join(site, approval.Private)
	if readNote(state, id).State != string(approval.Paused) {
		return nil
	}
	return bare(os.RemoveAll(folder(state, id)))
}
