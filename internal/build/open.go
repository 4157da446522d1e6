package build

import (
	"context"
	"fmt"

	"handrail/internal/approval"
	"handrail/internal/config"
	"handrail/internal/load"
	"handrail/internal/render"
	"handrail/internal/site"
	"handrail/internal/source"
)

// An Opened site was loaded and compared with its approvals, and not made.
type Opened struct {
	Config *config.Config
	Site   *site.Site // all that was read
	Judged *approval.Judgement
	Store  *approval.Store

	folder *source.Folder
}

// Open loads a site for those who look at its approvals. The caller closes it.
func Open(ctx context.Context, o Options) (*Opened, error) {
	folder, err := source.OpenFolder(o.Source)
	if err != nil {
		return nil, fmt.Errorf("%w; name the site's folder with --source", err)
	}
	opened, err := open(ctx, o, folder)
	if err != nil {
		folder.Close()
	}
	return opened, err
}

func open(ctx context.Context, o Options, folder *source.Folder) (*Opened, error) {
	c, _, err := configuration(folder, o)
	if err != nil {
		return nil, err
	}
	c.Drafts = true // people may approve what is not finished for the others
	loaded, err := load.Site(ctx, folder, c)
	if err != nil {
		return nil, err
	}
	judged, err := judge(ctx, o, loaded.Site)
	if err != nil {
		return nil, err
	}
	return &Opened{Config: c, Site: loaded.Site, Judged: judged, Store: approval.Open(o.Source, c.PrivateDir), folder: folder}, nil
}

// Close releases the site's folder; pictures cannot be read any more.
func (o *Opened) Close() error { return o.folder.Close() }

// Configuration reads the configuration of a site, and nothing else.
func Configuration(o Options) (*config.Config, error) {
	folder, err := source.OpenFolder(o.Source)
	if err != nil {
		return nil, fmt.Errorf("%w; name the site's folder with --source", err)
	}
	defer folder.Close()
	c, _, err := configuration(folder, o)
	return c, err
}

// Headers are the lines that make a kind of server keep readers safe; see
// policy.Hosts.
func Headers(ctx context.Context, o Options, host string) (string, error) {
	read, err := Read(ctx, o)
	if err != nil {
		return "", err
	}
	folder, err := source.OpenFolder(o.Source)
	if err != nil {
		return "", fmt.Errorf("%w; name the site's folder with --source", err)
	}
	defer folder.Close()
	t, _, err := openTheme(folder, read.Config.Theme)
	if err != nil {
		return "", err
	}
	return render.New(read, t).Headers(host), nil
}
