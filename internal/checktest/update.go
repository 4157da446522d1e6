package checktest

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// rewrite puts what the examples found into their archive, each after the
// last file of its example. Found holds lines by outcome/name; what other
// examples want stays.
func rewrite(t *testing.T, file string, found map[string]string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	example, several, skip := "", false, false
	end := func() {
		if found[example] == "" {
			return
		}
		suffix := ".want"
		if strings.HasPrefix(example, "pass/") {
			suffix = ".needs"
		}
		if several {
			suffix = "/" + suffix[1:]
		}
		out.WriteString("-- " + example + suffix + " --\n" + found[example] + "\n")
	}
	for line := range strings.Lines(string(data)) {
		if name, ok := section(line); ok {
			parts := strings.SplitN(strings.TrimSuffix(strings.TrimSuffix(name, ".want"), ".needs"), "/", 3)
			if next := strings.Join(parts[:min(2, len(parts))], "/"); next != example {
				end()
				example, several = next, len(parts) > 2
			}
			_, known := found[example]
			skip = known && regexp.MustCompile(`[./](want|needs)$`).MatchString(name)
		}
		if !skip {
			out.WriteString(line)
		}
	}
	end()
	if err := os.WriteFile(file, []byte(out.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// section reads the line that begins a file of an archive.
func section(line string) (name string, ok bool) {
	line = strings.TrimSpace(line)
	if len(line) < 7 || !strings.HasPrefix(line, "-- ") || !strings.HasSuffix(line, " --") {
		return "", false
	}
	return strings.TrimSpace(line[3 : len(line)-3]), true
}
