package parity

// A Difference is one part of the source that the translation does not follow.
type Difference struct {
	// Was is the fingerprint of the words that the translation was made from;
	// empty where the source's part is new.
	Was string
	// Now is what the source says instead; nil where it says nothing.
	Now *Part
	// Here is the part of the translation that was made from the old words. Of
	// a new part it is the one that the new words follow. It is nil where
	// nothing of the sort is there any more.
	Here *Part
	// Touched tells that the translation's part was changed too since then.
	Touched bool
}

// Compare returns what the source says now and the translation was not made
// from, in the order of the source, and after it what only the translation
// still says.
func (r *Record) Compare(source, translation []Part) []Difference {
	before, after := make([]Pair, len(r.Pairs)), make([]Pair, len(r.Pairs))
	for i, p := range r.Pairs {
		before[i] = Pair{Source: p.Source, Key: p.Key, Front: p.Front}
		after[i] = Pair{Source: p.Translation, Key: p.Key, Front: p.Front}
	}
	there, here := follow(before, source), follow(after, translation)
	var found []Difference
	gone := []Difference{}
	changed := map[int]Difference{} // by the part of the source that stands there now
	pairOf := map[int]int{}         // by the part of the source: its pair
	for i, p := range r.Pairs {
		if there.same[i] {
			pairOf[there.part[i]] = i
			continue
		}
		d := Difference{Was: p.Source}
		if p.Translation != "" && here.part[i] >= 0 {
			d.Here, d.Touched = &translation[here.part[i]], !here.same[i]
		}
		if j := there.part[i]; j >= 0 {
			d.Now = &source[j]
			changed[j] = d
			pairOf[j] = i
		} else if d.Here != nil {
			gone = append(gone, d)
		}
	}
	var last *Part // of the translation
	for j := range source {
		i, known := pairOf[j]
		if known && here.part[i] >= 0 {
			last = &translation[here.part[i]]
		}
		if d, ok := changed[j]; ok {
			found = append(found, d)
		} else if !known {
			found = append(found, Difference{Now: &source[j], Here: last})
		}
	}
	return append(found, gone...)
}

// A following says where each pair's words are in a page as it is now.
type following struct {
	part []int  // by pair: the index of the part, or -1
	same []bool // by pair: its words are the same
}

// follow finds the words of each pair among the parts. Words that are gone are
// sought where they stood: under their key, or in the gap between neighbours
// that are still there.
func follow(pairs []Pair, parts []Part) following {
	f := following{part: make([]int, len(pairs)), same: make([]bool, len(pairs))}
	taken := make([]bool, len(parts))
	byPrint := map[string][]int{}
	byKey := map[string]int{}
	prints := make([]string, len(parts))
	for j, p := range parts {
		prints[j] = p.Print()
		byPrint[prints[j]] = append(byPrint[prints[j]], j)
		if p.Front {
			byKey[p.Key] = j
		}
	}
	take := func(i, j int, same bool) {
		f.part[i], f.same[i], taken[j] = j, same, true
	}
	// Words that have not left their key come first, so that a title does not
	// take the place of a tab title that says the same.
	for i, p := range pairs {
		f.part[i] = -1
		if j, ok := byKey[p.Key]; p.Front && ok && prints[j] == p.Source {
			take(i, j, true)
		}
	}
	for i, p := range pairs {
		for f.part[i] < 0 && len(byPrint[p.Source]) > 0 {
			j := byPrint[p.Source][0]
			byPrint[p.Source] = byPrint[p.Source][1:]
			if !taken[j] {
				take(i, j, true)
			}
		}
	}
	for i, p := range pairs {
		if j, ok := byKey[p.Key]; f.part[i] < 0 && p.Front && ok && !taken[j] {
			take(i, j, false)
		}
	}
	f.gaps(pairs, parts, taken)
	return f
}

// gaps gives pairs whose words are gone the part that stands in their place:
// first counting on from the pair before them, then back from the one after,
// and at last any part of the same kind that nothing else explains.
func (f following) gaps(pairs []Pair, parts []Part, taken []bool) {
	free := func(i, j int) bool {
		return j >= 0 && j < len(parts) && !taken[j] && !parts[j].Front && !pairs[i].Front
	}
	start := 0 // the body begins after the front matter
	for start < len(parts) && parts[start].Front {
		start++
	}
	after := start - 1
	for i := range pairs {
		if pairs[i].Front {
			continue
		}
		if f.part[i] < 0 && free(i, after+1) {
			f.part[i], taken[after+1] = after+1, true
		}
		if f.part[i] >= 0 {
			after = f.part[i]
		}
	}
	before := len(parts)
	for i := len(pairs) - 1; i >= 0; i-- {
		if pairs[i].Front {
			continue
		}
		if f.part[i] < 0 && free(i, before-1) {
			f.part[i], taken[before-1] = before-1, true
		}
		if f.part[i] >= 0 {
			before = f.part[i]
		}
	}
	left := map[string][]int{}
	for j, p := range parts {
		if !taken[j] && !p.Front {
			left[p.Key] = append(left[p.Key], j)
		}
	}
	for i, p := range pairs {
		if rest := left[p.Key]; f.part[i] < 0 && !p.Front && len(rest) > 0 {
			f.part[i], left[p.Key] = rest[0], rest[1:]
		}
	}
}
