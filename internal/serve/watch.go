package serve

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

const (
	// calm is how long the files must be still before a build: editors save
	// in several steps.
	calm = 60 * time.Millisecond
	// pollEvery is how often files are looked at where the system cannot tell.
	pollEvery = 500 * time.Millisecond
)

// watch begins to look at the files of the site. What it returns builds again
// whenever one changes, until its context ends: also for what changed since
// watch was called, so that nothing saved during the first build is missed.
func (s *server) watch() func(context.Context) error {
	root := s.options.Build.Source
	if s.options.Poll {
		return s.polled(root)
	}
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		fmt.Fprintln(s.options.Log, "The system cannot tell when files change; looking twice a second instead.")
		return s.polled(root)
	}
	if err := follow(watcher, root, root); err != nil {
		watcher.Close()
		fmt.Fprintln(s.options.Log, "The system cannot watch this many folders; looking twice a second instead.")
		return s.polled(root)
	}
	return func(ctx context.Context) error {
		defer watcher.Close()
		return s.listen(ctx, watcher, root)
	}
}

// polled is watch where the system cannot tell.
func (s *server) polled(root string) func(context.Context) error {
	before := stamps(root)
	return func(ctx context.Context) error { return s.poll(ctx, root, before) }
}

// listen waits for what the system tells of files.
func (s *server) listen(ctx context.Context, watcher *fsnotify.Watcher, root string) error {
	var changed []string
	timer := time.NewTimer(time.Hour)
	timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case event, ok := <-watcher.Events:
			if !ok {
				return errors.New("watching the files stopped; start the preview again")
			}
			name, err := filepath.Rel(root, event.Name)
			if err != nil || ignored(name) || event.Op == fsnotify.Chmod {
				continue
			}
			if event.Has(fsnotify.Create) {
				// fsnotify does not look into folders by itself.
				_ = follow(watcher, root, event.Name)
			}
			changed = append(changed, filepath.ToSlash(name))
			timer.Reset(calm)
		case <-watcher.Errors:
			// Events were lost, so anything may have changed.
			timer.Reset(calm)
		case <-timer.C:
			if err := s.rebuild(ctx, changed); err != nil {
				return err
			}
			changed = nil
		}
	}
}

// ignored tells what is no part of the site: output, private state, hidden
// files, and what editors leave behind.
func ignored(name string) bool {
	parts := strings.Split(filepath.ToSlash(name), "/")
	if slices.Contains([]string{"public", "node_modules"}, parts[0]) {
		return true
	}
	for _, part := range parts {
		if part != "." && strings.HasPrefix(part, ".") || strings.HasSuffix(part, "~") || strings.HasSuffix(part, ".swp") {
			return true
		}
	}
	return false
}

// follow watches a folder and all below it. A file is nothing to follow.
func follow(watcher *fsnotify.Watcher, root, from string) error {
	return filepath.WalkDir(from, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return nil // it went away again
		}
		if !entry.IsDir() {
			return nil
		}
		if relative, err := filepath.Rel(root, name); err == nil && relative != "." && ignored(relative) {
			return fs.SkipDir
		}
		return watcher.Add(name)
	})
}

// poll compares times and sizes of all files with those before, again and again.
func (s *server) poll(ctx context.Context, root string, before map[string]stamp) error {
	ticker := time.NewTicker(pollEvery)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-ticker.C:
			now := stamps(root)
			if changed := differ(before, now); len(changed) > 0 {
				if err := s.rebuild(ctx, changed); err != nil {
					return err
				}
			}
			before = now
		}
	}
}

// A stamp changes when a file does.
type stamp struct {
	modified time.Time
	size     int64
}

func stamps(root string) map[string]stamp {
	found := map[string]stamp{}
	_ = filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return nil
		}
		relative, err := filepath.Rel(root, name)
		if err != nil || relative == "." {
			return nil
		}
		if ignored(relative) {
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if info, err := os.Lstat(name); err == nil && info.Mode().IsRegular() {
			found[filepath.ToSlash(relative)] = stamp{info.ModTime(), info.Size()}
		}
		return nil
	})
	return found
}

// differ lists the files that came, went or changed.
func differ(before, now map[string]stamp) []string {
	var changed []string
	for name, is := range now {
		if before[name] != is {
			changed = append(changed, name)
		}
	}
	for name := range before {
		if _, there := now[name]; !there {
			changed = append(changed, name)
		}
	}
	slices.Sort(changed)
	return changed
}
