package fields

import (
	"fmt"
	"strings"
	"testing"

	"handrail/internal/finding"
	"handrail/internal/source"
)

// show prints a table as a person would check it: places of keys and values.
func show(t *Table) string {
	var b strings.Builder
	showTable(&b, t, "")
	return b.String()
}

func showTable(b *strings.Builder, t *Table, indent string) {
	for _, e := range t.Entries {
		fmt.Fprintf(b, "%s%d:%d %s = ", indent, e.At.Line, e.At.Col, e.Key)
		showValue(b, e.Value, indent)
	}
}

func showValue(b *strings.Builder, v Value, indent string) {
	fmt.Fprintf(b, "%d:%d ", v.At.Line, v.At.Col)
	switch v.Type {
	case String:
		fmt.Fprintf(b, "%q\n", v.Str)
	case Date:
		fmt.Fprintf(b, "date %s\n", v.Str)
	case Int:
		fmt.Fprintf(b, "%d\n", v.Int)
	case Float:
		fmt.Fprintf(b, "%g\n", v.Float)
	case Bool:
		fmt.Fprintf(b, "%t\n", v.Bool)
	case List:
		b.WriteString("[\n")
		for _, item := range v.List {
			b.WriteString(indent + "  ")
			showValue(b, item, indent+"  ")
		}
		b.WriteString(indent + "]\n")
	case TableType:
		b.WriteString("{\n")
		showTable(b, v.Table, indent+"  ")
		b.WriteString(indent + "}\n")
	}
}

// said prints problems as a report does.
func said(problems []finding.Problem) string {
	var b strings.Builder
	for _, p := range problems {
		fmt.Fprintf(&b, "%d:%d %s [%s]\n", p.At.Line, p.At.Col, p.Message, p.Rule)
	}
	return b.String()
}

func wholeTOML(text string) (*Table, []finding.Problem) {
	f := source.NewFile("f.toml", []byte(text))
	return ParseTOML(f, 0, len(f.Data))
}

func wholeYAML(text string) (*Table, []finding.Problem) {
	f := source.NewFile("f.yaml", []byte(text))
	return ParseYAML(f, 0, len(f.Data))
}

func same(t *testing.T, got, want string) {
	t.Helper()
	if strings.TrimSpace(got) != strings.TrimSpace(want) {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}
