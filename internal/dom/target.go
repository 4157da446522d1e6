package dom

import "net/url"

// Targets are the parts of a page that links can lead to.
type Targets struct {
	doc   *Document
	names map[string]*Element
}

// Targets returns the parts of the page that links can lead to.
func (d *Document) Targets() Targets {
	t := Targets{doc: d, names: map[string]*Element{}}
	for _, a := range d.Elements {
		if name, _ := a.Attribute("name"); a.Is("a") && name != "" && t.names[name] == nil {
			t.names[name] = a
		}
	}
	return t
}

// Of returns the element that a fragment, without its "#", leads to; nil if there
// is none (HTML 7.4.6.4).
func (t Targets) Of(fragment string) *Element {
	if fragment == "" {
		return nil
	}
	if e := t.doc.ByID(fragment); e != nil {
		return e
	}
	plain, err := url.PathUnescape(fragment)
	if err != nil {
		return t.names[fragment]
	}
	if e := t.doc.ByID(plain); e != nil {
		return e
	}
	return t.names[plain]
}
