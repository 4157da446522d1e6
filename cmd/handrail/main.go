// Command handrail makes an accessible, plain-language, multilingual site from
// a folder of markdown, and refuses to publish what breaks its checks.
package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	"time"

	"handrail/internal/check"
)

// Exit statuses, as the contract of the command line has them.
const (
	exitDone        = 0
	exitFound       = 1   // done, and there are findings at or above --fail-on
	exitFailed      = 2   // could not be done
	exitInterrupted = 130 // stopped from the keyboard
)

// errFound ends a command that did its work and found something.
var errFound = errors.New("there are findings")

// A world is what a command meets outside itself.
type world struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	env            []string
	clock          func() time.Time
	random         io.Reader
	terminal       bool       // standard error is a terminal
	others         *check.Set // run in place of Handrail's checks, where tests break one
}

// memory is how much the program aims to stay under, in bytes: ten thousand
// pages fit, if the collector works for it.
const memory = 900 << 20

func main() {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memory)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	info, err := os.Stderr.Stat()
	status := run(ctx, world{
		stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr, env: os.Environ(), clock: time.Now, random: rand.Reader,
		terminal: err == nil && info.Mode()&os.ModeCharDevice != 0,
	}, os.Args[1:])
	os.Exit(status)
}

// run carries out one command line and returns its exit status.
func run(ctx context.Context, w world, args []string) int {
	root := newRoot(&w)
	root.SetArgs(args)
	root.SetIn(w.stdin)
	root.SetOut(w.stdout)
	root.SetErr(w.stderr)
	command, err := root.ExecuteContextC(ctx)
	switch {
	case err == nil:
		return exitDone
	case ctx.Err() != nil:
		stopped := "handrail: stopped"
		if command.Name() == "build" {
			stopped += "; what was published before is untouched"
		}
		fmt.Fprintln(w.stderr, stopped)
		return exitInterrupted
	case errors.Is(err, errFound):
		return exitFound
	}
	fmt.Fprintln(w.stderr, "handrail: "+err.Error())
	return exitFailed
}
