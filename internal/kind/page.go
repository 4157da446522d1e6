package kind

import "handrail/internal/finding"

// A Page is everything else: about, safety, removal and so on.
type Page struct {
	Common
	Role    string   `field:"role"`    // one of Roles, or none
	Contact []string `field:"contact"` // public ways to reach the people who answer
}

// Roles lists the roles that a page can have.
func Roles() []string {
	return []string{"home", "about", "safety", "accessibility", "removal", "privacy", "review", "reuse", "consent", "rights"}
}

// RequiredRoles lists the roles that every site fills in every language.
func RequiredRoles() []string {
	return []string{"about", "safety", "accessibility", "removal", "privacy"}
}

// Problems asks a removal page for two routes: an email leaves a copy with the
// one who sent it, so there must be another way.
func (p *Page) Problems(at Places) []finding.Problem {
	found := append(p.problems(at), oneOf(at, "role", p.Role, Roles()...)...)
	if p.Role == "removal" && len(p.Contact) < 2 {
		found = append(found, value(at("contact"), "the removal page needs two ways to ask, because an email leaves a copy with the person who sent it",
			`Add a line such as: contact = ["ask@example.org", "Any member can ask for you"]`))
	}
	return found
}
