package axtree

import (
	"handrail/internal/dom"
	"handrail/internal/standards"
)

// Labels returns the label elements that belong to a form control, in document
// order (HTML 4.10.4): by their for attribute, or around it.
func (t *Tree) Labels(e *dom.Element) []*dom.Element {
	if t.labels == nil {
		t.labels = map[int][]*dom.Element{}
		t.assignLabels()
	}
	return t.labels[e.Index]
}

// assignLabels goes through the page once. Labels that are open and still have no
// control get the next one that is met inside them.
func (t *Tree) assignLabels() {
	var open []*dom.Element
	controls := map[*dom.Element]*dom.Element{} // label to control
	for _, e := range t.doc.Elements {
		for len(open) > 0 && open[len(open)-1].End <= e.Index {
			open = open[:len(open)-1]
		}
		switch {
		case is(e, "label"):
			if id, written := e.Attribute("for"); !written {
				open = append(open, e)
			} else if control := t.doc.ByID(id); control != nil && labelable(control) {
				controls[e] = control
			}
		case labelable(e):
			for _, label := range open {
				controls[label] = e
			}
			open = open[:0]
		}
	}
	for _, label := range t.doc.Elements {
		if control := controls[label]; control != nil {
			t.labels[control.Index] = append(t.labels[control.Index], label)
		}
	}
}

func labelable(e *dom.Element) bool {
	return e.Namespace == dom.HTML && standards.Labelable(e.Tag) && !(e.Tag == "input" && inputType(e) == "hidden")
}
