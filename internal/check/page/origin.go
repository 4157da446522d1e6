package page

import (
	"slices"
	"strings"
)

// fetching are the schemes by which a browser asks a host.
var fetching = []string{"http", "https", "ws", "wss", "ftp"}

// browserSpelling is what browsers make of an address before they read it.
var browserSpelling = strings.NewReplacer("\t", "", "\n", "", "\r", "", `\`, "/")

// origin returns scheme://host of an address, //host where it has no scheme,
// or nothing where it stays on its site. It reads addresses as browsers do:
// tabs and line ends mean nothing, and a backslash is a slash.
// https://url.spec.whatwg.org/#concept-basic-url-parser
func origin(address string) string {
	address = strings.TrimFunc(address, func(r rune) bool { return r <= ' ' })
	address = browserSpelling.Replace(address)
	scheme, rest, ok := strings.Cut(address, ":")
	scheme = strings.ToLower(scheme)
	switch {
	case ok && slices.Contains(fetching, scheme):
		scheme += "://"
	case strings.HasPrefix(address, "//"):
		scheme, rest = "//", address
	default:
		return ""
	}
	host := strings.TrimLeft(rest, "/")
	if end := strings.IndexAny(host, "/?#"); end >= 0 {
		host = host[:end]
	}
	host = strings.ToLower(host[strings.LastIndexByte(host, '@')+1:])
	if host == "" {
		return ""
	}
	return scheme + host
}

// candidates are the addresses of a srcset.
// https://html.spec.whatwg.org/multipage/images.html#parsing-a-srcset-attribute
func candidates(srcset string) []string {
	var addresses []string
	for rest := srcset; ; {
		rest = strings.TrimLeft(rest, ", \t\n\f\r")
		if rest == "" {
			return addresses
		}
		end := strings.IndexAny(rest, " \t\n\f\r")
		if end < 0 {
			end = len(rest)
		}
		address := rest[:end]
		rest = rest[end:]
		addresses = append(addresses, strings.TrimRight(address, ","))
		if strings.HasSuffix(address, ",") {
			continue
		}
		next := strings.IndexByte(rest, ',')
		if next < 0 {
			return addresses
		}
		rest = rest[next:]
	}
}
