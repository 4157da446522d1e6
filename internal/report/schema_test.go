package report

import (
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestSARIFSchema holds the report to the schema that OASIS publishes for SARIF
// 2.1.0, and the test itself to reports that the schema must refuse.
func TestSARIFSchema(t *testing.T) {
	data, err := os.ReadFile("testdata/sarif-2.1.0-rtm.5.json")
	if err != nil {
		t.Fatal(err)
	}
	var root map[string]any
	if err := json.Unmarshal(data, &root); err != nil {
		t.Fatal(err)
	}
	empty := sample()
	empty.Findings = nil
	for name, r := range map[string]*Report{"sample": sample(), "hostile": hostile(), "empty": empty} {
		text := written(t, Format{"sarif", SARIF}, r)
		if wrong := schema(root).check(t, root, decoded(t, text), "the log"); wrong != "" {
			t.Errorf("%s: %s", name, wrong)
		}
	}
	text := written(t, Format{"sarif", SARIF}, sample())
	for old, new := range map[string]string{
		`"version": "2.1.0"`: `"version": "2.2.0"`, `"columnKind": "unicodeCodePoints"`: `"columnKind": "bytes"`,
		`"ruleIndex": 0`: `"ruleIndex": -2`, `"level": "error"`: `"level": "fatal"`, `"startLine": `: `"startLine": -`,
		`"executionSuccessful": true`: `"successful": true`, `"results": [`: `"results": [1,`,
	} {
		if !strings.Contains(text, old) {
			t.Fatalf("the report has no %s", old)
		}
		if schema(root).check(t, root, decoded(t, strings.ReplaceAll(text, old, new)), "the log") == "" {
			t.Errorf("%s is not refused", new)
		}
	}
}

func decoded(t *testing.T, text string) any {
	t.Helper()
	var v any
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// A schema is one in the language of json-schema.org, draft 4, as far as SARIF's
// uses it.
type schema map[string]any

// check says what of a value is not as the schema wants it, or nothing.
func (s schema) check(t *testing.T, root schema, v any, at string) string {
	t.Helper()
	for keyword, want := range s {
		wrong := ""
		switch keyword {
		case "$schema", "id", "title", "description", "default", "definitions":
		case "$ref":
			to := any(map[string]any(root))
			for _, part := range strings.Split(want.(string), "/")[1:] {
				to = to.(map[string]any)[part]
			}
			wrong = schema(to.(map[string]any)).check(t, root, v, at)
		case "type":
			if have := kindOf(v); have != want && !(want == "number" && have == "integer") {
				wrong = fmt.Sprintf("%s is %s, not %s", at, have, want)
			}
		case "enum":
			if !slices.ContainsFunc(want.([]any), func(one any) bool { return reflect.DeepEqual(one, v) }) {
				wrong = fmt.Sprintf("%s is %v, none of %v", at, v, want)
			}
		case "properties", "additionalProperties":
			wrong = s.members(t, root, v, at)
		case "required":
			object, _ := v.(map[string]any)
			for _, name := range want.([]any) {
				if _, written := object[name.(string)]; !written && object != nil {
					wrong = fmt.Sprintf("%s has no %s", at, name)
				}
			}
		case "items":
			list, _ := v.([]any)
			for i, one := range list {
				wrong = either(wrong, schema(want.(map[string]any)).check(t, root, one, fmt.Sprintf("%s[%d]", at, i)))
			}
		case "minItems":
			if list, is := v.([]any); is && len(list) < int(want.(float64)) {
				wrong = at + " has too few"
			}
		case "uniqueItems":
			list, _ := v.([]any)
			for i := range list {
				if slices.ContainsFunc(list[:i], func(one any) bool { return reflect.DeepEqual(one, list[i]) }) {
					wrong = at + " holds a thing twice"
				}
			}
		case "minimum", "maximum":
			if n, is := v.(float64); is && (keyword == "minimum" && n < want.(float64) || keyword == "maximum" && n > want.(float64)) {
				wrong = fmt.Sprintf("%s is %v, and the %s is %v", at, n, keyword, want)
			}
		case "pattern":
			if text, is := v.(string); is && !regexp.MustCompile(want.(string)).MatchString(text) {
				wrong = fmt.Sprintf("%s is %q, not like %s", at, text, want)
			}
		case "format":
			if text, is := v.(string); is && strings.HasPrefix(want.(string), "uri") {
				if u, err := url.Parse(text); err != nil || want == "uri" && !u.IsAbs() {
					wrong = fmt.Sprintf("%s is no %s: %q", at, want, text)
				}
			}
		case "anyOf", "oneOf":
			fits := 0
			for _, one := range want.([]any) {
				if schema(one.(map[string]any)).check(t, root, v, at) == "" {
					fits++
				}
			}
			if fits == 0 || keyword == "oneOf" && fits > 1 {
				wrong = fmt.Sprintf("%s fits %d of the schemas that it may be like", at, fits)
			}
		default:
			t.Fatalf("this test does not know %q", keyword)
		}
		if wrong != "" {
			return wrong
		}
	}
	return ""
}

// members checks the properties of an object, and those that have no name in the
// schema.
func (s schema) members(t *testing.T, root schema, v any, at string) string {
	t.Helper()
	known, _ := s["properties"].(map[string]any)
	object, _ := v.(map[string]any)
	for name, value := range object {
		wrong := ""
		of, is := known[name].(map[string]any)
		others, _ := s["additionalProperties"].(map[string]any)
		switch {
		case is:
			wrong = schema(of).check(t, root, value, at+"."+name)
		case s["additionalProperties"] == false:
			wrong = fmt.Sprintf("%s has %s, which there is not", at, name)
		case others != nil:
			wrong = schema(others).check(t, root, value, at+"."+name)
		}
		if wrong != "" {
			return wrong
		}
	}
	return ""
}

func either(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

func kindOf(v any) string {
	switch v := v.(type) {
	case map[string]any:
		return "object"
	case []any:
		return "array"
	case string:
		return "string"
	case bool:
		return "boolean"
	case float64:
		if v == float64(int64(v)) {
			return "integer"
		}
		return "number"
	}
	return "null"
}
