package config

import (
	"fmt"
	"strconv"
	"strings"

	"handrail/internal/fields"
	"handrail/internal/finding"
	"handrail/internal/source"
)

// environmentPrefix begins the name of every variable that is a setting.
const environmentPrefix = "HANDRAIL_"

// environment lets variables override settings for one run. A variable that is
// empty counts as not set.
func (r *reader) environment(c *Config, env []string) {
	bools := map[string]*bool{
		"HANDRAIL_ALLOW_HTML":    &c.AllowHTML,
		"HANDRAIL_DRAFTS":        &c.Drafts,
		"HANDRAIL_RELATIVE_URLS": &c.RelativeURLs,
	}
	known := []string{"HANDRAIL_BASE_URL", "HANDRAIL_THEME", "HANDRAIL_PRIVATE_DIR", "HANDRAIL_RELATIVE_URLS", "HANDRAIL_DRAFTS", "HANDRAIL_ALLOW_HTML"}
	for _, variable := range env {
		name, value, _ := strings.Cut(variable, "=")
		if !strings.HasPrefix(name, environmentPrefix) || value == "" {
			continue
		}
		at := source.Place{Path: fields.Shown(name)}
		switch into := bools[name]; {
		case name == "HANDRAIL_BASE_URL":
			before := len(r.problems)
			if address := r.baseURL(at, value); len(r.problems) == before {
				c.BaseURL, c.places["base_url"] = address, at
			}
		case name == "HANDRAIL_THEME":
			before := len(r.problems)
			if theme := r.theme(at, value); len(r.problems) == before {
				c.Theme, c.places["theme"] = theme, at
			}
		case name == "HANDRAIL_PRIVATE_DIR":
			before := len(r.problems)
			if dir := r.privateDir(at, value, c); len(r.problems) == before {
				c.PrivateDir, c.places["private_dir"] = dir, at
			}
		case into != nil:
			b, err := strconv.ParseBool(value)
			if err != nil {
				r.wrong(at, fmt.Sprintf("`%s` needs true or false", name), "")
				continue
			}
			*into = b
		default:
			r.unknownVariable(at, known)
		}
	}
}

// unknownVariable reports a variable that looks like a misspelt setting. Others
// are left to whoever set them.
func (r *reader) unknownVariable(at source.Place, known []string) {
	if near := fields.Nearest(at.Path, known); near != "" {
		r.problems = append(r.problems, finding.Problem{
			At: at, Rule: "config/unknown-key",
			Message: fmt.Sprintf("`%s` is not a known setting; did you mean `%s`?", at.Path, near),
			Fix:     "Change its name to " + near + ", or unset it",
		})
	}
}
