package policy

import (
	"fmt"
	"strings"
)

// A Header is one line that a server sends with every answer.
type Header struct{ Name, Value string }

// permissions are what a page could ask a browser for, all refused: nothing here
// has any use for them, so a program that slipped in must not have them either.
// https://www.w3.org/TR/permissions-policy/
const permissions = "accelerometer=(), autoplay=(), bluetooth=(), browsing-topics=(), camera=(), clipboard-read=(), clipboard-write=(), " +
	"display-capture=(), encrypted-media=(), fullscreen=(self), gamepad=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), " +
	"local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), publickey-credentials-get=(), " +
	"screen-wake-lock=(), serial=(), storage-access=(), usb=(), xr-spatial-tracking=()"

// Headers are what a server sends with every file. Strict-Transport-Security is
// left out on purpose: browsers write the name of the site down for it and keep
// that when the history is cleared.
func (p Policy) Headers() []Header {
	return []Header{
		{"Content-Security-Policy", p.InHeader()},
		{"Referrer-Policy", "no-referrer"},
		{"X-Content-Type-Options", "nosniff"},
		{"X-Frame-Options", "DENY"},
		{"Permissions-Policy", permissions},
		{"Cross-Origin-Opener-Policy", "same-origin"},
		{"Cross-Origin-Resource-Policy", "same-origin"},
		{"X-DNS-Prefetch-Control", "off"},
	}
}

// Words and pictures are not kept on the device or on the way: what is taken down
// is gone, and who looks through a phone finds no copy. The theme's files hold
// nobody's words, and their names change with their bytes.
const (
	keepNothing = "no-store"
	keepTheme   = "public, max-age=31536000, immutable"
)

// Hosts are the kinds of server that Snippet knows, in the order of the manual.
var Hosts = []string{"netlify", "cloudflare", "apache", "nginx", "caddy"}

// A File is read by some hosts beside the pages, and given out by others.
type File struct{ Path, Host string }

// Files are those that every build writes.
var Files = []File{{"_headers", "netlify"}, {".htaccess", "apache"}}

// Snippet writes the headers as a kind of server reads them; it is empty for a
// kind that is not in Hosts. Base is the path at which the site answers, "/" at
// least.
func (p Policy) Snippet(host, base string, languages []string) string {
	switch host {
	case "netlify", "cloudflare":
		return p.headersFile(base, languages)
	case "apache":
		return p.apache(base)
	case "nginx":
		return p.nginx(base)
	case "caddy":
		return p.caddy(base)
	}
	return ""
}

// headersFile is _headers. Both hosts join the values of rules that overlap, so
// the rules for caches do not.
// https://docs.netlify.com/routing/headers/
// https://developers.cloudflare.com/pages/configuration/headers/
func (p Policy) headersFile(base string, languages []string) string {
	var b strings.Builder
	b.WriteString(base + "*\n")
	for _, h := range p.Headers() {
		fmt.Fprintf(&b, "  %s: %s\n", h.Name, h.Value)
	}
	keep := func(pattern, value string) { fmt.Fprintf(&b, "%s\n  Cache-Control: %s\n", base+pattern, value) }
	for _, pattern := range []string{"", "index.html", "404.html", "pictures/*"} {
		keep(pattern, keepNothing)
	}
	for _, tag := range languages {
		keep(tag+"/*", keepNothing)
	}
	keep("assets/*", keepTheme)
	return b.String()
}

// What is gone for good gets the same page as what was never there.
// https://httpd.apache.org/docs/2.4/mod/mod_headers.html
func (p Policy) apache(base string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "ErrorDocument 404 %[1]s404.html\nErrorDocument 410 %[1]s404.html\n<IfModule mod_headers.c>\n", base)
	for _, h := range p.Headers() {
		fmt.Fprintf(&b, "  Header always set %s \"%s\"\n", h.Name, h.Value)
	}
	fmt.Fprintf(&b, "  Header always set Cache-Control \"%s\"\n", keepNothing)
	fmt.Fprintf(&b, "  Header always set Cache-Control \"%s\" \"expr=%%{REQUEST_URI} =~ m#^%sassets/#\"\n", keepTheme, base)
	b.WriteString("</IfModule>\n")
	return b.String()
}

// All of it belongs into one server block. Where a location adds a header of its
// own, nginx sends none of those around it, so the value for caches is a variable.
// https://nginx.org/en/docs/http/ngx_http_headers_module.html
func (p Policy) nginx(base string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "error_page 404 410 %s404.html;\nset $handrail_keep \"%s\";\nif ($uri ~ ^%sassets/) { set $handrail_keep \"%s\"; }\n",
		base, keepNothing, base, keepTheme)
	for _, h := range p.Headers() {
		fmt.Fprintf(&b, "add_header %s \"%s\" always;\n", h.Name, h.Value)
	}
	b.WriteString("add_header Cache-Control $handrail_keep always;\n")
	return b.String()
}

// Caddy applies the header with the narrower path first, so the wide one must
// leave the theme's files out by itself.
// https://caddyserver.com/docs/caddyfile/directives/header
func (p Policy) caddy(base string) string {
	var b strings.Builder
	b.WriteString("header {\n")
	for _, h := range p.Headers() {
		fmt.Fprintf(&b, "\t%s \"%s\"\n", h.Name, h.Value)
	}
	fmt.Fprintf(&b, "}\n@theme path %[1]sassets/*\n@words not path %[1]sassets/*\nheader @theme Cache-Control \"%[2]s\"\nheader @words Cache-Control \"%[3]s\"\n", base, keepTheme, keepNothing)
	fmt.Fprintf(&b, "handle_errors {\n\theader Cache-Control \"%s\"\n\trewrite * %s404.html\n\tfile_server\n}\n", keepNothing, base)
	return b.String()
}
