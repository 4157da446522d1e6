package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"
)

// advise puts what a person can do before an error of the file system.
func advise(err error) error {
	for _, a := range advice {
		if errors.Is(err, a.err) {
			return fmt.Errorf("%s: %w", a.text, err)
		}
	}
	return err
}

var advice = []struct {
	err  error
	text string
}{
	{syscall.ENOSPC, "the disk is full, free some space and build again"},
	{syscall.EDQUOT, "your share of the disk is used up, free some space and build again"},
	{syscall.EROFS, "this disk can only be read, choose another folder with --destination"},
	{syscall.EBUSY, "the folder is in use as the top of a disk or volume, choose a folder inside it with --destination"},
	{syscall.EXDEV, "part of the folder is on another disk or in a container's image, choose another folder with --destination"},
	{syscall.ENAMETOOLONG, "a name is longer than the disk allows, choose a shorter one"},
	{fs.ErrPermission, "you may not write there, ask whoever owns the folder or choose another one with --destination"},
}
