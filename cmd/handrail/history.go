package main

import (
	"context"
	"os/exec"
	"strconv"
	"strings"

	"handrail/internal/load"
	"handrail/internal/parity"
	"handrail/internal/site"
)

// revisions is how many older copies of a page are looked at.
const revisions = 200

// oldWords finds what a source said before: in the private folder, and for what
// is not kept there in the history of git, where the folder has one.
func (s *shared) oldWords(ctx context.Context, read *site.Site, t *site.Translation) parity.Words {
	words, err := s.words(read, t.Source)
	if err != nil {
		words = parity.Words{}
	}
	wanted := map[string]bool{}
	for _, d := range t.Stale {
		if d.Was != "" && words[d.Was] == "" {
			wanted[d.Was] = true
		}
	}
	if len(wanted) == 0 {
		return words
	}
	// Only git's plumbing is asked: it runs no program that a folder's own
	// settings name.
	file := t.Source.File.Path
	list, err := s.git(ctx, "rev-list", "--max-count="+strconv.Itoa(revisions), "HEAD", "--", file)
	if err != nil {
		return words
	}
	for _, revision := range strings.Fields(string(list)) {
		data, err := s.git(ctx, "cat-file", "blob", revision+":./"+file)
		if err != nil {
			continue
		}
		for _, part := range load.Older(read, t.Source, data) {
			if print := part.Print(); wanted[print] {
				words[print] = part.Text
				delete(wanted, print)
			}
		}
		if len(wanted) == 0 {
			break
		}
	}
	return words
}

// git runs a command of git in the site's folder.
func (s *shared) git(ctx context.Context, args ...string) ([]byte, error) {
	c := exec.CommandContext(ctx, "git", args...)
	c.Dir = s.source
	return c.Output()
}
