package serve

import (
	"net"
	"net/http"
	"slices"
	"strconv"
)

// names are the values of Host that mean this server and nothing else. A
// website that points its own name at this machine (DNS rebinding) has another.
func names(a *net.TCPAddr) []string {
	port := strconv.Itoa(a.Port)
	return []string{net.JoinHostPort(a.IP.String(), port), "localhost:" + port}
}

// guard lets through only what a person's own browser asks of the preview
// itself. Everything else is 403, and no answer may be read by another origin.
func (s *server) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Cache-Control", "no-store")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'; form-action 'none'; base-uri 'none'")
		if !s.allowed(r) {
			http.Error(w, "403: the preview answers only a browser on this machine that asked for it by its own address", http.StatusForbidden)
			return
		}
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			http.Error(w, "405: the preview can only be read", http.StatusMethodNotAllowed)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (s *server) allowed(r *http.Request) bool {
	if !slices.Contains(s.hosts, r.Host) {
		return false
	}
	for _, forwarded := range []string{"Forwarded", "X-Forwarded-Host", "X-Forwarded-For", "X-Forwarded-Proto"} {
		if r.Header.Get(forwarded) != "" {
			return false // a proxy stands in between; nobody should be able to see through one
		}
	}
	for _, origin := range r.Header.Values("Origin") {
		if origin != "http://"+r.Host {
			return false
		}
	}
	switch r.Header.Get("Sec-Fetch-Site") {
	case "cross-site", "same-site":
		// A link from elsewhere may open the preview; nothing may embed it.
		return r.Header.Get("Sec-Fetch-Mode") == "navigate" && r.Header.Get("Sec-Fetch-Dest") == "document" && r.Method == http.MethodGet
	}
	return true
}
