package approval

import (
	"encoding/hex"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
)

// Bytes returns the record as the TOML that Parse reads.
func (r *Record) Bytes() []byte {
	var b strings.Builder
	line := func(key, value string) { fmt.Fprintf(&b, "%s = %s\n", key, value) }
	text := func(key, value string) {
		if value != "" {
			line(key, quoted(value))
		}
	}
	day := func(key string, t time.Time) {
		if !t.IsZero() {
			line(key, t.Format(time.DateOnly))
		}
	}
	text("content", r.Content)
	text("lang", r.Lang)
	text("by", r.By)
	text("role", r.Role)
	day("sent", r.Sent)
	day("approved", r.Approved)
	var scope []string
	for _, s := range r.Scope {
		scope = append(scope, quoted(string(s)))
	}
	line("scope", "["+strings.Join(scope, ", ")+"]")
	day("recheck", r.Recheck)
	day("expires", r.Expires)
	text("terms", r.Terms)
	line("paid", strconv.FormatBool(r.Paid))
	day("reviewed", r.Reviewed)
	text("reviewed_by", r.ReviewedBy)
	text("salt", r.Salt)
	text("digest", r.Digest)
	text("state", string(r.State))
	return []byte(b.String())
}

// quoted writes a text as TOML does. https://toml.io/en/v1.1.0#string
func quoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range strings.ToValidUTF8(s, "\ufffd") {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < 0x20 || r == 0x7f:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// NewSalt reads a fresh salt. It keeps anyone who holds a record from trying
// out which words it belongs to.
func NewSalt(random io.Reader) (string, error) {
	var b [16]byte
	if _, err := io.ReadFull(random, b[:]); err != nil {
		return "", fmt.Errorf("choosing a salt: %w", err)
	}
	return hex.EncodeToString(b[:]), nil
}
