package media

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/draw"
	"image/gif"
	"image/png"
	"slices"
	"testing"
)

func TestWidths(t *testing.T) {
	for _, c := range []struct {
		own    int
		widths []int
		want   []int
	}{
		{1000, []int{480, 960, 1600}, []int{480, 960, 1000}},
		{2000, []int{1600, 480, 960, 480}, []int{480, 960, 1600}},
		{480, []int{480, 960}, []int{480}},
		{100, []int{480}, []int{100}},
		{100, nil, []int{100}},
		{100, []int{-5, 0}, []int{100}},
	} {
		var got []int
		for _, size := range wanted(image.Pt(c.own, 300), c.widths) {
			got = append(got, size.X)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%d wide, asked for %v: made %v, want %v", c.own, c.widths, got, c.want)
		}
	}
}

func TestFormats(t *testing.T) {
	clear := photo(60, 40)
	draw.Draw(clear, image.Rect(0, 0, 20, 20), image.NewUniform(color.RGBA{}), image.Point{}, draw.Src)
	flat := image.NewRGBA(image.Rect(0, 0, 60, 40))
	draw.Draw(flat, flat.Rect, image.NewUniform(color.RGBA{200, 180, 20, 255}), image.Point{}, draw.Src)
	for _, c := range []struct {
		name string
		data []byte
		ext  string
	}{
		{"photograph as JPEG", asJPEG(t, photo(60, 40)), ".jpg"},
		{"photograph as PNG", asPNG(t, photo(60, 40)), ".jpg"},
		{"transparent PNG", asPNG(t, clear), ".png"},
		{"drawing as PNG", asPNG(t, flat), ".png"},
		{"drawing as JPEG", asJPEG(t, flat), ".jpg"},
		{"WebP of few colours", asWebP(flat), ".png"},
		{"GIF", asGIF(t, 2), ".png"},
	} {
		all, err := Resize(c.data, []int{30})
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if all[0].Ext != c.ext {
			t.Errorf("%s became %s", c.name, all[0].Ext)
		}
		again, _ := Resize(c.data, []int{30})
		if !bytes.Equal(all[0].Data, again[0].Data) {
			t.Errorf("%s: two runs differ", c.name)
		}
	}
}

func TestTransparencyStays(t *testing.T) {
	m := image.NewNRGBA(image.Rect(0, 0, 40, 40))
	draw.Draw(m, image.Rect(20, 0, 40, 40), image.NewUniform(color.NRGBA{255, 0, 0, 128}), image.Point{}, draw.Src)
	all, err := Resize(asPNG(t, m), []int{20})
	if err != nil {
		t.Fatal(err)
	}
	out, err := png.Decode(bytes.NewReader(all[0].Data))
	if err != nil {
		t.Fatal(err)
	}
	if _, _, _, a := out.At(2, 10).RGBA(); a != 0 {
		t.Errorf("clear part has alpha %d", a)
	}
	if c := color.NRGBAModel.Convert(out.At(17, 10)).(color.NRGBA); c.R < 250 || c.A < 126 || c.A > 130 {
		t.Errorf("half clear part is %v", c)
	}
}

// A first frame may cover only part of a GIF's area.
func TestFirstFrame(t *testing.T) {
	palette := color.Palette{color.RGBA{255, 0, 0, 255}, color.RGBA{0, 0, 255, 255}}
	small := image.NewPaletted(image.Rect(10, 10, 20, 20), palette)
	second := image.NewPaletted(image.Rect(0, 0, 40, 40), palette)
	for i := range second.Pix {
		second.Pix[i] = 1
	}
	var b bytes.Buffer
	err := gif.EncodeAll(&b, &gif.GIF{Image: []*image.Paletted{small, second}, Delay: []int{1, 1}, Config: image.Config{Width: 40, Height: 40}})
	if err != nil {
		t.Fatal(err)
	}
	all, err := Resize(b.Bytes(), nil)
	if err != nil {
		t.Fatal(err)
	}
	out, _ := png.Decode(bytes.NewReader(all[0].Data))
	if out.Bounds().Dx() != 40 {
		t.Fatalf("size is %v", out.Bounds())
	}
	if r, _, blue, _ := out.At(15, 15).RGBA(); r == 0 || blue != 0 {
		t.Error("the first frame is not where it was")
	}
	if _, _, _, a := out.At(30, 30).RGBA(); a != 0 {
		t.Error("around the first frame something is drawn")
	}
}

// Reducing first must give nearly what averaging would.
func TestReduce(t *testing.T) {
	m := photo(203, 101)
	out := reduce(m, 4)
	if out.Rect.Size() != image.Pt(51, 26) {
		t.Fatalf("size is %v", out.Rect)
	}
	for _, p := range []image.Point{{3, 3}, {50, 25}, {40, 2}} {
		want := m.RGBAAt(min(202, p.X*4+1), min(100, p.Y*4+1))
		got := out.RGBAAt(p.X, p.Y)
		if far(got.R, want.R) || far(got.G, want.G) || far(got.B, want.B) || got.A != 255 {
			t.Errorf("at %v: %v, want about %v", p, got, want)
		}
	}
}

func far(a, b uint8) bool { return max(a, b)-min(a, b) > 12 }

func TestResizeRefuses(t *testing.T) {
	broken := asJPEG(t, photo(60, 40))
	broken = slices.Concat(broken[:200], []byte{0xff, 0xda, 0, 2}, broken[len(broken)-2:])
	for name, data := range map[string][]byte{
		"huge": hugePNG(30_000), "broken": broken, "svg": []byte(`<svg viewBox="0 0 1 1"/>`), "empty": nil,
	} {
		_, err := Resize(data, []int{480})
		var refused *Refused
		if !errors.As(err, &refused) {
			t.Errorf("%s: error is %v", name, err)
		}
	}
}
