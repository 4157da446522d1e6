package main

import (
	"context"
	"flag"
	"testing"
	"time"

	"handrail/internal/approval"
	"handrail/internal/build"
)

var approveAgain = flag.Bool("approve", false, "record that the invented panel approves the example library as it is now")

// TestExampleApprovals: the invented panel has approved every story of the
// example library, but for four that show what becomes of the others. Who
// changes a story has the panel approve it again:
//
//	go test ./cmd/handrail -run ExampleApprovals -approve
func TestExampleApprovals(t *testing.T) {
	expected := map[string]approval.Standing{
		"s-x2bd": approval.Lapsed, "s-x4kf": approval.Expired, "s-x6nm": approval.OnHold, "s-x8rt": approval.Withdrew,
	}
	opened, err := build.Open(context.Background(), build.Options{Source: "../..", ConfigFile: "handrail.toml",
		Today: time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC), Checks: checks()})
	if err != nil {
		t.Fatal(err)
	}
	defer opened.Close()
	seen := map[approval.Standing]int{}
	for _, v := range opened.Judged.Verdicts {
		id, tag := v.Page.Common().ID, v.Page.Lang.Tag
		want := expected[id]
		if want == "" {
			want = approval.Approved
		}
		if *approveAgain && want == approval.Approved && v.Standing == approval.Lapsed {
			v.Record.Digest = v.Text.Digest(v.Record.Salt)
			if err := opened.Store.Save(v.Record); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if v.Standing != want {
			t.Errorf("%s in %s is %s, and should be %s; if you changed it, run this test with -approve", id, tag, v.Standing, want)
		}
		seen[v.Standing]++
	}
	if seen[approval.Approved] < 20 && !*approveAgain {
		t.Errorf("only %d stories are approved", seen[approval.Approved])
	}
	for _, p := range opened.Judged.Records.Problems {
		t.Errorf("%s:%d: %s", p.File, p.Line, p.Message)
	}
}
