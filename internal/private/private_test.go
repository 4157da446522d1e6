package private

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing"
)

func TestNeverShown(t *testing.T) {
	v := New("f.md", "panel", "made-up-value")
	asJSON, err := json.Marshal(map[string]any{"v": v})
	if err != nil {
		t.Fatal(err)
	}
	var log strings.Builder
	slog.New(slog.NewTextHandler(&log, nil)).Info("m", "v", v)
	for _, s := range []string{
		fmt.Sprint(v), fmt.Sprintf("%v %+v %#v %s %q %x", v, v, v, v, v, v), fmt.Sprintf("%v", &v),
		fmt.Sprintf("%v", []Value{v}), fmt.Errorf("wrong: %v", v).Error(), string(asJSON), log.String(),
	} {
		if strings.Contains(s, "made-up") || !strings.Contains(s, "[private]") {
			t.Errorf("printed as %q", s)
		}
	}
	hidden := fmt.Sprintf("%v %+v %#v %s", holder{v}, &holder{v}, holder{v}, holder{v})
	if strings.Contains(hidden, "made-up") {
		t.Errorf("inside another value it is printed as %q", hidden)
	}
}

type holder struct{ inner Value }
