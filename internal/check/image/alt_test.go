package image

import "testing"

func TestAnnounces(t *testing.T) {
	for _, c := range []struct{ tag, alt, want string }{
		{"en", "Image of a door", "image of"},
		{"en-GB", "  THE  Photograph of a door", "photograph of"},
		{"en", "This is a picture of a door", "picture of"},
		{"en", "Picture frames on a shelf", ""},
		{"en", "image of", ""}, // says nothing, but in another way
		{"en", "Imagen de una puerta", ""},
		{"es", "Imagen de una puerta", "imagen de"},
		{"es-MX", "Una foto del patio", "foto del"},
		{"es", "Fotos en la pared", ""},
		{"ar", "صورة باب مفتوح", "صورة"},
		{"ar", "صورة على الجدار", ""},
		{"fr", "Une photo d’une porte", "photo d’"},
		{"de", "Ein Bild von einer Tür", "bild von"},
		{"ko", "image of a door", ""},
	} {
		if got := announces(c.tag, c.alt); got != c.want {
			t.Errorf("%s: %q begins with %q, wanted %q", c.tag, c.alt, got, c.want)
		}
	}
}

func TestNamesFile(t *testing.T) {
	for _, c := range []struct {
		alt, file string
		want      bool
	}{
		{"boots.svg", "boots.svg", true},
		{"BOOTS.SVG", "boots.svg", true},
		{"work-boots", "work-boots.jpg", true},
		{"holiday.jpeg", "boots.svg", true},
		{"IMG_2034", "boots.svg", true},
		{"DSC00017", "boots.svg", true},
		{"PXL_20260101_101010", "boots.svg", true},
		{"Boots", "boots.svg", false},
		{"Work boots", "work-boots.jpg", false},
		{"Save it as boots.svg", "boots.svg", false},
		{"Photo 3 of the series", "boots.svg", false},
		{"", "boots.svg", false},
	} {
		if got := namesFile(c.alt, c.file); got != c.want {
			t.Errorf("%q of %s: %v, wanted %v", c.alt, c.file, got, c.want)
		}
	}
}
