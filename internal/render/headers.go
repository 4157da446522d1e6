package render

import (
	"context"

	"handrail/internal/policy"
)

// Policy is what readers' browsers let the pages do; those of a preview may also
// hear that they have changed.
func (r *Renderer) Policy(preview bool) policy.Policy {
	p := r.policy
	p.Preview = preview
	return p
}

// Headers are the lines that make a kind of server send the policy, and what else
// keeps readers safe; empty for a kind that is not known.
func (r *Renderer) Headers(host string) string {
	var tags []string
	for _, l := range r.site.Languages {
		tags = append(tags, l.Tag)
	}
	return r.Policy(false).Snippet(host, r.base, tags)
}

// headers are the files that hosts read beside the pages. Other hosts give them
// out like any file; nothing in them is anybody's.
func (r *Renderer) headers() []Job {
	var jobs []Job
	for _, f := range policy.Files {
		jobs = append(jobs, Job{Path: f.Path, Make: func(context.Context) ([]byte, error) { return []byte(r.Headers(f.Host)), nil }})
	}
	return jobs
}
