package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"handrail/internal/build"
	"handrail/internal/policy"
)

func newHeaders(w *world, s *shared) *cobra.Command {
	o := build.Options{}
	c := &cobra.Command{
		Use:   "headers " + strings.Join(policy.Hosts, "|"),
		Short: "Print the lines that make a web server keep readers safe",
		Example: `  handrail headers nginx
  handrail headers caddy --base-url https://example.org/library/`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error { return s.headers(c.Context(), w, o, args[0]) },
	}
	c.Flags().StringVarP(&o.BaseURL, "base-url", "b", "", "where the site will be, such as https://example.org/library/")
	return c
}

func (s *shared) headers(ctx context.Context, w *world, o build.Options, host string) error {
	if !slices.Contains(policy.Hosts, host) {
		return fmt.Errorf("there is no kind of server called %q; choose one of %s", host, strings.Join(policy.Hosts, ", "))
	}
	lines, err := build.Headers(ctx, s.options(w, o), host)
	if err != nil {
		return err
	}
	_, err = fmt.Fprint(w.stdout, lines)
	return err
}
