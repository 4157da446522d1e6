package checktest_test

import (
	"testing"

	"handrail/internal/checks"
	"handrail/internal/checktest"
)

// TestExamples runs the examples of every check.
//
//	go test ./internal/checktest -run Examples/image/alt-missing -update
func TestExamples(t *testing.T) {
	set := checks.All()
	checktest.Run(t, set, set.All(), "../check")
}
