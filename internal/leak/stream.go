package leak

import "sort"

// A stream is one reading of the scanned bytes, and knows for each of its
// bytes where that came from in the stream before.
type stream struct {
	data  []byte
	from  *stream // nil for the scanned bytes themselves
	jumps []jump  // where the way back is not simply one step per byte
}

// From byte at on, a stream's bytes come from origin and the bytes after it,
// until the next jump.
type jump struct{ at, origin int }

// plain returns the scanned bytes as they are.
func plain(data []byte) *stream { return &stream{data: data} }

// follow returns an empty stream read from another, with room for as much.
func follow(from *stream) *stream {
	return &stream{data: make([]byte, 0, len(from.data)), from: from}
}

// add appends bytes that begin at origin in the stream before.
func (s *stream) add(b []byte, origin int) {
	if s.back(len(s.data)) != origin {
		s.jumps = append(s.jumps, jump{len(s.data), origin})
	}
	s.data = append(s.data, b...)
}

// back returns the origin that the last jump gives for an offset.
func (s *stream) back(at int) int {
	if len(s.jumps) == 0 {
		return at
	}
	last := s.jumps[len(s.jumps)-1]
	return last.origin + at - last.at
}

// origin returns where in the scanned bytes the byte at an offset came from.
func (s *stream) origin(at int) int {
	for ; s.from != nil; s = s.from {
		i := sort.Search(len(s.jumps), func(i int) bool { return s.jumps[i].at > at })
		if i > 0 {
			at += s.jumps[i-1].origin - s.jumps[i-1].at
		}
	}
	return at
}
