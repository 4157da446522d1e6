package css

// feature answers one media feature for a reader. A device is thought of that
// has a mouse and a keyboard on a desk, or only a finger on a phone.
func (q *query) feature(r Reader) answer {
	if amount, is := q.amount(r); is {
		if q.op == "" {
			return truth(amount != 0)
		}
		wanted, ok := mediaValue(q.value, r)
		if !ok {
			return unknown
		}
		switch q.op {
		case "=":
			return truth(amount == wanted)
		case "<":
			return truth(amount < wanted)
		case "<=":
			return truth(amount <= wanted)
		case ">":
			return truth(amount > wanted)
		}
		return truth(amount >= wanted)
	}
	is, known := q.keyword(r)
	if !known || q.op != "" && q.op != "=" {
		return unknown
	}
	if q.op == "" {
		return truth(is != "none" && is != "no-preference")
	}
	if len(q.value) != 1 || q.value[0].kind != ident {
		return unknown
	}
	return truth(q.value[0].word(is) || is == "hover pointer" && (q.value[0].word("hover") || q.value[0].word("pointer")))
}

func truth(b bool) answer {
	if b {
		return yes
	}
	return no
}

// amount is what the features with numbers are for the reader.
func (q *query) amount(r Reader) (float64, bool) {
	switch q.name {
	case "width", "device-width":
		return float64(r.Width), true
	case "height", "device-height":
		return float64(r.Height), true
	case "aspect-ratio", "device-aspect-ratio":
		return float64(r.Width) / float64(max(r.Height, 1)), true
	case "resolution":
		return 1, true
	case "-webkit-device-pixel-ratio":
		return 1, true
	case "color":
		return 8, true
	case "monochrome", "grid", "color-index":
		return 0, true
	}
	return 0, false
}

// keyword is what the features with words are for the reader.
func (q *query) keyword(r Reader) (string, bool) {
	choose := func(b bool, then, otherwise string) (string, bool) {
		if b {
			return then, true
		}
		return otherwise, true
	}
	narrow := r.Width < 600
	printed := r.Type == "print"
	switch q.name {
	case "orientation":
		return choose(r.portrait(), "portrait", "landscape")
	case "prefers-color-scheme":
		return choose(r.Dark, "dark", "light")
	case "prefers-reduced-motion":
		return choose(r.ReducedMotion, "reduce", "no-preference")
	case "prefers-contrast":
		if r.ForcedColors && !r.HighContrast {
			return "custom", true
		}
		return choose(r.HighContrast, "more", "no-preference")
	case "forced-colors":
		return choose(r.ForcedColors, "active", "none")
	case "prefers-reduced-transparency", "prefers-reduced-data":
		return "no-preference", true
	case "inverted-colors":
		return "none", true
	case "scripting":
		return choose(printed, "initial-only", "enabled")
	case "hover", "any-hover":
		return choose(narrow || printed, "none", "hover")
	case "pointer", "any-pointer":
		if printed {
			return "none", true
		}
		return choose(narrow, "coarse", "fine")
	case "update":
		return choose(printed, "none", "fast")
	case "overflow-block":
		return choose(printed, "paged", "scroll")
	case "overflow-inline":
		return choose(printed, "none", "scroll")
	case "color-gamut":
		return "srgb", true
	case "dynamic-range", "video-dynamic-range":
		return "standard", true
	case "display-mode":
		return "browser", true
	case "scan":
		return "progressive", true
	}
	return "", false
}

// mediaValue reads a length, number, ratio or resolution. Relative lengths are
// of the initial font size (Media Queries 4, 1.3).
func mediaValue(value []token, r Reader) (float64, bool) {
	all := words(value)
	if len(all) == 3 && all[1].is('/') {
		a, ok := parseNumber(all[0].text)
		b, ok2 := parseNumber(all[2].text)
		return a / max(b, 1e-9), ok && ok2
	}
	if len(all) == 1 && all[0].kind == dimension {
		n, unit := cutUnit(all[0].text)
		switch unit {
		case "dpi":
			return n / 96, true
		case "dpcm":
			return n / 96 * 2.54, true
		case "dppx", "x":
			return n, true
		}
	}
	m, ok := (&measure{em: 16, rem: 16, line: 19.2, rootLine: 19.2, reader: r}).eval(value)
	if !ok || m.percent != 0 {
		return 0, false
	}
	return m.px, true
}
