package approval

import (
	"context"
	"runtime"
	"slices"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"

	"handrail/internal/finding"
	"handrail/internal/kind"
	"handrail/internal/private"
	"handrail/internal/site"
	"handrail/internal/source"
)

// A Standing is where the approval of a page stands.
type Standing string

// The standings. Only what is approved may be shown.
const (
	Approved Standing = "approved"
	Waiting  Standing = "waiting" // nobody has approved it yet
	Lapsed   Standing = "lapsed"  // it was changed since
	Expired  Standing = "expired" // its last day has gone by
	OnHold   Standing = "paused"
	Withdrew Standing = "revoked"
	NoWeb    Standing = "scope"  // approved, but not for the web
	Broken   Standing = "broken" // what was approved cannot be read
)

// A Verdict is what is decided about one page.
type Verdict struct {
	Page     *site.Page
	Standing Standing
	Record   *Record // nil where there is none
	Text     Text    // what the page says now; nil where a picture cannot be read
}

// Needed tells whether a page needs an approval: every story does, and all
// other content that somebody has been asked about.
func (rs *Records) Needed(p *site.Page) bool {
	return p.Kind == "story" || rs.About(p.Common().ID)
}

// A Judgement is what is decided about all pages that need an approval.
type Judgement struct {
	Verdicts []*Verdict // in the order of the pages
	Records  *Records
	byPage   map[*site.Page]*Verdict
}

// Of returns the verdict on a page, or nil for one that needs no approval.
func (j *Judgement) Of(p *site.Page) *Verdict { return j.byPage[p] }

// Judge compares every page that needs an approval with its record, side by
// side. Today decides what has expired. An error means that the work was
// interrupted.
func Judge(ctx context.Context, s *site.Site, records *Records, today time.Time) (*Judgement, error) {
	j := &Judgement{Records: records, byPage: map[*site.Page]*Verdict{}}
	for _, p := range s.Pages {
		if records.Needed(p) {
			v := &Verdict{Page: p, Record: records.Of(p.Common().ID, p.Lang.Tag)}
			j.Verdicts = append(j.Verdicts, v)
			j.byPage[p] = v
		}
	}
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, v := range j.Verdicts {
		group.Go(func() error {
			v.decide(s, Day(today))
			return ctx.Err()
		})
	}
	return j, group.Wait()
}

// decide settles one verdict. What the person has said comes before what the
// page says.
func (v *Verdict) decide(s *site.Site, today time.Time) {
	text, err := Of(s, v.Page)
	v.Text = text
	r := v.Record
	switch {
	case r == nil:
		v.Standing = Waiting
	case r.State == Revoked:
		v.Standing = Withdrew
	case r.State == Paused:
		v.Standing = OnHold
	case err != nil, r.State != Active, r.Digest == "", r.Expires.IsZero():
		v.Standing = Broken
	case text.Digest(r.Salt) != r.Digest:
		v.Standing = Lapsed
	case today.After(r.Expires):
		v.Standing = Expired
	case !r.Allows(Web):
		v.Standing = NoWeb
	default:
		v.Standing = Approved
	}
}

// Site returns the library as readers may see it. With preview, what only waits
// for a yes stays in it and is marked; what was revoked is left out even there.
func (j *Judgement) Site(s *site.Site, preview bool) *site.Site {
	return s.Without(func(p *site.Page) site.Shown {
		v := j.byPage[p]
		switch {
		case v == nil:
			return site.Shown{}
		case v.Standing == Approved:
			return site.Shown{Except: v.except()}
		}
		return site.Shown{Withheld: true, Marked: preview && v.Standing != Withdrew}
	})
}

// except lists the surfaces that an approved page must stay away from.
func (v *Verdict) except() []string {
	var except []string
	for _, s := range Surfaces() {
		if !v.Record.Allows(s) {
			except = append(except, string(s))
		}
	}
	story, ok := v.Page.Data.(*kind.Story)
	if !ok {
		return except
	}
	for _, use := range []string{"print", "training"} {
		if !slices.Contains(story.Uses, use) && !slices.Contains(except, use) {
			except = append(except, use)
		}
	}
	return except
}

// Mentions are the places where what is shown speaks of what a person has taken
// back or paused. Links lead nowhere then, and quotations are left out; the words
// around them are for a person to look at.
func (j *Judgement) Mentions(shown *site.Site) []finding.Problem {
	stopped := map[*site.Page]bool{}
	for _, v := range j.Verdicts {
		stopped[v.Page] = v.Standing == Withdrew || v.Standing == OnHold
	}
	var found []finding.Problem
	say := func(at source.Place, message string) {
		found = append(found, finding.Problem{At: at, Rule: "consent/mentioned", Message: message})
	}
	for _, p := range shown.Pages {
		for _, l := range p.Doc.Links {
			if to := shown.Hidden(p, l.Destination); to != nil && stopped[to] {
				say(l.At, "this leads to a page that a person has taken back or paused, so its words stand here without a link")
			}
		}
		for _, c := range p.Doc.Containers {
			if !shown.Quotes(p, c) {
				say(c.At, "this quotes a page that may not be quoted now, so it is left out")
			}
		}
	}
	return found
}

// Private are the values of the records that must never show.
func (rs *Records) Private() []private.Value {
	var values []private.Value
	for _, r := range rs.all {
		for _, v := range []struct{ key, text string }{{"by", r.By}, {"reviewed_by", r.ReviewedBy}, {"salt", r.Salt}} {
			if v.text != "" {
				values = append(values, private.New("approvals", v.key, v.text))
			}
		}
	}
	return values
}

// said is how each standing is reported.
var said = map[Standing]struct{ rule, message, fix string }{
	Waiting:  {"consent/missing", "nobody has approved this yet, so it is left out", "Make the packet to read with `handrail approve --packet ID --lang LANG`. Record the yes with `handrail approve ID --lang LANG`, and say who said it with --by and --role. The preview shows the page until then."},
	Lapsed:   {"consent/lapsed", "this was changed after it was approved, so it is left out", "Undo the change, or show the person what changed with `handrail approve --packet ID --lang LANG` and record the new yes with `handrail approve ID --lang LANG`."},
	Expired:  {"consent/expired", "the approval of this has run out, so it is left out", "Ask the person again with `handrail approve --packet ID --lang LANG`. Record a new yes with `handrail approve ID --lang LANG`."},
	OnHold:   {"consent/paused", "a person has asked for a pause, so this is left out", ""},
	Withdrew: {"consent/revoked", "this was taken back, so it is left out", ""},
	NoWeb:    {"consent/scope", "this is approved, but not for the web, so it is left out", ""},
	Broken:   {"consent/missing", "the approval of this cannot be read or compared, so it is left out", "Look at what else is said about this file and its approval."},
}

// Problems says what keeps pages from being shown, what is wrong with records,
// and when to ask again. Path is how reports name the folder of approvals.
func (j *Judgement) Problems(path string, today time.Time) []finding.Problem {
	today = Day(today)
	var found []finding.Problem
	known := map[string]bool{}
	for _, v := range j.Verdicts {
		c := v.Page.Common()
		known[FileName(c.ID, v.Page.Lang.Tag)] = true
		at := v.Page.At("title")
		say := func(rule, message, fix string) {
			found = append(found, finding.Problem{At: at, Rule: rule, Message: message, Fix: fix})
		}
		if what, withheld := said[v.Standing]; withheld {
			say(what.rule, what.message, strings.NewReplacer("ID", c.ID, "LANG", v.Page.Lang.Tag).Replace(what.fix))
			continue
		}
		if v.Record.ReviewedBy == "" {
			say("consent/review", "no survivor has reviewed these words for safety", "")
		}
		if !v.Record.Recheck.IsZero() && today.After(v.Record.Recheck) {
			say("consent/recheck", "it is time to ask again whether the yes still holds", "")
		}
		if !v.Record.Paid {
			say("consent/paid", "nobody has attested that the people behind this were paid", "")
		}
	}
	for _, p := range j.Records.Problems {
		// A file's name may be a person's: only one that Handrail gives is shown.
		at := source.Place{Path: path}
		if known[p.File] {
			at = source.Place{Path: path + "/" + p.File, Line: p.Line, Col: min(p.Line, 1)}
		}
		found = append(found, finding.Problem{At: at, Rule: "consent/record", Message: p.Message, Fix: p.Fix})
	}
	return found
}
