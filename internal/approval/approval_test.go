package approval_test

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"handrail/internal/approval"
	"handrail/internal/source"
)

func day(s string) time.Time {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return t
}

// sound is a record with everything in it.
func sound() *approval.Record {
	return &approval.Record{
		Content: "s-7kq2", Lang: "es", By: "wren-3", Role: "panel",
		Sent: day("2026-02-01"), Approved: day("2026-02-14"), Recheck: day("2027-02-14"), Expires: day("2028-02-14"),
		Scope: approval.Surfaces(), Terms: `v2 "plain" \ words`, Paid: true,
		Reviewed: day("2026-02-10"), ReviewedBy: "tern-2",
		Salt: "00112233445566778899aabbccddeeff", Digest: "sha256:" + strings.Repeat("0", 64), State: approval.Active,
		File: "s-7kq2.es.toml",
	}
}

// TestWrittenAndRead: what is written is what is read, and it is the form that
// people were told.
func TestWrittenAndRead(t *testing.T) {
	dir := t.TempDir()
	store := approval.Open(dir, approval.Private)
	if err := store.Save(sound()); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, ".handrail", "approvals", "s-7kq2.es.toml")
	if data, err := os.ReadFile(file); err != nil || !strings.Contains(string(data), "approved = 2026-02-14\nscope = [\"web\", \"print\", \"feed\", \"search\"]\nrecheck = 2027-02-14\n") {
		t.Errorf("the record is\n%s%v", data, err)
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("others may read the record: %v %v", info.Mode(), err)
	}
	records, err := store.Read()
	if err != nil || len(records.Problems) > 0 {
		t.Fatal(err, records.Problems)
	}
	if got := records.Of("s-7kq2", "es"); !reflect.DeepEqual(got, sound()) {
		t.Errorf("read back:\n%+v\nwritten:\n%+v", got, sound())
	}
	if records.Of("s-7kq2", "en") != nil || !records.About("s-7kq2") || records.About("s-7kq") {
		t.Error("a record is taken for one of another language or of other content")
	}
}

// TestBadRecords: what is wrong is said at its line, and nothing that a person
// wrote is repeated.
func TestBadRecords(t *testing.T) {
	for name, c := range map[string]struct {
		old, new string
		line     int
		want     string
	}{
		"unknown key":  {"paid = true", "Maria-Made-Up = true", 11, "a key that approvals do not have"},
		"amount":       {"paid = true", "paid = 4711", 11, "never an amount"},
		"amount text":  {"paid = true", `paid = "4711 euros"`, 11, "never an amount"},
		"name":         {`by = "wren-3"`, `by = "Maria Made-Up"`, 3, "needs a handle"},
		"word":         {`by = "wren-3"`, `by = "wren"`, 3, "needs a handle"},
		"role":         {`role = "panel"`, `role = "Maria-Made-Up"`, 4, "self, panel or delegate"},
		"scope":        {`"feed", "search"]`, `"Maria-Made-Up"]`, 7, "number 3 in the `scope`"},
		"state":        {`state = "active"`, `state = "Maria-Made-Up"`, 16, "active, paused or revoked"},
		"syntax":       {`role = "panel"`, `role = "Maria-Made-Up`, 4, "cannot be read"},
		"twice":        {`role = "panel"`, `by = "Maria-Made-Up"`, 4, "cannot be read"},
		"digest":       {`digest = "sha256:`, `digest = "Maria-Made-Up:`, 15, "cannot be read"},
		"salt":         {`salt = "00112233445566778899aabbccddeeff"`, `salt = "Made-Up"`, 14, "too short"},
		"no such day":  {"2028-02-14", "2028-02-30", 9, "cannot be read"},
		"moment":       {"approved = 2026-02-14", "approved = 2026-02-14T10:00:00Z", 6, "needs a day"},
		"days":         {"expires = 2028-02-14", "expires = 2025-02-14", 9, "comes before the day of the approval"},
		"no digest":    {`digest = "sha256:` + strings.Repeat("0", 64) + `"`, "", 1, "`digest` is missing"},
		"half review":  {"reviewed_by = \"tern-2\"\n", "", 12, "needs both"},
		"content":      {`content = "s-7kq2"`, `content = "Maria Made-Up"`, 1, "needs the id"},
		"language":     {`lang = "es"`, `lang = "Maria-Made-Up"`, 2, "tag of a language"},
		"not a number": {"scope = [", "scope = [7, ", 7, "needs a list of texts"},
	} {
		t.Run(name, func(t *testing.T) {
			text := strings.Replace(string(sound().Bytes()), c.old, c.new, 1)
			_, problems := approval.Parse(source.NewFile("x.toml", []byte(text)))
			if len(problems) == 0 {
				t.Fatalf("nothing is wrong with\n%s", text)
			}
			if p := problems[0]; p.Line != c.line || !strings.Contains(p.Message, c.want) {
				t.Errorf("line %d: %s", p.Line, p.Message)
			}
			for _, value := range []string{"Maria", "Made-Up", "4711", "wren", "tern", "00112233"} {
				if said := fmt.Sprintf("%+v", problems); strings.Contains(said, value) {
					t.Errorf("a message repeats %s: %s", value, said)
				}
			}
		})
	}
}

// TestStopsAnywhere: what is paused or revoked in the site's own folder stays
// so where another folder is configured, and revoked weighs more.
func TestStopsAnywhere(t *testing.T) {
	site, elsewhere := t.TempDir(), t.TempDir()
	store := approval.Open(site, elsewhere)
	if err := store.Save(sound()); err != nil {
		t.Fatal(err)
	}
	for _, state := range []approval.State{approval.Paused, approval.Revoked} {
		stopped := sound()
		stopped.State = state
		if err := approval.Open(site, approval.Private).Save(stopped); err != nil {
			t.Fatal(err)
		}
		records, err := store.Read()
		if err != nil {
			t.Fatal(err)
		}
		if got := records.Of("s-7kq2", "es"); got == nil || got.State != state {
			t.Errorf("with %s in the site's own folder the record is %+v", state, got)
		}
	}
}

// TestMissingStore: a site that keeps its approvals elsewhere is not built as
// if nothing had been approved, or nothing revoked.
func TestMissingStore(t *testing.T) {
	site := t.TempDir()
	if _, err := approval.Open(site, "../not-fetched").Read(); err == nil || !strings.Contains(err.Error(), "private_dir") || strings.Contains(err.Error(), site) {
		t.Errorf("the error is %v", err)
	}
	if records, err := approval.Open(site, approval.Private).Read(); err != nil || len(records.All()) != 0 {
		t.Errorf("a new site has %v %v", records, err)
	}
}

func TestTwoRecords(t *testing.T) {
	dir := t.TempDir()
	store := approval.Open(dir, approval.Private)
	if err := store.Save(sound()); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, ".handrail", "approvals", "another.toml")
	if err := os.WriteFile(file, sound().Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	records, err := store.Read()
	if err != nil || len(records.Problems) != 1 || !strings.Contains(records.Problems[0].Message, "two approvals") {
		t.Errorf("found %v %v", records.Problems, err)
	}
}
