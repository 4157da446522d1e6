package theme

import (
	"fmt"
	"html/template"
	"text/template/parse"
)

// maxSteps is how far a layout may count. Layouts go over lists; the lists are
// as long as the library.
const maxSteps = 100

// ends refuses a template that ranges over a large number: it could keep a
// build from ever ending, and Go's templates cannot be interrupted.
func ends(t *template.Template, file string) error {
	for _, part := range t.Templates() {
		if part.Tree == nil || part.Tree.Root == nil {
			continue
		}
		if node := endless(part.Tree.Root); node != nil {
			place, _ := part.Tree.ErrorContext(node)
			return fmt.Errorf("the theme's %s counts past %d at %s; go over a list instead", file, maxSteps, place)
		}
	}
	return nil
}

// endless returns the first node that counts past maxSteps, or nil.
func endless(node parse.Node) parse.Node {
	switch n := node.(type) {
	case *parse.ListNode:
		if n == nil {
			return nil
		}
		for _, child := range n.Nodes {
			if found := endless(child); found != nil {
				return found
			}
		}
	case *parse.RangeNode:
		for _, command := range n.Pipe.Cmds {
			for _, arg := range command.Args {
				if number, ok := arg.(*parse.NumberNode); ok && number.IsInt && number.Int64 > maxSteps {
					return n
				}
			}
		}
		return branch(&n.BranchNode)
	case *parse.IfNode:
		return branch(&n.BranchNode)
	case *parse.WithNode:
		return branch(&n.BranchNode)
	}
	return nil
}

func branch(b *parse.BranchNode) parse.Node {
	if found := endless(b.List); found != nil {
		return found
	}
	return endless(b.ElseList)
}
