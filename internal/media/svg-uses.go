package media

import "strings"

// maxSVGDrawn is how many elements may be drawn once every use is followed.
const maxSVGDrawn = 200_000

var errUses = &Refused{"the drawing repeats its own parts too often, or inside themselves", "Export the drawing as PNG"}

// checkUses refuses drawings that few lines make endless: a group that uses
// ten times a group that uses ten times a group, and so on.
func checkUses(root *shape) error {
	u := &uses{byID: map[string]*shape{}, sizes: map[*shape]int{}}
	u.index(root)
	if u.size(root, 0) > maxSVGDrawn {
		return errUses
	}
	return nil
}

type uses struct {
	byID  map[string]*shape
	sizes map[*shape]int
}

func (u *uses) index(s *shape) {
	if id := s.attribute("id"); id != "" && u.byID[id] == nil {
		u.byID[id] = s
	}
	for _, c := range s.children {
		u.index(c)
	}
}

// size counts what is drawn for s. Each shape is counted once; one that is
// still being counted is inside itself.
func (u *uses) size(s *shape, depth int) int {
	if n, known := u.sizes[s]; known {
		return n
	}
	u.sizes[s] = maxSVGDrawn + 1
	total := 1
	if depth > 10*maxSVGDepth {
		return maxSVGDrawn + 1
	}
	if s.name == "use" {
		if target := u.byID[strings.TrimPrefix(s.attribute("href"), "#")]; target != nil {
			total += u.size(target, depth+1)
		}
	}
	for _, c := range s.children {
		total = min(total+u.size(c, depth+1), maxSVGDrawn+1)
	}
	total = min(total, maxSVGDrawn+1)
	u.sizes[s] = total
	return total
}
