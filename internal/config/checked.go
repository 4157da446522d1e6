package config

import (
	"fmt"
	"net/url"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"handrail/internal/fields"
	"handrail/internal/finding"
	"handrail/internal/lang"
	"handrail/internal/source"
)

const ruleWrongValue = "config/wrong-value"

// A reader checks what fits its type but still makes no sense.
type reader struct {
	table    *fields.Table
	problems []finding.Problem
}

func (r *reader) take(problems []finding.Problem) {
	for _, p := range problems {
		p.Rule = rule(p.Rule)
		r.problems = append(r.problems, p)
	}
}

func (r *reader) wrong(at source.Place, message, fix string) {
	r.problems = append(r.problems, finding.Problem{At: at, Rule: ruleWrongValue, Message: message, Fix: fix})
}

// at returns the place of a key's value.
func (r *reader) at(key string) source.Place {
	e, _ := r.table.Find(key)
	return e.Value.At
}

// private takes out what must not be decoded, quoted or shown.
func (r *reader) private(t *fields.Table) *fields.Table {
	e, written := t.Remove("private")
	if !written {
		return nil
	}
	if e.Value.Type != fields.TableType {
		r.problems = append(r.problems, finding.Problem{At: e.At, Rule: "config/wrong-type", Message: "`private` needs keys of its own", Fix: "Write [private] on a line, and its keys below"})
		// What was meant to be private stays so.
		return &fields.Table{At: e.At, Entries: []fields.Entry{e}}
	}
	return e.Value.Table
}

// languages returns the tags in their usual form, at least one.
func (r *reader) languages(written []string) []string {
	at := r.at("languages")
	e, _ := r.table.Find("languages")
	var tags []string
	for i, tag := range written {
		if i < len(e.Value.List) {
			at = e.Value.List[i].At
		}
		l, err := lang.Parse(tag)
		switch {
		case err != nil:
			r.wrong(at, err.Error(), "")
		case slices.Contains(tags, l.Tag):
			r.wrong(at, fmt.Sprintf("`%s` is listed twice", l.Tag), "Keep one of the two")
		default:
			tags = append(tags, l.Tag)
		}
	}
	if len(written) == 0 {
		r.wrong(at, "`languages` needs at least one language", "Write languages = [\"en\"], or take the line out")
	}
	if len(tags) == 0 {
		return []string{"en"}
	}
	return tags
}

// withhold says whether stale translations are left out.
func (r *reader) withhold(written string) bool {
	switch written {
	case "", "warn", "withhold":
	default:
		r.wrong(r.at("stale_translations"), fmt.Sprintf("`stale_translations` cannot be `%s`", fields.Shown(written)), "Write warn or withhold")
	}
	return written == "withhold"
}

// baseURL returns the address with a slash at its end.
func (r *reader) baseURL(at source.Place, written string) string {
	if written == "" {
		return ""
	}
	u, err := url.Parse(written)
	fix := "Write the address of the library's first page, for example https://stories.example/"
	switch {
	case err != nil, u.Scheme != "http" && u.Scheme != "https", u.Hostname() == "":
		r.wrong(at, "`base_url` needs an address that begins with https:// or http://", fix)
	case u.User != nil:
		r.wrong(at, "`base_url` holds a user name or a password; it would be published", fix)
	case u.RawQuery != "", u.ForceQuery, u.Fragment != "", strings.Contains(written, "#"):
		r.wrong(at, "`base_url` cannot have a part after ? or #", fix)
	default:
		return strings.TrimSuffix(u.String(), "/") + "/"
	}
	return ""
}

var themeName = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9_-]*$`)

// longestAlt is how many characters the words for a picture may have, unless a
// network says otherwise: two lines, or about twelve seconds of listening.
const longestAlt = 200

func (r *reader) longestAlt(written int) int {
	const least = 40
	if written < least {
		r.wrong(r.at("longest_alt"), fmt.Sprintf("`longest_alt` needs a number of characters, %d or more", least), fmt.Sprintf("Write longest_alt = %d", longestAlt))
		return longestAlt
	}
	return written
}

func (r *reader) theme(at source.Place, written string) string {
	if !themeName.MatchString(written) {
		r.wrong(at, "`theme` needs the name of a folder in themes, of letters, digits and hyphens", "Write theme = \"plain\"")
		return "plain"
	}
	return written
}

// folder returns a path inside the site folder, without a slash at its end.
func (r *reader) folder(at source.Place, key, written, otherwise string) string {
	if clean, ok := inside(written); ok {
		return clean
	}
	r.wrong(at, fmt.Sprintf("`%s` needs a folder inside the site folder; `%s` is not", key, fields.Shown(written)), fmt.Sprintf("Write %s = %q, or a folder of your own", key, otherwise))
	return otherwise
}

// privateDir returns the folder of approvals, which may be another repository.
// It is never one whose files are read for pages or published.
func (r *reader) privateDir(at source.Place, written string, c *Config) string {
	clean := path.Clean(strings.TrimSpace(filepath.ToSlash(written)))
	for _, taken := range []string{c.ContentDir, c.DataDir, "themes", "public"} {
		if lower := strings.ToLower(clean + "/"); strings.TrimSpace(written) == "" || clean == "." || strings.HasPrefix(lower, strings.ToLower(taken+"/")) {
			r.wrong(at, "`private_dir` needs a folder of its own, away from what is published", "Write private_dir = \"../our-approvals\", or take the line out")
			return ".handrail"
		}
	}
	return clean
}

// inside says whether a path stays in the folder it is relative to.
func inside(p string) (string, bool) {
	if p == "" || strings.ContainsAny(p, "\\:\x00") || path.IsAbs(p) || slices.Contains(strings.Split(p, "/"), "..") {
		return "", false
	}
	clean := path.Clean(p)
	return clean, clean != "."
}

// texts returns a text by language; a lone string is in the default language.
func (r *reader) texts(key string, v fields.Value, languages []string) map[string]string {
	switch {
	case v.At == (source.Place{}):
		return nil
	case v.Type == fields.String:
		return map[string]string{languages[0]: v.Str}
	case v.Type != fields.TableType:
		r.wrongText(v.At, key)
		return nil
	}
	all := map[string]string{}
	for _, e := range v.Table.Entries {
		l, err := lang.Parse(e.Key)
		switch {
		case err != nil:
			r.wrong(e.At, err.Error(), "")
		case !slices.Contains(languages, l.Tag):
			r.wrong(e.At, fmt.Sprintf("`%s.%s` is for a language that is not in `languages`", key, l.Tag), fmt.Sprintf("Add %q to languages, or take this out", l.Tag))
		case e.Value.Type != fields.String:
			r.wrongText(e.Value.At, key+"."+e.Key)
		default:
			all[l.Tag] = e.Value.Str
		}
	}
	return all
}

func (r *reader) wrongText(at source.Place, key string) {
	r.problems = append(r.problems, finding.Problem{
		At: at, Rule: "config/wrong-type", Message: fmt.Sprintf("`%s` needs text in quotes, or such a text for each language", key),
		Fix: "Write it like {en = \"Stories\", es = \"Historias\"}",
	})
}

var labelID = regexp.MustCompile(`^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$`)

func (r *reader) labels(key string, written []writtenLabel, languages []string) []Label {
	var labels []Label
	seen := map[string]bool{}
	for _, w := range written {
		switch {
		case strings.TrimSpace(w.ID) == "": // reported as missing already
			continue
		case !labelID.MatchString(w.ID):
			r.wrong(w.At, fmt.Sprintf("the id `%s` of this %s needs letters, digits and hyphens only", fields.Shown(w.ID), key), "")
			continue
		case seen[w.ID]:
			r.wrong(w.At, fmt.Sprintf("another %s has the id `%s` already", key, fields.Shown(w.ID)), "Give each its own id")
			continue
		}
		seen[w.ID] = true
		labels = append(labels, Label{At: w.At, ID: w.ID, Name: r.texts(key+".name", w.Name, languages), Labour: w.Labour})
	}
	return labels
}

func (r *reader) folders(written []Folder) []Folder {
	var folders []Folder
	for _, f := range written {
		if f.Path == "" || f.Kind == "" {
			continue
		}
		clean, ok := inside(f.Path)
		if !ok {
			r.wrong(f.At, fmt.Sprintf("`folder.path` needs a folder inside each language's folder; `%s` is not", fields.Shown(f.Path)), "Write path = \"posts\"")
			continue
		}
		f.Path = clean
		folders = append(folders, f)
	}
	return folders
}

func (r *reader) ignores(written []Ignore) []Ignore {
	var ignores []Ignore
	for _, i := range written {
		if _, err := time.Parse(time.DateOnly, i.Until); i.Until != "" && err != nil {
			r.wrong(i.At, fmt.Sprintf("`ignore.until` needs a day; `%s` is none", fields.Shown(i.Until)), "Write until = \"2027-01-01\"")
			continue
		}
		if i.Path != "" {
			clean, ok := inside(i.Path)
			if !ok {
				r.wrong(i.At, fmt.Sprintf("`ignore.path` needs a file or folder inside the site folder; `%s` is not", fields.Shown(i.Path)), "Write it like content/en/guides")
				continue
			}
			i.Path = clean
		}
		ignores = append(ignores, i)
	}
	return ignores
}
