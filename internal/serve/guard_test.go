package serve

import (
	"net"
	"net/http"
	"net/http/httptest"
	"testing"
)

// TestGuard: what another website, a proxy or a rebound name could ask.
func TestGuard(t *testing.T) {
	s := &server{hosts: names(&net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 1414})}
	answered := s.guard(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusOK) }))
	const own = "127.0.0.1:1414"
	for _, c := range []struct {
		name, method, host string
		header             map[string]string
		want               int
	}{
		{"own address", "GET", own, nil, 200},
		{"own name", "GET", "localhost:1414", nil, 200},
		{"head", "HEAD", own, nil, 200},
		{"own origin", "GET", own, map[string]string{"Origin": "http://127.0.0.1:1414"}, 200},
		{"same origin fetch", "GET", own, map[string]string{"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors"}, 200},
		{"typed address", "GET", own, map[string]string{"Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "navigate"}, 200},
		{"a link from elsewhere", "GET", own, map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}, 200},
		{"own post", "POST", own, nil, 405},

		{"foreign host", "GET", "example.org", nil, 403},
		{"foreign host, own port", "GET", "example.org:1414", nil, 403},
		{"no port", "GET", "127.0.0.1", nil, 403},
		{"other port", "GET", "127.0.0.1:1415", nil, 403},
		{"no host", "GET", "", nil, 403},
		{"rebound name", "GET", "127.0.0.1.example.org:1414", nil, 403},
		{"localhost of another", "GET", "localhost.example.org:1414", nil, 403},
		{"trailing dot", "GET", "localhost.:1414", nil, 403},
		{"user in host", "GET", "localhost:1414@example.org", nil, 403},
		{"other loopback", "GET", "127.0.0.2:1414", nil, 403},
		{"all addresses", "GET", "0.0.0.0:1414", nil, 403},
		{"foreign origin", "GET", own, map[string]string{"Origin": "https://example.org"}, 403},
		{"null origin", "GET", own, map[string]string{"Origin": "null"}, 403},
		{"https origin", "GET", own, map[string]string{"Origin": "https://127.0.0.1:1414"}, 403},
		{"origin of another port", "GET", own, map[string]string{"Origin": "http://127.0.0.1:3000"}, 403},
		{"forwarded host", "GET", own, map[string]string{"X-Forwarded-Host": own}, 403},
		{"forwarded", "GET", own, map[string]string{"Forwarded": "host=" + own}, 403},
		{"forwarded for", "GET", own, map[string]string{"X-Forwarded-For": "192.0.2.1"}, 403},
		{"picture elsewhere", "GET", own, map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "image"}, 403},
		{"frame elsewhere", "GET", own, map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"}, 403},
		{"another port's page", "GET", own, map[string]string{"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors"}, 403},
		{"cross-site post", "POST", own, map[string]string{"Origin": "https://example.org"}, 403},
		{"cross-site form", "POST", own, map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}, 403},
		{"preflight", "OPTIONS", own, map[string]string{"Origin": "https://example.org", "Access-Control-Request-Method": "GET"}, 403},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := httptest.NewRequest(c.method, "http://"+own+"/en/", nil)
			r.Host = c.host
			for name, value := range c.header {
				r.Header.Set(name, value)
			}
			w := httptest.NewRecorder()
			answered.ServeHTTP(w, r)
			if w.Code != c.want {
				t.Errorf("answered %d, want %d", w.Code, c.want)
			}
			if w.Header().Get("Access-Control-Allow-Origin") != "" {
				t.Error("another origin may read the answer")
			}
		})
	}
}
