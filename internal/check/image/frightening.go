package image

import (
	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/terms"
)

var frightening = &check.Check{
	ID:       "image/frightening",
	Severity: finding.Warning,
	Source: func(p *check.SourcePass) {
		list := expected[primary(p.Page.Lang)]
		for _, image := range pictures(p.Page) {
			for _, text := range []string{image.alt, image.caption} {
				if found := list.Find(text); len(found) > 0 {
					m := found[0]
					p.Found(image.altAt, "this picture seems to show “"+text[m.Begin:m.End]+"”")
					break
				}
			}
		}
	},
}

// expected is what pictures about trafficking show too often, as words for
// them would name it.
var expected = map[string]*terms.List{
	"en": terms.Own("en", []string{
		"chain/chains on/around/at/and", "in chains", "chained", "broken chain/chains", "rusty/heavy/iron chain/chains", "shackle", "shackled", "handcuff", "handcuffed", "cuffs on", "in cuffs", "behind/through bars",
		"prison/cell/cage bars", "barred window", "window with bars", "cage", "caged", "tied/bound hands/wrists/feet", "hands tied/bound", "tied/bound with rope", "gagged", "taped mouth", "tape over/on her/his/their/a mouth",
		"hand over her/his/their/a mouth", "tear/tears on/in/down/running", "in tears", "crying", "weeping", "sobbing", "face/faces in shadow/shadows", "face/faces in the shadow/shadows", "face/faces in the dark",
		"shadowy figure/man/woman/face", "hooded figure/man", "silhouette of a man/woman/girl/boy/child/person behind", "bruise", "bruised", "cowering", "huddled in a corner", "barcode on", "price tag on", "for sale sign", "help written on",
	}),
	"es": terms.Own("es", []string{
		"encadenada/encadenado/encadenadas/encadenados", "cadenas en/alrededor/rotas/oxidadas", "con cadenas", "grillete", "esposas en las/sus muñecas", "esposada/esposado", "tras las rejas", "detrás de las rejas/barrotes", "tras los barrotes", "ventana con rejas", "jaula", "enjaulada/enjaulado",
		"manos/muñecas atadas", "amordazada/amordazado", "boca tapada", "lágrima", "llorando", "llora", "rostro/cara/rostros/caras en la sombra", "rostro/cara/rostros/caras entre sombras", "figura en la sombra", "moretón", "moretones", "código de barras en",
	}),
	"ar": terms.Own("ar", []string{
		"سلاسل", "مقيد/مقيدة/مقيدتان/مقيدين", "مكبل/مكبلة", "أصفاد", "قضبان", "خلف القضبان", "قفص", "دموع", "تبكي/يبكي", "وجه في الظل", "وجوه في الظل", "كدمة/كدمات",
	}),
}
