package packet

import (
	"slices"
	"strings"

	"handrail/internal/approval"
)

// A Change is something that differs from what was approved last. Before and
// Now are the words that were taken out and put in; Lead and Trail are those
// around them, for running text.
type Change struct {
	Key         string
	Lead, Trail string
	Before, Now string
}

// Changes lists what differs between two texts: running text passage by
// passage, everything else line by line.
func Changes(before, now approval.Text) []Change {
	var changes []Change
	for _, key := range keys(before, now) {
		old, fresh := lines(before, key), lines(now, key)
		if key == "text" {
			changes = append(changes, passages(strings.Join(old, " "), strings.Join(fresh, " "))...)
			continue
		}
		gone, added := without(old, fresh), without(fresh, old)
		if len(gone)+len(added) == 0 && !slices.Equal(old, fresh) {
			gone, added = old, fresh // the same in another order
		}
		for i := range max(len(gone), len(added)) {
			c := Change{Key: key}
			if i < len(gone) {
				c.Before = gone[i]
			}
			if i < len(added) {
				c.Now = added[i]
			}
			changes = append(changes, c)
		}
	}
	return changes
}

// keys lists the keys of both texts, each once, in their order.
func keys(texts ...approval.Text) []string {
	var all []string
	for _, t := range texts {
		for _, l := range t {
			if !slices.Contains(all, l.Key) {
				all = append(all, l.Key)
			}
		}
	}
	return all
}

func lines(t approval.Text, key string) []string {
	var values []string
	for _, l := range t {
		if l.Key == key {
			values = append(values, l.Value)
		}
	}
	return values
}

// without returns what a has and b does not, each as often as it is too many.
func without(a, b []string) []string {
	count := map[string]int{}
	for _, s := range b {
		count[s]++
	}
	var left []string
	for _, s := range a {
		if count[s]--; count[s] < 0 {
			left = append(left, s)
		}
	}
	return left
}

const (
	around   = 8       // words shown on each side of a change
	together = 3       // changes with at most so many words between them are one
	maxTable = 4 << 20 // cells; longer differences are shown as one
)

// passages compares two running texts word by word.
func passages(before, now string) []Change {
	a, b := strings.Fields(before), strings.Fields(now)
	var changes []Change
	for _, d := range differences(a, b) {
		changes = append(changes, Change{Key: "text",
			Lead: strings.Join(b[max(0, d.b0-around):d.b0], " "), Trail: strings.Join(b[d.b1:min(len(b), d.b1+around)], " "),
			Before: strings.Join(a[d.a0:d.a1], " "), Now: strings.Join(b[d.b0:d.b1], " ")})
	}
	return changes
}

// A difference says that the words [a0,a1) became the words [b0,b1).
type difference struct{ a0, a1, b0, b1 int }

// differences finds the longest common sequence of words, after what both
// texts begin and end with, and returns what lies between.
func differences(a, b []string) []difference {
	start := 0
	for start < min(len(a), len(b)) && a[start] == b[start] {
		start++
	}
	endA, endB := len(a), len(b)
	for endA > start && endB > start && a[endA-1] == b[endB-1] {
		endA, endB = endA-1, endB-1
	}
	if start == endA && start == endB {
		return nil
	}
	n, m := endA-start, endB-start
	if (n+1)*(m+1) > maxTable {
		return []difference{{start, endA, start, endB}}
	}
	// common[i][j] is the length for what follows the words i and j.
	common := make([]int32, (n+1)*(m+1))
	at := func(i, j int) *int32 { return &common[i*(m+1)+j] }
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			if a[start+i] == b[start+j] {
				*at(i, j) = *at(i+1, j+1) + 1
			} else {
				*at(i, j) = max(*at(i+1, j), *at(i, j+1))
			}
		}
	}
	var found []difference
	add := func(i, j, di, dj int) {
		if last := len(found) - 1; last >= 0 && start+j-found[last].b1 <= together && start+i-found[last].a1 <= together {
			found[last].a1, found[last].b1 = start+i+di, start+j+dj
			return
		}
		found = append(found, difference{start + i, start + i + di, start + j, start + j + dj})
	}
	for i, j := 0, 0; i < n || j < m; {
		switch {
		case i < n && j < m && a[start+i] == b[start+j]:
			i, j = i+1, j+1
		case j == m || i < n && *at(i+1, j) >= *at(i, j+1):
			add(i, j, 1, 0)
			i++
		default:
			add(i, j, 0, 1)
			j++
		}
	}
	return found
}
