package theme

import (
	"fmt"
	"html/template"
	"text/template/parse"
)

// maxSteps is how far a layout may count. Layouts go over lists; the lists are
// as long as the library.
const maxSteps = 100

// ends refuses a template that ranges over a large number, or over numbers
// inside each other: it could keep a build from ever ending, and Go's templates
// cannot be interrupted.
func ends(t *template.Template, file string) error {
	for _, part := range t.Templates() {
		if part.Tree == nil || part.Tree.Root == nil {
			continue
		}
		c := counting{numbers: map[string]int64{}}
		if node := c.endless(part.Tree.Root, 1); node != nil {
			place, _ := part.Tree.ErrorContext(node)
			return fmt.Errorf("the theme's %s counts past %d at %s; go over a list instead", file, maxSteps, place)
		}
	}
	return nil
}

// counting knows the variables that were given a number.
type counting struct{ numbers map[string]int64 }

// endless returns the first node that counts past maxSteps, or nil. Times is
// how often the node is reached by counting already.
func (c counting) endless(node parse.Node, times int64) parse.Node {
	switch n := node.(type) {
	case *parse.ListNode:
		if n == nil {
			return nil
		}
		for _, child := range n.Nodes {
			if found := c.endless(child, times); found != nil {
				return found
			}
		}
	case *parse.ActionNode:
		for _, variable := range n.Pipe.Decl {
			c.numbers[variable.Ident[0]] = c.number(n.Pipe)
		}
	case *parse.RangeNode:
		if steps := c.number(n.Pipe); steps > 0 {
			times *= steps
		}
		if times > maxSteps {
			return n
		}
		return c.branch(&n.BranchNode, times)
	case *parse.IfNode:
		return c.branch(&n.BranchNode, times)
	case *parse.WithNode:
		return c.branch(&n.BranchNode, times)
	}
	return nil
}

func (c counting) branch(b *parse.BranchNode, times int64) parse.Node {
	if found := c.endless(b.List, times); found != nil {
		return found
	}
	return c.endless(b.ElseList, times)
}

// number is the value of a pipe that is one whole number, or a variable that
// was given one; else 0.
func (c counting) number(pipe *parse.PipeNode) int64 {
	if pipe == nil || len(pipe.Cmds) != 1 || len(pipe.Cmds[0].Args) != 1 {
		return 0
	}
	switch arg := pipe.Cmds[0].Args[0].(type) {
	case *parse.NumberNode:
		if arg.IsInt {
			return min(arg.Int64, 1<<40)
		}
	case *parse.VariableNode:
		return c.numbers[arg.Ident[0]]
	}
	return 0
}
