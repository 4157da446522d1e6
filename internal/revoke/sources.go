package revoke

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"handrail/internal/approval"
)

// head is how much of a file is read to find its id, in bytes.
const head = 16 << 10

// sources lists the files of the content that hold the piece, by the id at their
// top or by their names, and the records of its translations. It needs no
// configuration: content lies in content/, and data in data/ or below content.
func sources(site, id string, langs []string) []string {
	line := regexp.MustCompile(`(?m)^id\s*[=:]\s*["']?` + regexp.QuoteMeta(id) + `["']?\s*$`)
	root := os.DirFS(site)
	var found []string
	_ = fs.WalkDir(root, "content", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() || path.Ext(name) != ".md" {
			return nil
		}
		parts := strings.Split(name, "/")
		if len(parts) < 3 || len(langs) > 0 && !slices.Contains(langs, parts[1]) {
			return nil
		}
		if strings.TrimSuffix(path.Base(name), ".md") == id || path.Base(name) == "index.md" && parts[len(parts)-2] == id || line.Match(top(root, name)) {
			found = append(found, name)
		}
		return nil
	})
	for _, name := range found {
		record := "translations/" + strings.TrimSuffix(strings.TrimPrefix(name, "content/"), ".md") + ".toml"
		for _, data := range []string{"data/", "content/data/"} {
			if info, err := fs.Stat(root, data+record); err == nil && info.Mode().IsRegular() {
				found = append(found, data+record)
			}
		}
	}
	return found
}

// ForgetWords removes the words of a piece that a private folder of the site
// keeps: those that were approved, and those of its files that translators compare
// with.
func ForgetWords(site, private, id string, langs, sources []string) error {
	for _, tag := range langs {
		if err := approval.Open(site, private).Forget(id, tag); err != nil {
			return err
		}
	}
	for _, name := range sources {
		kept, ok := strings.CutPrefix(name, "content/")
		if !ok || path.Ext(kept) != ".md" {
			continue
		}
		file := filepath.Join(folderOf(site, private), "sources", filepath.FromSlash(strings.TrimSuffix(kept, ".md")+".json"))
		if err := os.Remove(file); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("removing the words kept of %s: %w", name, bare(err))
		}
	}
	return nil
}

// top returns the front matter of a file, or what may be it.
func top(root fs.FS, name string) []byte {
	f, err := root.Open(name)
	if err != nil {
		return nil
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, head))
	if err != nil || len(data) < 4 {
		return nil
	}
	for _, fence := range []string{"\n+++", "\n---"} {
		if i := bytes.Index(data[3:], []byte(fence)); i >= 0 && bytes.HasPrefix(data, []byte(fence[1:])) {
			return data[:i+3]
		}
	}
	return nil
}

// patience is how long git may take to look through its history.
const patience = 10 * time.Second

// commits lists the commits of git that hold the files, the newest first: hash
// and day. Without git, or without a repository, there are none.
func commits(site string, files []string) []string {
	if len(files) == 0 {
		return nil
	}
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	args := append([]string{"-C", site, "log", "--all", "--format=%h %cs", "--"}, files...)
	out, err := exec.CommandContext(ctx, "git", args...).Output()
	if err != nil {
		return nil
	}
	return strings.FieldsFunc(string(out), func(r rune) bool { return r == '\n' })
}
