package main

import (
	"github.com/spf13/cobra"

	"handrail/internal/serve"
)

func newServe(w *world, s *shared) *cobra.Command {
	o := serve.Options{}
	c := &cobra.Command{
		Use:   "serve",
		Short: "Preview the site while writing, with what is wrong shown on the page",
		Example: `  handrail serve --open
  handrail serve --source our-library --port 0`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			o.Build, o.Log = s.options(w, o.Build), w.stderr
			return serve.Run(c.Context(), o)
		},
	}
	flags := c.Flags()
	flags.IntVarP(&o.Port, "port", "p", 1414, "the port; 0 picks a free one")
	flags.StringVar(&o.Bind, "bind", "127.0.0.1", "the address, which must be this machine's own")
	flags.BoolVar(&o.Open, "open", false, "open the preview in a browser")
	flags.BoolVarP(&o.Navigate, "navigate", "N", false, "go to the page that was changed")
	flags.BoolVar(&o.Poll, "poll", false, "look at the files twice a second, for disks that do not tell when files change")
	return c
}
