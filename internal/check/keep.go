package check

// Keep returns what make made when it was first asked for under that key, so
// that checks of one area share what they worked out for a page.
func (v *View) Keep(key string, make func() any) any {
	if v.kept == nil {
		v.kept = map[string]any{}
	}
	if _, known := v.kept[key]; !known {
		v.kept[key] = make()
	}
	return v.kept[key]
}
