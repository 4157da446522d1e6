// Package private keeps values that must never be shown.
//
// A Value prints as "[private]" however it is formatted, so it cannot reach a
// log, an error or a page by accident. Only the packages that must compare it
// with finished output may import this one; see the layers test.
package private

import "fmt"

// A Value is a private value together with the name of the key that held it.
// The key may be shown, the value never.
type Value struct {
	// File and Key say where the value was written, for example
	// "content/en/stories/s-7kq2.md" and "panel".
	File, Key string

	// A pointer, since fmt prints the fields of a struct that holds a Value in
	// an unexported field without asking its Format method.
	text *string
}

// New returns text as a private value.
func New(file, key, text string) Value { return Value{File: file, Key: key, text: &text} }

// Reveal returns the value itself, for comparing only.
func (v Value) Reveal() string {
	if v.text == nil {
		return ""
	}
	return *v.text
}

// Format prints "[private]" for every verb, flag and precision.
func (v Value) Format(s fmt.State, _ rune) { fmt.Fprint(s, "[private]") }

// MarshalText prints "[private]" in JSON and everything else that marshals.
func (v Value) MarshalText() ([]byte, error) { return []byte("[private]"), nil }
