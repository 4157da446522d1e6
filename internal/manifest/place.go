package manifest

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
)

// outside begins the key of a folder outside the site; no path inside does.
const outside = "../"

// Key names an output folder without naming the machine: its slash-separated
// path relative to the site folder when it is inside, "../" and a hash of its
// path when it is not. Both folders are absolute, with links resolved.
func Key(site, dest string) string {
	rel, err := filepath.Rel(site, dest)
	if err == nil && filepath.IsLocal(rel) {
		return filepath.ToSlash(rel)
	}
	sum := sha256.Sum256([]byte(filepath.ToSlash(dest)))
	return outside + hex.EncodeToString(sum[:8])
}

// Place returns the file in the state folder that holds the manifest with that
// key: "manifest/public.json" for the key "public". Two keys never share one.
func Place(state, key string) string {
	if hash, is := strings.CutPrefix(key, outside); is {
		return filepath.Join(state, "manifest", "outside", hash+".json")
	}
	name := url.PathEscape(key)
	if len(name) > 200 { // file systems allow 255 bytes
		sum := sha256.Sum256([]byte(key))
		name = "long%" + hex.EncodeToString(sum[:8])
	}
	return filepath.Join(state, "manifest", name+".json")
}

// replace writes a file beside its place and then renames it there.
func replace(file string, data []byte) error {
	dir := filepath.Dir(file)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	// One build at a time holds the lock of a destination, so one fixed name
	// is enough, and a killed build leaves at most this one file, which the
	// next one writes over.
	temp := file + ".new"
	if err := writeSynced(temp, data); err != nil {
		os.Remove(temp)
		return err
	}
	if err := os.Rename(temp, file); err != nil {
		os.Remove(temp)
		return fmt.Errorf("replacing %s: %w", filepath.Base(file), err)
	}
	return nil
}

// writeSynced writes a file and waits until it is on the disk: an empty list
// after a power cut would make every published file look like somebody else's.
func writeSynced(name string, data []byte) (err error) {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	defer func() {
		if closed := f.Close(); err == nil {
			err = closed
		}
	}()
	if _, err := f.Write(data); err != nil {
		return err
	}
	return f.Sync()
}

// Destination is the key of the manifest that a file in the folder manifest of
// the private folder is, for a folder inside the site: its name tells, and
// where that is too long, what is in it.
func Destination(state, file string) (key string, ok bool) {
	key, err := url.PathUnescape(strings.TrimSuffix(file, ".json"))
	if err != nil { // "long%" is no escape
		m, err := Read(filepath.Join(state, "manifest", file))
		key = m.Destination
		if err != nil {
			return "", false
		}
	}
	return key, key != "" && filepath.IsLocal(filepath.FromSlash(key))
}
