package table

import (
	"strings"
	"testing"
	"time"

	"handrail/internal/dom"
)

func first(t *testing.T, markup string) *grid {
	t.Helper()
	d, err := dom.Parse([]byte(markup))
	if err != nil {
		t.Fatal(err)
	}
	return layOut(d.All("table")[0])
}

func TestCellsStandWhereBrowsersPutThem(t *testing.T) {
	g := first(t, `<table><tr><td id=a rowspan=2><td id=b colspan=2><tr><td id=c><td id=d rowspan=9><tbody><tr><td id=e></table>`)
	want := "a b b/a c d/e"
	var rows []string
	for _, row := range g.slots {
		var ids []string
		for _, c := range row {
			id, _ := c.Attribute("id")
			ids = append(ids, id)
		}
		rows = append(rows, strings.Join(ids, " "))
	}
	if got := strings.Join(rows, "/"); got != want {
		t.Errorf("the cells stand as %q, wanted %q", got, want)
	}
}

func TestASmallPageCannotAskForAHugeTable(t *testing.T) {
	begun := time.Now()
	g := first(t, "<table>"+strings.Repeat("<tr><td colspan=1000 rowspan=65534>a", 5000)+"</table>")
	if !g.cut {
		t.Error("a table of billions of slots was laid out")
	}
	if took := time.Since(begun); took > time.Minute {
		t.Errorf("it took %v", took)
	}
}
