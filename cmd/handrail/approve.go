package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"handrail/internal/approval"
	"handrail/internal/build"
	"handrail/internal/fields"
	"handrail/internal/packet"
	"handrail/internal/site"
)

// approving is what the flags of approve say.
type approving struct {
	lang, by, role, terms string
	scope                 []string
	sent, approved        string
	recheck, expires      string
	reviewed, reviewedBy  string
	paid, yes, packet     bool
	output                string
}

func newApprove(w *world, s *shared) *cobra.Command {
	a := &approving{}
	c := &cobra.Command{
		Use:   "approve ID",
		Short: "Record that a person said yes to exact words and pictures, or make a packet to ask with",
		Long: `Shows everything of a piece that anyone could see, and records a person's yes to exactly that.
When one word or one picture changes afterwards, the piece is left out until somebody says yes again.

With --packet it writes a sheet to read offline instead, for a person who is not technical.`,
		Example: `  handrail approve --packet s-7kq2 --lang es
  handrail approve s-7kq2 --lang es --by wren-3 --role panel --scope web,print,feed,search --paid`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return approve(c.Context(), w, s, a, args[0])
		},
	}
	flags := c.Flags()
	flags.StringVar(&a.lang, "lang", "", "the language; needed where there are several")
	flags.StringVar(&a.by, "by", "", "who said yes: a handle with a digit, such as wren-3, never a name")
	flags.StringVar(&a.role, "role", "", "who that is: "+strings.Join(approval.Roles(), ", "))
	flags.StringSliceVar(&a.scope, "scope", nil, "where it may show: web, print, feed, search")
	flags.StringVar(&a.sent, "sent", "", "the day on which the packet was sent")
	flags.StringVar(&a.approved, "approved", "", "the day of the yes; today where it is not given")
	flags.StringVar(&a.recheck, "recheck", "", "the day to ask again; a year later where it is not given")
	flags.StringVar(&a.expires, "expires", "", "the last day on which it holds; two years later where it is not given")
	flags.StringVar(&a.terms, "terms", "", "which terms were agreed to; the piece's own where it is not given")
	flags.StringVar(&a.reviewedBy, "reviewed-by", "", "the survivor who reviewed these words: a handle; a panel counts without it")
	flags.StringVar(&a.reviewed, "reviewed", "", "the day of that review; the day of the yes where it is not given")
	flags.BoolVar(&a.paid, "paid", false, "attest that the person was paid")
	flags.BoolVar(&a.yes, "yes", false, "record it without asking, for scripts")
	flags.BoolVar(&a.packet, "packet", false, "write a sheet that shows everything and asks for an answer")
	flags.StringVar(&a.output, "output", "", "where to write the packet; below the private folder where it is not given")
	return c
}

func approve(ctx context.Context, w *world, s *shared, a *approving, id string) error {
	var record *approval.Record
	if !a.packet {
		var err error
		if record, err = a.record(w.clock()); err != nil {
			return err
		}
	}
	opened, err := build.Open(ctx, s.options(w, build.Options{}))
	if err != nil {
		return err
	}
	defer opened.Close()
	page, err := pieceOf(opened.Site, id, a.lang)
	if err != nil {
		return err
	}
	text, err := approval.Of(opened.Site, page)
	if err != nil {
		return err
	}
	for _, l := range text {
		if missing, ok := strings.CutPrefix(l.Value, "none "); ok && l.Key == "picture" {
			return fmt.Errorf("the picture %s of %s is not there, so nobody can say yes to it; add it first", fields.Shown(missing), page.File.Path)
		}
	}
	if a.packet {
		return writePacket(w, s, a, opened, page, text)
	}
	return a.recordYes(w, s, opened, page, text, record)
}

// record makes the record that the flags describe, all but what the page says.
func (a *approving) record(now time.Time) (*approval.Record, error) {
	switch {
	case !approval.ValidHandle(a.by):
		return nil, errors.New("--by needs a handle with a digit and without spaces, such as wren-3; keep elsewhere who it is")
	case !slices.Contains(approval.Roles(), a.role):
		return nil, errors.New("--role is self, panel or delegate")
	case len(a.scope) == 0:
		return nil, errors.New("--scope needs the places where it may show, such as web,print,feed,search; ask the person about each one")
	case a.reviewedBy != "" && !approval.ValidHandle(a.reviewedBy):
		return nil, errors.New("--reviewed-by needs a handle with a digit and without spaces, such as tern-2")
	}
	r := &approval.Record{By: a.by, Role: a.role, Terms: a.terms, Paid: a.paid, ReviewedBy: a.reviewedBy, State: approval.Active}
	for _, name := range a.scope {
		surface := approval.Surface(strings.TrimSpace(name))
		if !slices.Contains(approval.Surfaces(), surface) {
			return nil, fmt.Errorf("--scope has %q; choose from web, print, feed and search", fields.Shown(name))
		}
		if !r.Allows(surface) {
			r.Scope = append(r.Scope, surface)
		}
	}
	var err error
	day := func(flag, written string, otherwise time.Time) time.Time {
		if written == "" {
			return otherwise
		}
		t, wrong := time.Parse(time.DateOnly, written)
		if wrong != nil && err == nil {
			err = fmt.Errorf("--%s needs a day, written like 2027-02-14", flag)
		}
		return t
	}
	r.Approved = day("approved", a.approved, approval.Day(now))
	r.Sent = day("sent", a.sent, time.Time{})
	r.Expires = day("expires", a.expires, r.Approved.AddDate(2, 0, 0))
	r.Recheck = day("recheck", a.recheck, earlier(r.Approved.AddDate(1, 0, 0), r.Expires))
	if a.role == "panel" && r.ReviewedBy == "" {
		r.ReviewedBy = r.By // survivors who have read these very words
	}
	if r.ReviewedBy != "" {
		r.Reviewed = day("reviewed", a.reviewed, r.Approved)
	}
	switch {
	case err != nil:
	case r.Approved.After(approval.Day(now)):
		err = errors.New("--approved is a day that has not come yet")
	case !r.Sent.IsZero() && r.Sent.After(r.Approved):
		err = errors.New("--sent comes after the day of the yes")
	case r.Recheck.Before(r.Approved) || r.Expires.Before(r.Recheck):
		err = errors.New("--recheck must come after the day of the yes, and --expires after --recheck")
	}
	return r, err
}

func earlier(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}

// recordYes shows what is approved, asks, and writes the record.
func (a *approving) recordYes(w *world, s *shared, opened *build.Opened, page *site.Page, text approval.Text, r *approval.Record) error {
	c := page.Common()
	r.Content, r.Lang = c.ID, page.Lang.Tag
	if before := opened.Judged.Records.Of(c.ID, page.Lang.Tag); before != nil {
		switch before.State {
		case approval.Revoked:
			return fmt.Errorf("%s was taken back in this language; if the person wants it shown again, remove its record from the folder of approvals first", c.ID)
		case approval.Paused:
			return fmt.Errorf("%s is paused in this language; lift the pause first", c.ID)
		}
	}
	if r.Terms == "" {
		r.Terms = termsOf(text)
	}
	if !s.quiet {
		show(w.stdout, text, r)
	}
	if err := a.sure(w); err != nil {
		return err
	}
	var err error
	if r.Salt, err = approval.NewSalt(w.random); err != nil {
		return err
	}
	r.Digest = text.Digest(r.Salt)
	if err := opened.Store.Keep(r, text); err != nil {
		return err
	}
	if err := opened.Store.Save(r); err != nil {
		return err
	}
	if !s.quiet {
		fmt.Fprintf(w.stdout, "Recorded. It holds until %s; ask again by %s.\n", r.Expires.Format(time.DateOnly), r.Recheck.Format(time.DateOnly))
		if r.ReviewedBy == "" {
			fmt.Fprintln(w.stdout, "No survivor has reviewed it yet, so the library cannot be published with it. Record that with --reviewed-by.")
		}
	}
	return nil
}

func termsOf(text approval.Text) string {
	for _, l := range text {
		if l.Key == "terms_of_use" {
			return l.Value
		}
	}
	return "free-until-withdrawn"
}

// show writes everything that a yes covers. The handle is not repeated: a
// terminal may be watched, and kept in a log.
func show(out io.Writer, text approval.Text, r *approval.Record) {
	fmt.Fprintln(out, "This is everything that the yes covers:")
	fmt.Fprintln(out)
	for _, l := range text {
		fmt.Fprintf(out, "  %s: %s\n", l.Key, l.Value)
	}
	fmt.Fprintln(out)
	fmt.Fprintf(out, "Sheet:   %s\n", text.Sheet())
	var scope []string
	for _, s := range r.Scope {
		scope = append(scope, string(s))
	}
	fmt.Fprintf(out, "Places:  %s\n", strings.Join(scope, ", "))
	fmt.Fprintf(out, "Terms:   %s\n", fields.Shown(r.Terms))
	fmt.Fprintf(out, "Yes of:  %s\n", r.Approved.Format(time.DateOnly))
}

// sure asks whether the person really said yes to all of this.
func (a *approving) sure(w *world) error {
	if a.yes {
		return nil
	}
	file, ok := w.stdin.(*os.File)
	info, err := (os.FileInfo)(nil), error(nil)
	if ok {
		info, err = file.Stat()
	}
	if !ok || err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return errors.New("nobody is here to ask; read what is shown, then add --yes")
	}
	fmt.Fprint(w.stderr, "Did the person say yes to exactly this? Type yes to record it: ")
	answer, err := bufio.NewReader(w.stdin).ReadString('\n')
	switch {
	case err != nil:
		return errors.New("nobody is here to ask, so nothing was recorded; read what is shown, then add --yes")
	case strings.ToLower(strings.TrimSpace(answer)) != "yes":
		return errors.New("nothing was recorded")
	}
	return nil
}

// pieceOf finds a piece by its id and language.
func pieceOf(s *site.Site, id, tag string) (*site.Page, error) {
	var found []*site.Page
	var tags, ids []string
	for _, p := range s.Pages {
		ids = append(ids, p.Common().ID)
		if p.Common().ID == id {
			found = append(found, p)
			tags = append(tags, p.Lang.Tag)
		}
	}
	switch {
	case len(found) == 0:
		near := ""
		if n := fields.Nearest(id, ids); n != "" {
			near = fmt.Sprintf(" Did you mean %s?", n)
		}
		return nil, fmt.Errorf("there is no piece with the id %s; the id stands at the top of its file.%s", fields.Shown(id), near)
	case tag == "" && len(found) > 1:
		return nil, fmt.Errorf("%s is there in several languages, and each needs its own yes; choose one with --lang: %s", id, strings.Join(tags, ", "))
	case tag == "":
		return found[0], nil
	}
	for _, p := range found {
		if p.Lang.Tag == tag {
			return p, nil
		}
	}
	return nil, fmt.Errorf("%s is not there in %s; it is there in: %s", id, fields.Shown(tag), strings.Join(tags, ", "))
}

// writePacket writes the sheet and says where it is.
func writePacket(w *world, s *shared, a *approving, opened *build.Opened, page *site.Page, text approval.Text) error {
	id, tag := page.Common().ID, page.Lang.Tag
	o := packet.Options{Site: opened.Site, Page: page, Text: text, Today: w.clock()}
	var err error
	if o.Before, err = opened.Store.Kept(id, tag); err != nil {
		return err
	}
	if r := opened.Judged.Records.Of(id, tag); r != nil {
		o.Since = r.Approved
	}
	html, err := packet.Write(o)
	if err != nil {
		return err
	}
	file := a.output
	if file == "" {
		if file, err = opened.Store.WritePacket(id, tag, html); err != nil {
			return err
		}
	} else if err = os.WriteFile(file, html, 0o600); err != nil {
		return fmt.Errorf("writing the packet: %w", err)
	}
	if !s.quiet {
		fmt.Fprintf(w.stdout, "Wrote the packet to %s\nIt is one file: print it, or hand it over on a device. Do not send it where others may read it.\n", file)
	}
	return nil
}
