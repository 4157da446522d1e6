package fields

import (
	"fmt"
	"reflect"
	"strings"
)

// needs is what a field of each kind wants, for messages.
var needs = map[reflect.Kind]string{
	reflect.String:  "text in quotes, for example \"a few words\"",
	reflect.Int:     "a whole number, for example 2",
	reflect.Float64: "a number, for example 2.5",
	reflect.Bool:    "true or false, without quotes",
	reflect.Struct:  "keys of its own, for example {key = \"value\"}",
}

func (d *decoder) wrong(v Value, path, need string) {
	d.problem(v.At, ruleWrongType, fmt.Sprintf("`%s` needs %s", path, need), "")
}

func (d *decoder) value(v Value, into reflect.Value, path string) {
	switch into.Type() {
	case reflect.TypeFor[Value]():
		into.Set(reflect.ValueOf(v))
		return
	case reflect.TypeFor[*Table]():
		if v.Type != TableType {
			d.wrong(v, path, needs[reflect.Struct])
			return
		}
		into.Set(reflect.ValueOf(v.Table))
		return
	}
	switch into.Kind() {
	case reflect.Pointer:
		fresh := reflect.New(into.Type().Elem())
		before := len(d.problems)
		d.value(v, fresh.Elem(), path)
		if len(d.problems) == before {
			into.Set(fresh)
		}
	case reflect.Struct:
		if v.Type != TableType {
			d.wrong(v, path, needs[reflect.Struct])
			return
		}
		d.table(v.Table, into, path+".")
	case reflect.Slice:
		d.list(v, into, path)
	case reflect.Map:
		d.mapping(v, into, path)
	default:
		if !fillScalar(v, into) {
			d.wrong(v, path, needs[into.Kind()])
		}
	}
}

// listNeeds is what a list of each kind wants.
var listNeeds = map[reflect.Kind]string{
	reflect.String: "a list of texts, for example [\"one\", \"two\"]",
	reflect.Int:    "a list of whole numbers, for example [1, 2]",
	reflect.Struct: "to be a list: in TOML write [[%s]] with two brackets, in YAML begin each item with -",
}

func listNeed(kind reflect.Kind, path string) string {
	return strings.ReplaceAll(listNeeds[kind], "%s", path)
}

func (d *decoder) list(v Value, into reflect.Value, path string) {
	kind := into.Type().Elem().Kind()
	items := v.List
	if v.Type != List {
		if kind != reflect.String || v.Type == TableType {
			d.wrong(v, path, listNeed(kind, path))
			return
		}
		items = []Value{v}
	}
	filled := reflect.MakeSlice(into.Type(), 0, len(items))
	for _, item := range items {
		one := reflect.New(into.Type().Elem()).Elem()
		switch {
		case kind == reflect.Struct && item.Type == TableType:
			d.table(item.Table, one, path+".")
		case kind == reflect.Struct || !fillScalar(item, one):
			d.wrong(item, path, listNeed(kind, path))
			continue
		}
		filled = reflect.Append(filled, one)
	}
	into.Set(filled)
}

func (d *decoder) mapping(v Value, into reflect.Value, path string) {
	if v.Type != TableType {
		d.wrong(v, path, needs[reflect.Struct])
		return
	}
	filled := reflect.MakeMap(into.Type())
	for _, e := range v.Table.Entries {
		one := reflect.New(into.Type().Elem()).Elem()
		before := len(d.problems)
		d.value(e.Value, one, path+"."+Shown(e.Key))
		if len(d.problems) == before {
			filled.SetMapIndex(reflect.ValueOf(e.Key), one)
		}
	}
	into.Set(filled)
}

// yamlBools are the words that YAML 1.1, and so Jekyll, takes for true or false.
var yamlBools = map[string]bool{"yes": true, "on": true, "y": true, "no": false, "off": false, "n": false}

// fillScalar sets a field from a value without parts, if they fit.
func fillScalar(v Value, into reflect.Value) bool {
	switch into.Kind() {
	case reflect.String:
		switch {
		case v.Type == String || v.Type == Date:
			into.SetString(v.Str)
		case v.plain != "":
			into.SetString(v.plain)
		default:
			return false
		}
		return true
	case reflect.Int:
		if v.Type == Int && !into.OverflowInt(v.Int) {
			into.SetInt(v.Int)
			return true
		}
	case reflect.Float64:
		switch v.Type {
		case Int:
			into.SetFloat(float64(v.Int))
			return true
		case Float:
			into.SetFloat(v.Float)
			return true
		}
	case reflect.Bool:
		b, word := yamlBools[strings.ToLower(v.plain)]
		if v.Type == Bool {
			b = v.Bool
		}
		if v.Type == Bool || word {
			into.SetBool(b)
			return true
		}
	default:
		panic("fields: a struct has a field that cannot be filled: " + into.Type().String())
	}
	return false
}
