//go:build !linux && !darwin

package publish

import (
	"errors"
	"os"
)

// exchange lets two folders change names in one step, which this system cannot.
func exchange(*os.Root, string, string) error { return errors.ErrUnsupported }
