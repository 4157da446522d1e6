package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// program is the file of Handrail as people get it, built once for all tests that run it.
var program string

// TestMain builds the program.
func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "handrail")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	program = filepath.Join(dir, "handrail")
	out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput()
	status := 1
	if err != nil {
		fmt.Fprintf(os.Stderr, "building: %v\n%s", err, out)
	} else {
		status = m.Run()
	}
	_ = os.RemoveAll(dir)
	os.Exit(status)
}

// handrail runs the program, which must end well.
func handrail(t *testing.T, args ...string) {
	t.Helper()
	if out, err := exec.Command(program, args...).CombinedOutput(); err != nil {
		t.Fatalf("handrail %v: %v\n%s", args, err, out)
	}
}

// TestScripts runs every whole-program story of testdata/script.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: false,
		Setup: func(e *testscript.Env) error {
			e.Setenv("PATH", filepath.Dir(program)+string(os.PathListSeparator)+e.Getenv("PATH"))
			e.Setenv("NO_COLOR", "1")
			e.Setenv("SOURCE_DATE_EPOCH", "1788220800") // 2026-09-01
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"handrail": func(ts *testscript.TestScript, neg bool, args []string) {
				if err := ts.Exec("handrail", args...); (err == nil) == neg {
					ts.Fatalf("handrail %s: %v", strings.Join(args, " "), err)
				}
			},
			"status":  status,
			"make":    makeFile,
			"break":   breakFile,
			"within":  within,
			"same":    sameTree,
			"tree":    tree,
			"nothing": nothing,
		},
	})
}

// status runs a command and compares its exit status: `status 1 handrail build`.
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N command [arg…]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	if err != nil {
		got = -1
		if exit, ok := err.(interface{ ExitCode() int }); ok {
			got = exit.ExitCode()
		}
	}
	if got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}

// within fails when a command takes longer than a time: `within 2s 1 handrail check`.
// The bounds are the hard limits of the issue, many times what is measured.
func within(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 3 {
		ts.Fatalf("usage: within duration status command [arg…]")
	}
	limit, err := time.ParseDuration(args[0])
	ts.Check(err)
	started := time.Now()
	status(ts, false, args[1:])
	if took := time.Since(started); took > limit {
		ts.Fatalf("took %v, more than %v", took, limit)
	}
}

// breakFile replaces the only occurrence of a text in a file: `break FILE OLD NEW`.
// \n stands for a line end.
func breakFile(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: break file old new")
	}
	name := ts.MkAbs(args[0])
	data, err := os.ReadFile(name)
	ts.Check(err)
	unescape := strings.NewReplacer(`\n`, "\n")
	old, new := []byte(unescape.Replace(args[1])), []byte(unescape.Replace(args[2]))
	if n := bytes.Count(data, old); n != 1 {
		ts.Fatalf("%s holds %q %d times", args[0], args[1], n)
	}
	ts.Check(os.WriteFile(name, bytes.Replace(data, old, new, 1), 0o644))
}

// makeFile writes a file of bad input: `make FILE KIND`.
func makeFile(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: make file kind")
	}
	data, ok := badInput(args[1])
	if !ok {
		ts.Fatalf("no bad input called %s", args[1])
	}
	name := ts.MkAbs(args[0])
	ts.Check(os.MkdirAll(filepath.Dir(name), 0o755))
	ts.Check(os.WriteFile(name, data, 0o644))
}

// sameTree fails unless two folders hold the same files with the same bytes;
// with ! it fails when they do.
func sameTree(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: same dir dir")
	}
	a, b := listing(ts, args[0]), listing(ts, args[1])
	if (a == b) == neg {
		ts.Fatalf("%s and %s:\n%s\n---\n%s", args[0], args[1], a, b)
	}
}

// tree prints the files below a folder, so that a script can look for one.
func tree(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: tree dir file")
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(listing(ts, args[0])), 0o644))
}

// nothing fails when any file below a folder holds a text, or any name does:
// `nothing DIR TEXT`.
func nothing(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: nothing dir text")
	}
	root, files := ts.MkAbs(args[0]), 0
	ts.Check(filepath.WalkDir(root, func(name string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		files++
		data, err := os.ReadFile(name)
		if bytes.Contains(data, []byte(args[1])) || strings.Contains(entry.Name(), args[1]) {
			ts.Fatalf("%s still holds %q", name, args[1])
		}
		return err
	}))
	if files == 0 {
		ts.Fatalf("%s is empty", args[0])
	}
}

func listing(ts *testscript.TestScript, dir string) string {
	var b strings.Builder
	root := ts.MkAbs(dir)
	err := filepath.WalkDir(root, func(name string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		relative, err := filepath.Rel(root, name)
		fmt.Fprintf(&b, "%s %x\n", filepath.ToSlash(relative), hash(data))
		return err
	})
	ts.Check(err)
	return b.String()
}

// TestInterrupted stops a build from outside.
func TestInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var out, errs bytes.Buffer
	dir := t.TempDir()
	w := world{stdin: strings.NewReader(""), stdout: &out, stderr: &errs, clock: time.Now}
	if got := run(context.Background(), w, []string{"new", "site", filepath.Join(dir, "x")}); got != exitDone {
		t.Fatalf("new site: exit %d: %s", got, errs.String())
	}
	if got := run(ctx, w, []string{"build", "-s", filepath.Join(dir, "x")}); got != exitInterrupted {
		t.Errorf("exit %d, want %d: %s", got, exitInterrupted, errs.String())
	}
	if !strings.Contains(errs.String(), "published before is untouched") {
		t.Errorf("it does not say what is published now: %s", errs.String())
	}
}

// TestAuditInterrupted stops an audit in the midst of one large page.
func TestAuditInterrupted(t *testing.T) {
	page := filepath.Join(t.TempDir(), "page.html")
	words := "<main><h1>A page</h1>" + strings.Repeat("<p>Words, <b>many</b> of them.", 190_000) + "</main>"
	if err := os.WriteFile(page, []byte("<!DOCTYPE html><html lang=en><title>A page</title>"+words), 0o644); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	var out, errs bytes.Buffer
	w := world{stdin: strings.NewReader(""), stdout: &out, stderr: &errs, clock: time.Now}
	ended := make(chan int, 1)
	go func() { ended <- run(ctx, w, []string{"audit", page}) }()
	time.Sleep(50 * time.Millisecond) // the page takes a second and more
	cancel()
	if got := <-ended; got != exitInterrupted {
		t.Errorf("exit %d, want %d: %s", got, exitInterrupted, errs.String())
	}
	if out.Len() > 0 {
		t.Errorf("it went on to the end of the page: %s", out.String())
	}
	if errs.String() != "handrail: stopped\n" {
		t.Errorf("it speaks of more than an audit: %s", errs.String())
	}
}
