package main

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/spf13/pflag"

	"handrail/internal/build"
	"handrail/internal/finding"
	"handrail/internal/report"
)

// reporting is how a command tells what it found.
type reporting struct {
	format, output, failOn string
}

func (r *reporting) flags(flags *pflag.FlagSet) {
	flags.StringVar(&r.format, "format", "text", "the report: "+strings.Join(report.Names(), ", "))
	flags.StringVar(&r.output, "output", "", "write the report to a file")
	flags.StringVar(&r.failOn, "fail-on", "error", "what makes the command fail: error or warning")
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

// print writes the report. Blocked decides the exit status.
func (r *reporting) print(w *world, s *shared, command string, result *build.Result, took time.Duration, closing string, blocked bool) error {
	summary := finding.Summarise(result.Findings)
	summary.Pages, summary.Seconds = result.Pages, took.Seconds()
	out := &report.Report{Tool: "handrail", Version: version, Command: command, Findings: result.Findings, Summary: summary, Closing: closing,
		Rules: report.Rules(checks()), FailOn: r.severity()}
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
	o.Source, o.ConfigFile, o.Env, o.Today, o.Checks = s.source, s.config, w.env, w.clock(), checks()
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
