package publish

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"syscall"
)

// unchanged tells whether what was carried before the swap is still the same.
func unchanged(a, b fs.FileInfo) bool {
	return os.SameFile(a, b) ||
		a.Mode() == b.Mode() && a.Size() == b.Size() && (a.ModTime().Equal(b.ModTime()) || a.Mode()&fs.ModeSymlink != 0)
}

// carry gives a file a second name, or copies it where that cannot be. A link
// is made anew and never followed.
func carry(root *os.Root, from, to string, info fs.FileInfo) error {
	if info.Mode()&fs.ModeSymlink != 0 {
		points, err := root.Readlink(from)
		if err != nil {
			return err
		}
		return root.Symlink(points, to)
	}
	err := root.Link(from, to)
	// A copy of what lies on another disk would have the original removed
	// with the old tree.
	if err == nil || errors.Is(err, syscall.EXDEV) || !info.Mode().IsRegular() {
		return err
	}
	return copyFile(root, from, to, info)
}

// copyFile copies bytes, permissions and time.
func copyFile(root *os.Root, from, to string, info fs.FileInfo) (err error) {
	in, err := root.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := root.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	if err := errors.Join(err, out.Close()); err != nil {
		return err
	}
	if err := root.Chmod(to, info.Mode().Perm()); err != nil {
		return err
	}
	return root.Chtimes(to, info.ModTime(), info.ModTime())
}
