package media

import (
	"bytes"
	"errors"
	"image"
	"testing"
)

func seedPictures(f *testing.F) {
	m := photo(16, 12)
	for _, data := range [][]byte{
		seededJPEG(f, m, 6), seededPNG(f, m, 5), seededWebP(m, 3), seededGIF(f), asWebP(m), asGIF(f, 1),
		[]byte(`<svg viewBox="0 0 1 1"/>`), []byte("II*\x00"), []byte("RIFF\x00\x00\x00\x00WEBP"),
	} {
		f.Add(data)
	}
}

func FuzzInspect(f *testing.F) {
	seedPictures(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		info, err := Inspect(data)
		if err != nil {
			isRefused(t, err)
			return
		}
		if info.Width <= 0 || info.Height <= 0 || info.Format != "svg" && info.Width*info.Height > MaxPixels {
			t.Errorf("accepted as %v", info)
		}
	})
}

func FuzzResize(f *testing.F) {
	seedPictures(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		info, err := Inspect(data)
		if err != nil || info.Width*info.Height > 10_000 {
			return
		}
		all, err := Resize(data, []int{7, 30})
		if err != nil {
			isRefused(t, err)
			return
		}
		for _, d := range all {
			got, _, err := image.DecodeConfig(bytes.NewReader(d.Data))
			if err != nil || got.Width != d.Width || got.Height != d.Height {
				t.Errorf("%d × %d holds %v, %v", d.Width, d.Height, got, err)
			}
			onlyPixels(t, d)
		}
	})
}

func FuzzCleanSVG(f *testing.F) {
	for _, drawing := range hostile(f) {
		f.Add([]byte(drawing))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		out, info, err := CleanSVG(data)
		if err != nil {
			isRefused(t, err)
			return
		}
		harmless(t, "fuzzed", out)
		again, info2, err := CleanSVG(out)
		if err != nil || info2 != info || !bytes.Equal(out, again) {
			t.Errorf("cleaned once\n%s\ntwice\n%s\n%v %v %v", out, again, info, info2, err)
		}
	})
}

func isRefused(t *testing.T, err error) {
	t.Helper()
	var refused *Refused
	if !errors.As(err, &refused) || refused.Reason == "" || refused.Fix == "" {
		t.Errorf("error is %v", err)
	}
}
