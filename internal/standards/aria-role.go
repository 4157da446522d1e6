package standards

import (
	"slices"
	"strings"
)

// A Role is what WAI-ARIA says of one role. Attributes that all roles share are
// not listed here; they are Global in ARIAAttribute.
type Role struct {
	Name string
	// Abstract roles order the others and are never valid in a page.
	Abstract   bool
	Deprecated bool
	// FromContent: the name may come from what is inside (ARIA 5.2.8.6).
	FromContent bool
	// NameRequired and NameProhibited speak of the accessible name.
	NameRequired, NameProhibited bool
	// ChildrenPresentational: what is inside has no role of its own.
	ChildrenPresentational bool
	// Super holds every role that this one inherits from, nearest first.
	Super []string
	// Parents: one of these must be around it. Children: one of these is
	// expected inside.
	Parents, Children []string
	// Required and Supported are attribute names, sorted; Supported holds the
	// inherited and the required ones too.
	Required, Supported []string
}

// Is says whether the role is kind, or inherits from it.
func (r *Role) Is(kind string) bool { return r.Name == kind || slices.Contains(r.Super, kind) }

// Supports says whether the attribute belongs to this role: required or
// supported by it or by one that it inherits from. Global attributes count only
// where the role has them by itself; see ARIAAttribute.
func (r *Role) Supports(attribute string) bool {
	_, found := slices.BinarySearch(r.Supported, attribute)
	return found
}

// ARIARole returns the role with that name, in lower case; nil if WAI-ARIA 1.3,
// Graphics-ARIA and DPUB-ARIA know none. Synonyms ("img", "presentation") are
// roles here; see CanonicalRole.
func ARIARole(name string) *Role { return ariaRoles[name] }

// CanonicalRole turns a synonym into the name that is preferred: image for img,
// none for presentation, list for directory (Core-AAM, computed role).
func CanonicalRole(name string) string {
	switch name {
	case "img":
		return "image"
	case "presentation":
		return "none"
	case "directory":
		return "list"
	}
	return name
}

// RoleNames returns the names of all roles that a page may use, sorted.
func RoleNames() []string {
	var names []string
	for name, r := range ariaRoles {
		if !r.Abstract {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

var ariaRoles = readRoles(roleTable)

func readRoles(table string) map[string]*Role {
	roles := map[string]*Role{}
	for line := range strings.Lines(strings.TrimSpace(table)) {
		cells := strings.Split(line, "|")
		if len(cells) != 6 {
			panic("standards: a role needs six cells: " + line)
		}
		names := strings.Fields(cells[0])
		r := &Role{
			Name: names[0], Parents: strings.Fields(cells[2]), Children: strings.Fields(cells[3]),
			Required: attributeNames(cells[4]), Supported: attributeNames(cells[5]),
		}
		for _, flag := range strings.Fields(cells[1]) {
			switch flag {
			case "abstract":
				r.Abstract = true
			case "deprecated":
				r.Deprecated = true
			case "content":
				r.FromContent = true
			case "named":
				r.NameRequired = true
			case "nameless":
				r.NameProhibited = true
			case "leaf":
				r.ChildrenPresentational = true
			default:
				panic("standards: no such flag: " + flag)
			}
		}
		r.Supported = append(r.Supported, r.Required...)
		for _, parent := range names[1:] {
			super := roles[parent]
			if super == nil {
				panic("standards: " + r.Name + " stands before " + parent)
			}
			r.Super = append(r.Super, parent)
			r.Super = append(r.Super, super.Super...)
			r.Supported = append(r.Supported, super.Supported...)
		}
		slices.Sort(r.Supported)
		r.Supported = slices.Compact(r.Supported)
		roles[r.Name] = r
	}
	return roles
}

func attributeNames(words string) []string {
	var names []string
	for _, word := range strings.Fields(words) {
		names = append(names, "aria-"+word)
	}
	slices.Sort(names)
	return names
}
