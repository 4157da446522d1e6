package standards

import "testing"

func TestRoles(t *testing.T) {
	for name, r := range ariaRoles {
		for _, list := range [][]string{r.Parents, r.Children} {
			for _, other := range list {
				if ARIARole(other) == nil {
					t.Errorf("%s refers to %s, which is no role", name, other)
				}
			}
		}
		for _, attribute := range r.Supported {
			if ARIAAttribute(attribute) == nil {
				t.Errorf("%s supports %s, which is no attribute", name, attribute)
			}
		}
		for _, attribute := range r.Required {
			if !r.Supports(attribute) {
				t.Errorf("%s requires %s and doesn't support it", name, attribute)
			}
		}
		if r.NameRequired && r.NameProhibited {
			t.Errorf("%s must and must not have a name", name)
		}
	}
	for _, c := range []struct {
		role, attribute string
		want            bool
	}{
		{"switch", "aria-checked", true}, {"switch", "aria-readonly", true}, {"button", "aria-checked", false},
		{"searchbox", "aria-multiline", true}, {"treegrid", "aria-rowcount", true}, {"link", "aria-pressed", false},
		{"alertdialog", "aria-modal", true}, {"spinbutton", "aria-valuemax", true}, {"list", "aria-level", false},
	} {
		if got := ARIARole(c.role).Supports(c.attribute); got != c.want {
			t.Errorf("%s supports %s: %v, want %v", c.role, c.attribute, got, c.want)
		}
	}
	if !ARIARole("doc-toc").Is("landmark") || ARIARole("button").Is("landmark") {
		t.Error("a table of contents is a landmark, a button is none")
	}
	if r := ARIARole("widget"); r == nil || !r.Abstract {
		t.Error("widget is an abstract role")
	}
}

func TestAttributeValues(t *testing.T) {
	for _, c := range []struct {
		name, value string
		want        bool
	}{
		{"aria-checked", "mixed", true}, {"aria-checked", " TRUE ", true}, {"aria-checked", "yes", false},
		{"aria-hidden", "", true}, {"aria-relevant", "text additions", true}, {"aria-relevant", "text more", false},
		{"aria-level", "2", true}, {"aria-level", "2.5", false}, {"aria-level", "two", false},
		{"aria-valuenow", "-2.5", true}, {"aria-valuenow", ".", false}, {"aria-valuenow", "-", false},
		{"aria-label", "anything", true}, {"aria-haspopup", "menu", true}, {"aria-current", "step", true},
	} {
		if got := ARIAAttribute(c.name).Allows(c.value); got != c.want {
			t.Errorf("%s allows %q: %v, want %v", c.name, c.value, got, c.want)
		}
	}
	if ARIAAttribute("aria-labeledby") != nil {
		t.Error("aria-labeledby is no attribute")
	}
}

func TestElements(t *testing.T) {
	for tag, role := range htmlRoles {
		if ARIARole(role) == nil {
			t.Errorf("%s has the role %s, which is none", tag, role)
		}
	}
	for tag, role := range svgRoles {
		if ARIARole(role) == nil {
			t.Errorf("svg %s has the role %s, which is none", tag, role)
		}
	}
}
