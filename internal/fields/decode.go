package fields

import (
	"fmt"
	"reflect"
	"strings"

	"handrail/internal/finding"
	"handrail/internal/source"
)

// Decode fills the struct that into points at, by its `field:"name"` tags;
// `field:"name,required"` must be there and
// hold something. A field without a tag is left alone,
// but for one of type source.Place called At: it takes the table's place.
// Embedded structs are part of the struct around them.
//
// A field may be a string, int, float64, bool, struct, Value, a pointer to one
// of these, *Table, []string, []int, []struct, map[string]string or
// map[string][]string. A lone string fills a []string. Dates fill strings.
//
// Problems are front/unknown-key, front/wrong-type and front/missing-field;
// keys of tables within tables are named with their path, "image.alt". Fields
// that have a problem keep what they had.
func Decode(t *Table, into any) []finding.Problem {
	d := &decoder{}
	d.table(t, reflect.ValueOf(into).Elem(), "")
	return d.problems
}

type decoder struct{ problems []finding.Problem }

func (d *decoder) problem(at source.Place, rule, message, fix string) {
	d.problems = append(d.problems, finding.Problem{At: at, Rule: rule, Message: message, Fix: fix})
}

// A slot is one field of a struct that a key can fill.
type slot struct {
	name     string
	required bool
	into     reflect.Value
}

// slots lists the fields of a struct in their order.
func slots(t *Table, s reflect.Value) []slot {
	var all []slot
	for i := range s.NumField() {
		field := s.Type().Field(i)
		tag, tagged := field.Tag.Lookup("field")
		switch {
		case field.Anonymous && !tagged && field.Type.Kind() == reflect.Struct:
			all = append(all, slots(t, s.Field(i))...)
		case tagged:
			name, rest, _ := strings.Cut(tag, ",")
			all = append(all, slot{name, rest == "required", s.Field(i)})
		case field.Name == "At" && field.Type == reflect.TypeFor[source.Place]():
			s.Field(i).Set(reflect.ValueOf(t.At))
		}
	}
	return all
}

// table fills a struct. path is "" or ends with a dot.
func (d *decoder) table(t *Table, s reflect.Value, path string) {
	all := slots(t, s)
	byName := make(map[string]slot, len(all))
	known := make([]string, len(all))
	for i, sl := range all {
		byName[sl.name] = sl
		known[i] = sl.name
	}
	written := make(map[string]Value, len(all))
	for _, e := range t.Entries {
		sl, ok := byName[e.Key]
		if !ok {
			d.unknown(e, known, path)
			continue
		}
		written[e.Key] = e.Value
		d.value(e.Value, sl.into, path+e.Key)
	}
	for _, sl := range all {
		v, found := written[sl.name]
		switch {
		case !sl.required:
		case !found:
			d.problem(t.At, ruleMissingField, fmt.Sprintf("`%s` is missing", path+sl.name), "Add a line for `"+path+sl.name+"`")
		case v.empty():
			d.problem(v.At, ruleMissingField, fmt.Sprintf("`%s` is empty", path+sl.name), "Write something for `"+path+sl.name+"`")
		}
	}
}

func (d *decoder) unknown(e Entry, known []string, path string) {
	message := fmt.Sprintf("`%s` is not a known key", path+Shown(e.Key))
	fix := "Take it out, or write one of: " + strings.Join(known, ", ")
	if near := Nearest(e.Key, known); near != "" {
		message += fmt.Sprintf("; did you mean `%s`?", path+near)
		fix = "Change it to `" + path + near + "`, or take it out"
	}
	d.problem(e.At, ruleUnknownKey, message, fix)
}
