package prose

import "strings"

// Blocks divides plain text into blocks: at empty lines, and before each line
// that begins like an item of a list.
func Blocks(text string) []string {
	var blocks []string
	open := false // the next line goes on with the last block
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" {
			open = false
			continue
		}
		if item, ok := listItem(line); ok {
			line, open = item, false
		}
		if open {
			blocks[len(blocks)-1] += " " + line
		} else {
			blocks = append(blocks, line)
		}
		open = true
	}
	return blocks
}

// listItem takes the sign off an item of a list: "- ", "* ", "• ", "1. ", "1) ".
func listItem(line string) (string, bool) {
	for _, sign := range []string{"- ", "* ", "+ ", "• ", "– "} {
		if item, ok := strings.CutPrefix(line, sign); ok {
			return strings.TrimSpace(item), true
		}
	}
	rest := strings.TrimLeft(line, "0123456789")
	if digits := len(line) - len(rest); digits > 0 && digits < 4 && len(rest) > 1 && (rest[0] == '.' || rest[0] == ')') && rest[1] == ' ' {
		return strings.TrimSpace(rest[1:]), true
	}
	return "", false
}
