package config

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"handrail/internal/fields"
	"handrail/internal/source"
)

// personal are sites whose first page greets people by name, or shows what they
// looked for before. Whoever takes the phone over would learn from it.
var personal = []string{
	"amazon", "bing", "duolingo", "ebay", "facebook", "gmail", "google", "hotmail", "instagram", "linkedin", "live", "msn", "netflix", "office",
	"outlook", "pinterest", "reddit", "snapchat", "spotify", "telegram", "tiktok", "tumblr", "twitter", "vk", "whatsapp", "x", "yahoo", "yandex", "youtube",
}

// leave reads where "leave this page" leads, by language. One text counts for
// every language. What is not written is the theme's to say.
func (r *reader) leave(v fields.Value, c *Config) map[string]string {
	addresses := r.texts("leave", v, c.Languages)
	if v.Type == fields.String && addresses != nil {
		if !r.neutral(v.At, "leave", v.Str, c.BaseURL) {
			return nil
		}
		for _, l := range c.Languages {
			addresses[l] = v.Str
		}
		return addresses
	}
	for _, l := range c.Languages {
		written, ok := addresses[l]
		if ok && !r.neutral(textAt(v, l), "leave."+l, written, c.BaseURL) {
			delete(addresses, l)
		}
	}
	return addresses
}

// textAt is where the text of a language is written.
func textAt(v fields.Value, tag string) source.Place {
	for _, e := range v.Table.Entries {
		if strings.EqualFold(e.Key, tag) {
			return e.Value.At
		}
	}
	return v.At
}

// neutral tells whether an address is one to leave for, and says what is wrong
// with it where it is not.
func (r *reader) neutral(at source.Place, key, written, base string) bool {
	u, err := url.Parse(written)
	fix := "Name an ordinary page that is the same for everyone, for example https://en.wikipedia.org/"
	switch {
	case err != nil, u.Scheme != "https", u.Hostname() == "":
		r.wrong(at, fmt.Sprintf("`%s` needs an address that begins with https://, so that nobody on the way sees or changes the page", key), fix)
	case u.User != nil:
		r.wrong(at, fmt.Sprintf("`%s` holds a user name or a password; it would be published", key), fix)
	case u.RawQuery != "", u.ForceQuery, strings.Contains(written, "#"):
		r.wrong(at, fmt.Sprintf("`%s` cannot have a part after ? or #; it could tell the other site where somebody came from", key), fix)
	case sameHost(u, base):
		r.wrong(at, fmt.Sprintf("`%s` leads back into the library; whoever leaves must come to another site", key), fix)
	case greets(u.Hostname()):
		r.wrong(at, fmt.Sprintf("`%s` leads to a site that may greet people by name, or show what they looked for before", key), fix)
	default:
		return true
	}
	return false
}

func sameHost(u *url.URL, base string) bool {
	own, err := url.Parse(base)
	return err == nil && base != "" && strings.EqualFold(own.Hostname(), u.Hostname())
}

// greets tells a site of the list above with any ending, and with or without a
// name before it: google.com, www.google.com.mx.
func greets(host string) bool {
	labels := strings.Split(strings.ToLower(strings.TrimSuffix(host, ".")), ".")
	for i, label := range labels {
		ending := labels[i+1:]
		known := len(ending) == 1 || len(ending) == 2 && len(ending[0]) <= 3
		if known && slices.Contains(personal, label) {
			return true
		}
	}
	return false
}
