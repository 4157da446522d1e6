// Package themes holds the themes that come with Handrail.
package themes

import "embed"

// FS has one folder for each theme. The "all:" keeps nothing back: a theme is
// its whole folder.
//
//go:embed all:plain
var FS embed.FS
