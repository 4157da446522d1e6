package approval

import (
	"cmp"
	"slices"
	"time"
)

// soon is how many days before its day an approval counts as due.
const soon = 30

// An Entry is one line of the list that a network works through: where one
// approval stands, and what is due.
type Entry struct {
	Content, Lang string
	Standing      Standing
	Due           bool    // to be asked again within 30 days, or already
	Gone          bool    // the content is not in the library any more
	Record        *Record // nil where nobody has answered
}

// Entries lists all approvals and all that wait for one, by handle, content and
// language. What waits has no handle, and comes first.
func (j *Judgement) Entries(today time.Time) []Entry {
	today = Day(today)
	var entries []Entry
	known := map[*Record]bool{}
	for _, v := range j.Verdicts {
		known[v.Record] = true
		e := Entry{Content: v.Page.Common().ID, Lang: v.Page.Lang.Tag, Standing: v.Standing, Record: v.Record}
		e.Due = v.Standing == Approved && v.Record.due(today)
		entries = append(entries, e)
	}
	for _, r := range j.Records.all {
		if !known[r] {
			entries = append(entries, Entry{Content: r.Content, Lang: r.Lang, Standing: r.alone(), Gone: true, Record: r})
		}
	}
	by := func(e Entry) string {
		if e.Record == nil {
			return ""
		}
		return e.Record.By
	}
	slices.SortStableFunc(entries, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(by(a), by(b)), cmp.Compare(a.Content, b.Content), cmp.Compare(a.Lang, b.Lang))
	})
	return entries
}

// due tells whether to ask again soon, or already.
func (r *Record) due(today time.Time) bool {
	limit := today.AddDate(0, 0, soon)
	return !r.Recheck.IsZero() && !r.Recheck.After(limit) || !r.Expires.After(limit)
}

// alone is where a record stands whose content is gone.
func (r *Record) alone() Standing {
	switch r.State {
	case Revoked:
		return Withdrew
	case Paused:
		return OnHold
	}
	return Lapsed
}
