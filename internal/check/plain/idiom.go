package plain

import (
	"sync"

	"handrail/internal/check"
	"handrail/internal/finding"
	"handrail/internal/prose"
	"handrail/internal/site"
)

var idiom = &check.Check{
	ID:       "plain/idiom",
	Severity: finding.Warning,
	Source: func(p *check.SourcePass) {
		for _, language := range languagesOf(p) {
			book, list := idioms(language)
			book.find(p.Passages(), language, func(x *site.Passage, id int, part prose.Span) {
				p.Found(x.At(part.Start), "“"+part.In(x.Text)+"” does not mean what its words say; write what is meant, such as "+quotedList(list[id][1]))
			})
		}
	},
}

// idioms returns the sayings of a language as a phrasebook.
func idioms(language string) (phrasebook, [][2]string) {
	all := idiomBooks()
	return all[language], sayings[language]
}

var idiomBooks = sync.OnceValue(func() map[string]phrasebook {
	all := map[string]phrasebook{}
	for language, list := range sayings {
		all[language] = phrasebook{}
		for i, saying := range list {
			all[language].add(saying[0], i)
		}
	}
	return all
})

// sayings are common ones that cannot be understood word by word, with what
// they mean.
var sayings = map[string][][2]string{
	"en": {
		{"at the end of the day", "in the end"}, {"be on the same page", "agree"}, {"are on the same page", "agree"}, {"touch base", "talk"},
		{"rule of thumb", "a simple rule"}, {"low hanging fruit", "the easy part"}, {"low-hanging fruit", "the easy part"},
		{"outside the box", "in a new way"}, {"hit the ground running", "start well"}, {"piece of cake", "easy"},
		{"back to square one", "start again"}, {"move the needle", "make a difference"}, {"deep dive", "a close look"},
		{"in a nutshell", "in short"}, {"ball is in your court", "it is your turn"}, {"bend over backwards", "try very hard"},
		{"bite the bullet", "do the hard thing"}, {"cut corners", "leave out steps"}, {"get the ball rolling", "start"},
		{"on the fence", "not sure"}, {"under the weather", "ill"}, {"up in the air", "not decided"}, {"red tape", "paperwork"},
		{"the big picture", "the whole"}, {"go the extra mile", "do more than you must"}, {"raise the bar", "ask for more"},
		{"across the board", "for everyone"}, {"ballpark figure", "a rough number"}, {"best of both worlds", "both good things"},
		{"blessing in disguise", "good in the end"}, {"burn the midnight oil", "work late"}, {"by and large", "mostly"},
		{"cold feet", "afraid to start"}, {"drop the ball", "make a mistake"}, {"easier said than done", "hard to do"},
		{"fall through the cracks", "be forgotten"}, {"falls through the cracks", "is forgotten"}, {"few and far between", "rare"},
		{"get your foot in the door", "get a first chance"}, {"give the benefit of the doubt", "trust for now"},
		{"in the loop", "informed"}, {"in the same boat", "in the same situation"}, {"jump through hoops", "do many needless steps"},
		{"jump on the bandwagon", "join in"}, {"keep an eye on", "watch"}, {"kill two birds with one stone", "do two things at once"},
		{"last straw", "the thing that was too much"}, {"learn the ropes", "learn how"}, {"level playing field", "the same chance for all"},
		{"light at the end of the tunnel", "hope"}, {"no brainer", "an easy choice"}, {"no-brainer", "an easy choice"},
		{"once in a blue moon", "rarely"}, {"paint a picture of", "describe"}, {"play it by ear", "decide as we go"},
		{"pull strings", "use influence"}, {"put all your eggs in one basket", "rely on one thing"}, {"rock the boat", "cause trouble"},
		{"see eye to eye", "agree"}, {"shoot from the hip", "speak without thinking"}, {"sit tight", "wait"},
		{"spill the beans", "tell the secret"}, {"take it with a grain of salt", "do not fully believe it"},
		{"tip of the iceberg", "a small part"}, {"the whole nine yards", "everything"}, {"time is of the essence", "hurry"},
		{"turn a blind eye", "look away"}, {"uphill battle", "hard work"}, {"water under the bridge", "over"},
		{"boots on the ground", "people who are there"}, {"elephant in the room", "what nobody says"}, {"buy in", "agreement"}, {"buy-in", "agreement"},
	},
	"es": {
		{"al pie de la letra", "exactamente"}, {"a la larga", "con el tiempo"}, {"borrón y cuenta nueva", "empezar de nuevo"},
		{"coger el toro por los cuernos", "enfrentar el problema"}, {"dar en el clavo", "acertar"}, {"de la noche a la mañana", "de repente"},
		{"echar una mano", "ayudar"}, {"en un abrir y cerrar de ojos", "muy rápido"}, {"estar en la misma página", "estar de acuerdo"},
		{"hacer la vista gorda", "no querer ver"}, {"ir al grano", "decir lo importante"}, {"la punta del iceberg", "una parte pequeña"},
		{"matar dos pájaros de un tiro", "hacer dos cosas a la vez"}, {"meter la pata", "equivocarse"}, {"no tener pelos en la lengua", "hablar claro"},
		{"poner las cartas sobre la mesa", "decirlo todo"}, {"romper el hielo", "empezar a hablar"}, {"sin ton ni son", "sin razón"},
		{"tirar la toalla", "rendirse"}, {"a ojo de buen cubero", "más o menos"}, {"ser pan comido", "ser fácil"}, {"la gota que colmó el vaso", "lo que ya fue demasiado"},
	},
	"fr": {
		{"tirer son épingle du jeu", "s'en sortir bien"}, {"la pointe de l'iceberg", "une petite partie"}, {"jeter l'éponge", "abandonner"},
		{"mettre les pieds dans le plat", "dire ce qui gêne"}, {"du jour au lendemain", "tout à coup"}, {"prendre le taureau par les cornes", "agir"},
		{"au pied de la lettre", "exactement"}, {"fermer les yeux sur", "ne pas vouloir voir"}, {"briser la glace", "commencer à parler"},
	},
	"de": {
		{"auf den punkt bringen", "kurz sagen"}, {"die spitze des eisbergs", "ein kleiner Teil"}, {"das handtuch werfen", "aufgeben"},
		{"unter einen hut bringen", "verbinden"}, {"ein auge zudrücken", "nicht so genau nehmen"}, {"den nagel auf den kopf treffen", "genau recht haben"},
		{"das eis brechen", "ins Gespräch kommen"}, {"auf der kippe stehen", "unsicher sein"},
	},
}
