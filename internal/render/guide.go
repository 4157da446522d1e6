package render

import (
	"cmp"
	"context"
	"html/template"
	"slices"

	"handrail/internal/config"
	"handrail/internal/kind"
	"handrail/internal/lang"
	"handrail/internal/markdown"
	"handrail/internal/site"
)

// guide is what only guides show.
func (r *Renderer) guide(v *View, p *site.Page, data *kind.Guide) *GuideView {
	g := &GuideView{ProcessNotes: data.ProcessNotes, Recommendations: r.recommendations(v, p, "")}
	if len(p.Recommendations) == 0 {
		return g
	}
	g.Priorities = &Link{Text: r.word(p.Lang, "priorities"), Href: r.href(v.page, p.Priorities())}
	for _, id := range r.site.Audiences(p) {
		g.Audiences = append(g.Audiences, Link{ID: id, Href: r.href(v.page, p.For(id)),
			Text: label(r.site.Config.Audiences, id, p.Lang.Tag, r.site.Default().Tag)})
	}
	for _, t := range r.site.Tracking {
		if t.Guide == p.Common().ID {
			g.Reports = append(g.Reports, Link{Text: t.Organisation, Href: r.href(v.page, t.Report(p.Lang))})
		}
	}
	return g
}

// recommendations are those of a guide for an audience (or all), most worth
// doing first; projects for the future stand last.
func (r *Renderer) recommendations(v *View, p *site.Page, audience string) []RecommendationView {
	sorted := slices.Clone(p.Recommendations)
	slices.SortStableFunc(sorted, func(a, b *site.Recommendation) int {
		return cmp.Or(later(a.Future)-later(b.Future), b.Rank()-a.Rank())
	})
	var views []RecommendationView
	for _, rec := range sorted {
		if audience != "" && !slices.Contains(rec.Audience, audience) {
			continue
		}
		view := RecommendationView{ID: rec.ID, Title: rec.Title, Href: r.href(v.page, p.Address) + "#" + rec.ID,
			Impact: rec.Impact, Resources: rec.Resources, Sustainability: rec.Sustainability, Future: rec.Future}
		if v.page == p.Address {
			view.Href = "#" + rec.ID
		}
		if p.Lang.Tag != v.Lang {
			view.Lang, view.Dir = p.Lang.Tag, p.Lang.Dir
		}
		for _, id := range rec.Audience {
			view.Audiences = append(view.Audiences, label(r.site.Config.Audiences, id, v.Lang, r.site.Default().Tag))
		}
		views = append(views, view)
	}
	return views
}

func later(future bool) int {
	if future {
		return 1
	}
	return 0
}

// guideLists are a guide's priority matrix and its pages for each audience.
func (r *Renderer) guideLists(p *site.Page) []Job {
	if p.Kind != "guide" || len(p.Recommendations) == 0 {
		return nil
	}
	content := []string{p.Common().ID}
	list := func(at site.Address, layout, title, audience string, others func(lang.Language) (site.Address, bool)) Job {
		return r.file(at, layout, p, content, func(ctx context.Context) (*View, error) {
			v := r.frame(p.Lang, at, title, others)
			v.source = p
			v.TabTitle = title + " · " + r.tabTitle(p) // every guide has such a page
			v.Crumbs = append(r.crumbs(v, p), r.link(v, p))
			link := r.link(v, p)
			v.Listing = &Listing{GuideLink: &link, Recommendations: r.recommendations(v, p, audience)}
			v.Summary = r.word(p.Lang, "from_guide", "title", p.Common().Title)
			if audience == "" {
				return v, nil
			}
			v.Audience = label(r.site.Config.Audiences, audience, p.Lang.Tag, r.site.Default().Tag)
			return v, r.reasons(ctx, v, p)
		})
	}
	jobs := []Job{list(p.Priorities(), "priorities", r.word(p.Lang, "priorities"), "", func(l lang.Language) (site.Address, bool) {
		t := p.Translations[l.Tag]
		if t == nil || len(t.Recommendations) == 0 {
			return "", false
		}
		return t.Priorities(), true
	})}
	for _, id := range r.site.Audiences(p) {
		title := r.word(p.Lang, "for_audience", "audience", label(r.site.Config.Audiences, id, p.Lang.Tag, r.site.Default().Tag))
		jobs = append(jobs, list(p.For(id), "audience", title, id, func(l lang.Language) (site.Address, bool) {
			t := p.Translations[l.Tag]
			if t == nil || !slices.Contains(r.site.Audiences(t), id) {
				return "", false
			}
			return t.For(id), true
		}))
	}
	return jobs
}

// reasons fills in why each recommendation matters, as the guide says it.
func (r *Renderer) reasons(ctx context.Context, v *View, p *site.Page) error {
	why := map[string]template.HTML{}
	rendering := r.rendering(ctx, v, p)
	rendering.Container = func(c *markdown.Container, h markdown.ContainerHTML) (template.HTML, error) {
		if !r.site.Quotes(p, c) {
			return "", nil
		}
		if c.Name == "recommendation" {
			why[c.ID] = h.Body
		}
		return h.All, nil
	}
	if _, err := p.Doc.HTML(rendering); err != nil {
		return err
	}
	for i := range v.Recommendations {
		v.Recommendations[i].Why = why[v.Recommendations[i].ID]
	}
	return nil
}

// reports are the impact and integrity reports: for each organisation that
// says how far it has come, one page in each language.
func (r *Renderer) reports(l lang.Language) []Job {
	var jobs []Job
	for _, t := range r.site.Tracking {
		guide := r.site.In(l.Tag, t.Guide)
		if guide == nil {
			continue
		}
		at := func(l lang.Language) site.Address { return t.Report(l) }
		jobs = append(jobs, r.file(at(l), "report", nil, []string{t.Guide}, func(context.Context) (*View, error) {
			v := r.frame(l, at(l), r.word(l, "report_of", "organisation", t.Organisation), everywhere(at))
			v.TabTitle = r.word(l, "tab_report", "organisation", t.Organisation)
			v.Summary = r.word(l, "about_report")
			v.Crumbs = append(r.crumbs(v, guide), r.link(v, guide))
			link := r.link(v, guide)
			v.Listing = &Listing{GuideLink: &link, Report: r.report(v, l, t, guide)}
			return v, nil
		}))
	}
	return jobs
}

func (r *Renderer) report(v *View, l lang.Language, t *site.Tracking, guide *site.Page) *ReportView {
	report := &ReportView{Organisation: t.Organisation}
	report.Since, _ = l.YearMonth(t.Since)
	known := map[string]RecommendationView{}
	for _, rec := range r.recommendations(v, guide, "") {
		known[rec.ID] = rec
	}
	for _, status := range site.Statuses() {
		key := slugged(status)
		report.Counts = append(report.Counts, Count{Key: key, Text: r.word(l, "status_"+key), N: t.Count(status)})
	}
	for _, s := range t.Statuses {
		row := known[s.Recommendation]
		row.StatusKey = slugged(s.Status)
		row.Status = r.word(l, "status_"+row.StatusKey)
		row.Month, _ = l.YearMonth(s.Month)
		note, tag := config.Text(s.Note, l.Tag, r.site.Default().Tag)
		row.Note = note
		if other, ok := r.site.Language(tag); ok && tag != l.Tag {
			row.NoteLang, row.NoteDir = other.Tag, other.Dir
		}
		report.Rows = append(report.Rows, row)
	}
	return report
}

// slugged makes "in place" fit for a key.
func slugged(status string) string {
	out := []byte(status)
	for i, b := range out {
		if b == ' ' {
			out[i] = '_'
		}
	}
	return string(out)
}
