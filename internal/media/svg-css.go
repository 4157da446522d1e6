package media

import "strings"

// cleanCSS keeps rules and @media blocks that only draw. Escapes are not
// understood, so whatever holds one is left out: it could spell anything.
func cleanCSS(css string) string {
	var b strings.Builder
	cleanRules(&b, withoutComments(css), true)
	return b.String()
}

// cleanRules reads "selector{…}" and "@name …;" or "@name …{…}" one after the
// other. Blocks of @media hold rules too, one level deep.
func cleanRules(b *strings.Builder, css string, top bool) {
	for css = strings.TrimSpace(css); css != ""; css = strings.TrimSpace(css) {
		end := strings.IndexAny(css, "{;}")
		if end < 0 {
			return
		}
		prelude := strings.TrimSpace(css[:end])
		if css[end] != '{' {
			css = css[end+1:] // @import "x"; or a stray mark
			continue
		}
		block, rest := cutBlock(css[end+1:])
		css = rest
		var inside strings.Builder
		if media, is := strings.CutPrefix(prelude, "@media"); is {
			if !top || !safeMedia(media) {
				continue
			}
			cleanRules(&inside, block, false)
		} else if safeSelector(prelude) && !strings.Contains(block, "{") {
			inside.WriteString(cleanDeclarations(block))
		}
		if inside.Len() > 0 {
			b.WriteString(strings.Join(strings.Fields(prelude), " ") + "{" + inside.String() + "}")
		}
	}
}

// cutBlock splits behind an open brace at the brace that closes it.
func cutBlock(css string) (block, rest string) {
	depth := 1
	for i := range len(css) {
		switch css[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return css[:i], css[i+1:]
			}
		}
	}
	return css, ""
}

// cleanDeclarations keeps "property:value" pairs that draw.
func cleanDeclarations(css string) string {
	var kept []string
	for declaration := range strings.SplitSeq(withoutComments(css), ";") {
		name, value, found := strings.Cut(declaration, ":")
		name, value = strings.ToLower(strings.TrimSpace(name)), strings.TrimSpace(value)
		custom := strings.HasPrefix(name, "--") && allIn(name, nameCharacters)
		if found && value != "" && (svgProperties[name] || custom) && safeValue(value) {
			kept = append(kept, name+":"+value)
		}
	}
	return strings.Join(kept, ";")
}

// withoutComments takes out /* … */; what follows an open one is left out.
func withoutComments(css string) string {
	var b strings.Builder
	for {
		before, after, found := strings.Cut(css, "/*")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		if _, css, found = strings.Cut(after, "*/"); !found {
			return b.String()
		}
		b.WriteByte(' ')
	}
}

const (
	nameCharacters     = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"
	selectorCharacters = nameCharacters + " \t\r\n.#*,>+~:()"
	mediaCharacters    = nameCharacters + " \t\r\n.,:()/<>="
)

func safeSelector(s string) bool { return s != "" && allIn(s, selectorCharacters) }

func safeMedia(s string) bool {
	return s != "" && strings.ContainsRune(" \t\r\n(", rune(s[0])) && allIn(s, mediaCharacters)
}

// allIn says whether s consists of those characters only.
func allIn(s, characters string) bool { return strings.Trim(s, characters) == "" }

// safeValue says whether a value can do nothing but draw: it calls only
// functions that draw, url() only for a part of the drawing itself.
func safeValue(value string) bool {
	if strings.ContainsAny(value, "\\<>@{};") || strings.Contains(value, "/*") ||
		strings.Count(value, `"`)%2 != 0 || strings.Count(value, "'")%2 != 0 || strings.Contains(value, ":") {
		return false
	}
	for rest := value; ; {
		before, after, found := strings.Cut(rest, "(")
		if !found {
			return true
		}
		name := before[len(strings.TrimRight(before, nameCharacters)):]
		switch name = strings.ToLower(name); {
		case name == "url":
			inside := strings.TrimLeft(after, " \t\r\n\"'")
			if !strings.HasPrefix(inside, "#") {
				return false
			}
		case name != "" && !cssFunctions[name]:
			return false
		}
		rest = after
	}
}
