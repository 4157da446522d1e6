package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/spf13/pflag"

	"handrail/internal/build"
	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/report"
	"handrail/internal/source"
)

// reporting is how a command tells what it found.
type reporting struct {
	format, output, failOn  string
	baseline, writeBaseline string

	unchecked []error // what could not be looked at

	folder string // the folder that findings name files from, as the person gave it
	held   int    // findings that the baseline holds
	notes  bool   // notes are shown, whatever --verbose says
}

func (r *reporting) flags(flags *pflag.FlagSet) {
	flags.StringVar(&r.format, "format", "text", "the report: "+strings.Join(report.Names(), ", "))
	flags.StringVar(&r.output, "output", "", "write the report to a file")
	flags.StringVar(&r.failOn, "fail-on", "error", "what makes the command fail: error or warning")
	flags.StringVar(&r.baseline, "baseline", "", "leave out the findings that this file holds")
	flags.StringVar(&r.writeBaseline, "write-baseline", "", "write a file that holds what is found now")
}

// check looks at the flags before the work starts.
func (r *reporting) check() error {
	if _, err := report.Named(r.format); err != nil {
		return fmt.Errorf("--format is %q; choose one of: %s", r.format, strings.Join(report.Names(), ", "))
	}
	if !slices.Contains([]string{"error", "warning"}, r.failOn) {
		return fmt.Errorf("--fail-on is %q; choose error or warning", r.failOn)
	}
	return nil
}

func (r *reporting) severity() finding.Severity { return finding.Severity(r.failOn) }

// settle leaves out what the baseline holds, before anything is decided, and
// writes the baseline that was asked for: it hides nothing in the same run, and
// it keeps the reasons that are written. Folder is where findings name files
// from.
func (r *reporting) settle(w *world, folder string, found []finding.Finding) ([]finding.Finding, error) {
	r.folder = folder
	set := w.checks()
	if r.writeBaseline != "" {
		before, err := readBaseline(r.writeBaseline, folder)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		data, count := set.Baseline(found, before)
		if err := os.WriteFile(r.writeBaseline, data, 0o644); err != nil {
			return nil, fmt.Errorf("writing the baseline: %w", err)
		}
		what := "no findings"
		if count == 1 {
			what = "1 finding; give it a reason"
		} else if count > 1 {
			what = fmt.Sprintf("%d findings; give each one a reason", count)
		}
		fmt.Fprintf(w.stderr, "The baseline %s has %s\n", r.writeBaseline, what)
	}
	if r.baseline == "" {
		return found, nil
	}
	b, err := readBaseline(r.baseline, folder)
	if err != nil {
		return nil, err
	}
	found, r.held = set.Hold(b, found, w.clock())
	return found, nil
}

// readBaseline reads a baseline. Reports name it from the folder of all other
// files, or by its own name alone where it lies elsewhere.
func readBaseline(name, folder string) (*check.Baseline, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("the baseline %s cannot be read: %w; write one with --write-baseline", name, errors.Unwrap(err))
	}
	path, ok := from(folder, name)
	if !ok {
		path = filepath.Base(name)
	}
	return check.ParseBaseline(source.NewFile(path, data))
}

// from is the slash-separated path of a file or folder below another one.
func from(folder, name string) (below string, ok bool) {
	folder, err := filepath.Abs(folder)
	if err != nil {
		return "", false
	}
	if name, err = filepath.Abs(name); err != nil {
		return "", false
	}
	below, err = filepath.Rel(folder, name)
	return filepath.ToSlash(below), err == nil && filepath.IsLocal(below)
}

// print writes the report. Blocked decides the exit status.
func (r *reporting) print(w *world, s *shared, command string, result *build.Result, took time.Duration, closing string, blocked bool) error {
	summary := finding.Summarise(result.Findings)
	summary.Pages, summary.Seconds = result.Pages, took.Seconds()
	out := &report.Report{Tool: "handrail", Version: version, Command: command, Findings: result.Findings, Summary: summary, Closing: closing,
		Rules: report.Rules(w.checks()), FailOn: r.severity(), Held: r.held}
	for _, err := range r.unchecked {
		out.Unchecked = append(out.Unchecked, err.Error())
	}
	if below, ok := from(".", r.folder); ok && below != "." {
		out.Folder = below
	}
	format, err := report.Named(r.format)
	if err != nil {
		return err
	}
	to := w.stdout
	if r.output != "" {
		file, err := os.Create(r.output)
		if err != nil {
			return fmt.Errorf("writing the report: %w", err)
		}
		defer file.Close()
		to = file
	} else {
		out.Color = s.colored(w)
	}
	out.Notes = s.verbose || r.notes
	if !(s.quiet && r.format == "text" && len(result.Findings) == 0) {
		if err := format.Write(to, out); err != nil {
			return fmt.Errorf("writing the report: %w", err)
		}
	}
	if blocked {
		return errFound
	}
	return nil
}

// build runs the build with the shared flags, and shows a line of progress on
// a terminal when it takes longer than a second.
func (s *shared) build(ctx context.Context, w *world, o build.Options, sink build.Sink) (*build.Result, error) {
	o = s.options(w, o)
	if w.terminal && !s.quiet && lookup(w.env, "CI") == "" {
		line := &progress{out: w.stderr, started: time.Now()}
		o.Progress = line.show
		defer line.clear()
	}
	return build.Run(ctx, o, sink)
}

// options fills in what the shared flags say.
func (s *shared) options(w *world, o build.Options) build.Options {
	o.Source, o.ConfigFile, o.Env, o.Today, o.Checks = s.source, s.config, w.env, w.clock(), w.checks()
	return o
}

// progress is one line on a terminal that is written over and over.
type progress struct {
	out     interface{ Write([]byte) (int, error) }
	started time.Time

	mu    sync.Mutex
	shown time.Time
}

func (p *progress) show(done, total int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if now := time.Now(); now.Sub(p.started) > time.Second && now.Sub(p.shown) > 100*time.Millisecond {
		p.shown = now
		fmt.Fprintf(p.out, "\rbuilding: %d of %d files", done, total)
	}
}

// clear takes the line away again.
func (p *progress) clear() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.shown.IsZero() {
		fmt.Fprint(p.out, "\r\x1b[K")
	}
}
