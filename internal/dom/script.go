package dom

import "bytes"

// script moves to the end tag of a script. Inside <!-- … --> a <script> hides
// the next </script> (script data escaped states, HTML 13.2.5.17 to 31).
func (s *scanner) script() {
	const (
		outside = iota
		escaped
		doubleEscaped
	)
	d := s.data
	state, dashes := outside, 0
	for i := s.pos; i < len(d); i++ {
		if state == outside {
			next := bytes.IndexByte(d[i:], '<')
			if next < 0 {
				break
			}
			i += next
			if s.closes(i, "script") {
				s.pos = i
				return
			}
			if bytes.HasPrefix(d[i:], []byte("<!--")) {
				state, dashes = escaped, 2
				i += len("<!--") - 1
			}
			continue
		}
		switch c := d[i]; {
		case c == '-':
			dashes++
			continue
		case c == '>' && dashes >= 2:
			state = outside
		case c == '<' && state == doubleEscaped:
			if s.closes(i, "script") {
				i += len("</script>") - 1
				state = escaped
			}
		case c == '<':
			if s.closes(i, "script") {
				s.pos = i
				return
			}
			if i+1 < len(d) && !letter(d[i+1]) && d[i+1] != '/' {
				state = outside // as x/net/html does; the standard stays escaped
			} else if after := i + len("<script"); after < len(d) &&
				bytes.EqualFold(d[i+1:after], []byte("script")) && (space(d[after]) || d[after] == '/' || d[after] == '>') {
				state = doubleEscaped
				i = after
			}
		}
		dashes = 0
	}
	s.pos = len(d)
}
