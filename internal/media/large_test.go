package media

import (
	"image"
	"os"
	"runtime"
	"strconv"
	"strings"
	"testing"
)

// peak returns how many MB of memory the process has had at most.
func peak() int {
	status, _ := os.ReadFile("/proc/self/status")
	_, after, _ := strings.Cut(string(status), "VmHWM:")
	fields := strings.Fields(after)
	if len(fields) == 0 {
		return 0
	}
	kb, _ := strconv.Atoi(fields[0])
	return kb >> 10
}

// BenchmarkLarge makes three sizes of a photograph of 48 megapixels.
func BenchmarkLarge(b *testing.B) {
	data := asJPEG(b, photo(8000, 6000))
	runtime.GC()
	for b.Loop() {
		if _, err := Resize(data, []int{480, 960, 1600}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(peak()), "MB-peak")
}

// BenchmarkPhoto makes three sizes of a photograph of 12 megapixels.
func BenchmarkPhoto(b *testing.B) {
	var m image.Image = photo(4000, 3000)
	data := asJPEG(b, m)
	for b.Loop() {
		if _, err := Resize(data, []int{480, 960, 1600}); err != nil {
			b.Fatal(err)
		}
	}
}
