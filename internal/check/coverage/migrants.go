package coverage

import (
	"slices"

	"handrail/internal/check"
	"handrail/internal/finding"
)

// few is how many stories a library may have before anything is said of what
// they have in common.
const few = 3

// What tells that a story is about somebody who came from elsewhere: the ids of
// contexts, and words of its text.
var (
	migrantContexts = []string{"migration", "migrant", "migrants", "immigration", "immigrant", "refugees", "refugee", "visa"}
	migrantWords    = map[string][]string{
		"en": {"visa", "visas", "passport", "passports", "embassy", "border", "borders", "migrant", "migrants", "immigrant", "immigrants", "undocumented", "refugee", "refugees", "deported", "deport", "deportation"},
		"es": {"visa", "visado", "pasaporte", "pasaportes", "embajada", "frontera", "fronteras", "migrante", "migrantes", "inmigrante", "inmigrantes", "indocumentada", "indocumentado", "refugiada", "refugiado", "deportar", "deportaron"},
		"ar": {"تأشيرة", "التأشيرة", "جواز", "سفارة", "السفارة", "حدود", "الحدود", "مهاجر", "مهاجرة", "مهاجرون", "المهاجرين", "لاجئ", "لاجئة", "ترحيل", "كفيل", "الكفيل"},
	}
)

var migrants = &check.Check{
	ID:       "coverage/migrants",
	Severity: finding.Warning,
	Site: func(p *check.SitePass) {
		if p.Site.Config.Coverage.Migrants != "" {
			return
		}
		atWork := 0
		for _, t := range stories(p.Site) {
			if !t.atWork(p.Site) {
				continue
			}
			if atWork++; !t.ofMigrants() {
				return
			}
		}
		if atWork >= few {
			p.Found(p.Site.Config.At("context"), "each story about work is about somebody who came from another country")
		}
	},
}

// ofMigrants tells whether a story is about somebody who came from elsewhere.
func (t story) ofMigrants() bool {
	for _, id := range t.context {
		if slices.Contains(migrantContexts, id) {
			return true
		}
	}
	known := migrantWords[primary(t.page.Lang.Tag)]
	for _, b := range t.page.Doc.Blocks {
		for _, w := range words(b.Text) {
			if slices.Contains(known, w) {
				return true
			}
		}
	}
	return false
}
