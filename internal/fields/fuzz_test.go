package fields

import (
	"regexp"
	"strings"
	"testing"

	"handrail/internal/finding"
	"handrail/internal/source"
)

// rightProblems checks what is true of every problem, whatever the input.
func rightProblems(t *testing.T, f *source.File, problems []finding.Problem) {
	t.Helper()
	for _, p := range problems {
		if p.At.Path != f.Path || p.At.Line < 1 || p.At.Col < 1 || p.Message == "" || !strings.HasPrefix(p.Rule, "front/") || strings.ContainsAny(p.Message+p.Fix, "\r\n\x1b") {
			t.Errorf("problem %+v", p)
		}
		for _, raw := range []string{"toml:", "yaml:", "go-yaml", "interface", "BUG", "!!"} {
			if strings.Contains(p.Message, raw) && !strings.Contains(string(f.Data), raw) {
				t.Errorf("raw message: %q", p.Message)
			}
		}
	}
}

var lineEnd = regexp.MustCompile("\r\n|\r|\n")

// rightPlaces checks that every key is at its place, letter by letter.
func rightPlaces(t *testing.T, f *source.File, table *Table) {
	t.Helper()
	lines := lineEnd.Split(string(f.Data), -1)
	for _, e := range table.Entries {
		if e.At.Line > len(lines) {
			t.Fatalf("%q at %v, past the end", e.Key, e.At)
		}
		line := []rune(lines[e.At.Line-1])
		rest := string(line[min(e.At.Col-1, len(line)):])
		// A YAML key may go on in the next line.
		word, _, _ := strings.Cut(e.Key, " ")
		if plain := !strings.ContainsAny(rest, "\"'\\?&!\r\u0085\u2028\u2029"); plain && !strings.HasPrefix(rest, word) {
			t.Errorf("key %q at %d:%d, where there is %q", e.Key, e.At.Line, e.At.Col, rest)
		}
		if e.Value.Type == TableType {
			rightPlaces(t, f, e.Value.Table)
		}
		for _, item := range e.Value.List {
			if item.Type == TableType {
				rightPlaces(t, f, item.Table)
			}
		}
	}
}

func seeds(f *testing.F, texts ...string) {
	for _, s := range texts {
		f.Add([]byte(s))
	}
}

func FuzzParseTOML(f *testing.F) {
	seeds(f, "a = 1\n[b.c]\n'd e'.f = [1, {g = \"\"\"x\"\"\"}]\n[[h]]\ni = 1979-05-27 07:32:00Z\n",
		"\"\\u00e9\".x = '''a'''\n[[a.b]]\n[[a.b]]\nx.y=-0x1F # c\r\n", "a = {b = 1,\n c = [[], [1.5, inf]],}", "a = 1\na = 2", "[a]\n[a]", "a = \"x\n", "é = “x”", "a.b.c = nan\na.b.d = 1e9")
	f.Fuzz(func(t *testing.T, data []byte) {
		file := source.NewFile("f.toml", data)
		table, problems := ParseTOML(file, 0, len(data))
		if (table == nil) != (problems != nil) {
			t.Fatal("neither a table nor a problem, or both")
		}
		rightProblems(t, file, problems)
		text := strings.TrimPrefix(string(data), "\uFEFF")
		// The library reads six quotes after a backslash, which TOML forbids.
		six := strings.Contains(text, `""""""`) || strings.Contains(text, "''''''")
		if table == nil && !six && problems[0].Message == tomlOther.message {
			if _, err := decodeTOML(text); err == nil {
				t.Errorf("the library reads this, the scanner does not: %q", data)
			}
		}
		if table != nil {
			rightPlaces(t, file, table)
		}
	})
}

func FuzzParseYAML(f *testing.F) {
	seeds(f, "a: 1\nb: [x, {c: 'd'}]\ne:\n  - f: |\n      g\n", "? a\n: b\n", "a: &x 1\nb: *x\n<<: {}\n", "a: !t x", "a: 2020-01-02\nb: ~\n\"c\": \"\\x41\"\n", "a: b: c", "- x", "a\u0085b: 1", "--- \na: 1\n...\n---\n")
	f.Fuzz(func(t *testing.T, data []byte) {
		file := source.NewFile("f.yaml", data)
		table, problems := ParseYAML(file, 0, len(data))
		if (table == nil) != (problems != nil) {
			t.Fatal("neither a table nor a problem, or both")
		}
		rightProblems(t, file, problems)
		if table != nil {
			rightPlaces(t, file, table)
		}
	})
}

func FuzzFrontMatter(f *testing.F) {
	seeds(f, "+++\ntitle = \"x\"\n[[image]]\nsrc = \"a\"\n+++\nBody", "---\ntitle: 1\nimage:\n- src: a\nnames: {en: x}\n---\n", "\uFEFF\r\n+++\r\nsteps = [1]\r\n+++", "---\n", "+++\nany = 1\nrest = {}\n+++\n")
	f.Fuzz(func(t *testing.T, data []byte) {
		file := source.NewFile("p.md", data)
		fm, problems := FrontMatter(file)
		rightProblems(t, file, problems)
		if fm.Start > fm.End || fm.End > fm.Body || fm.Body > len(data) {
			t.Fatalf("ranges %+v", fm)
		}
		var table *Table
		switch fm.Format {
		case "toml":
			table, problems = ParseTOML(file, fm.Start, fm.End)
		case "yaml":
			table, problems = ParseYAML(file, fm.Start, fm.End)
		}
		rightProblems(t, file, problems)
		if table != nil {
			var p page
			rightProblems(t, file, Decode(table, &p))
		}
	})
}
