package prose

import "strings"

// Blocks divides plain text into blocks: at empty lines, before each line that
// begins like an item of a list, around headings, and between the cells of a
// table.
func Blocks(text string) []string {
	var blocks []string
	open := false // the next line goes on with the last block
	item := false // the last block is an item of a list
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch heading := strings.TrimLeft(line, "#"); {
		case line == "":
			open = false
			continue
		case ruled(line):
			open, item = false, false
			continue
		case len(heading) < len(line) && strings.HasPrefix(heading, " "):
			blocks = append(blocks, strings.TrimSpace(heading))
			open, item = false, false
			continue
		case len(line) > 1 && line[0] == '|' && line[len(line)-1] == '|':
			for cell := range strings.SplitSeq(line, "|") {
				if cell = strings.TrimSpace(cell); cell != "" && !ruled(cell) {
					blocks = append(blocks, cell)
				}
			}
			open, item = false, false
			continue
		}
		if rest, ok := listItem(line, !open || item); ok {
			blocks = append(blocks, rest)
			open, item = true, true
			continue
		}
		if open {
			blocks[len(blocks)-1] += " " + line
		} else {
			blocks = append(blocks, line)
			item = false
		}
		open = true
	}
	return blocks
}

// ruled tells whether a line is the underline of a heading, a rule, or the
// line below the head of a table.
func ruled(line string) bool {
	return len(line) > 2 && (strings.Trim(line, "-: ") == "" || strings.Trim(line, "=") == "" || strings.Trim(line, "* ") == "" || strings.Trim(line, "_ ") == "")
}

// listItem takes the sign off an item of a list: "- ", "* ", "• ", "1. ", "1) ",
// "a) ". Inside a paragraph a line may begin with a dash or a figure by chance,
// so there only the plain signs and the number one begin an item.
func listItem(line string, fresh bool) (string, bool) {
	for _, sign := range []string{"- ", "* ", "+ ", "• ", "◦ ", "▪ ", "‣ ", "– "} {
		if item, ok := strings.CutPrefix(line, sign); ok && (fresh || sign != "– ") {
			return strings.TrimSpace(item), true
		}
	}
	rest := strings.TrimLeft(line, "0123456789")
	digits := len(line) - len(rest)
	numbered := digits > 0 && digits < 4 && (fresh || line[:digits] == "1")
	if digits == 0 && fresh && len(rest) > 2 && class[rest[0]&0x7f]&letter != 0 && rest[0] < 0x80 && rest[1] == ')' {
		rest, numbered = rest[1:], true
	}
	if numbered && len(rest) > 1 && (rest[0] == '.' || rest[0] == ')') && rest[1] == ' ' {
		return strings.TrimSpace(rest[1:]), true
	}
	return "", false
}
