package revoke

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
)

// letters are drafts in each language that Handrail speaks: to search engines, to
// archives, to those who published it again. They say as little as they can.
var letters = map[string]map[string]string{
	"en": {
		"search-engines": "To the team of the search engine,\n\nThe pages below are no longer public. Please remove them from your results, and remove your saved copies and previews.\n\n%s\nThank you.\n",
		"archives":       "To the team of the archive,\n\nThe person whose words stood on the pages below has taken them back. Please remove your copies, and please make no new ones.\n\n%s\nThis is about a person's safety and choice. We ask you not to make a list of what was removed.\n\nThank you.\n",
		"republishers":   "Hello,\n\nYou may have published, linked to or printed a piece that stood at the addresses below. The person whose words it holds has taken it back. Please take it out of your pages, files, lists and printed packs, and tell others to whom you gave it.\n\n%s\nPlease do not ask why. Thank you.\n",
	},
	"es": {
		"search-engines": "Al equipo del buscador:\n\nLas páginas de abajo ya no son públicas. Pedimos que las quiten de sus resultados, y que borren las copias guardadas y las vistas previas.\n\n%s\nGracias.\n",
		"archives":       "Al equipo del archivo:\n\nLa persona cuyas palabras estaban en las páginas de abajo las ha retirado. Pedimos que borren sus copias y que no hagan otras nuevas.\n\n%s\nSe trata de la seguridad y la decisión de una persona. Pedimos que no hagan una lista de lo que se quitó.\n\nGracias.\n",
		"republishers":   "Hola:\n\nEs posible que hayan publicado, enlazado o impreso un texto que estaba en las direcciones de abajo. La persona cuyas palabras contiene lo ha retirado. Pedimos que lo quiten de sus páginas, archivos, listas y hojas impresas, y que avisen a quienes se lo dieron.\n\n%s\nPor favor, no pregunten por qué. Gracias.\n",
	},
	"ar": {
		"search-engines": "إلى فريق محرك البحث،\n\nلم تعد الصفحات المذكورة أدناه متاحة للعموم. نرجو إزالتها من نتائجكم، وحذف النسخ المحفوظة والمعاينات.\n\n%s\nشكرًا لكم.\n",
		"archives":       "إلى فريق الأرشيف،\n\nسُحبت الكلمات التي كانت في الصفحات المذكورة أدناه بطلب من صاحبها أو صاحبتها. نرجو حذف نسخكم وعدم إنشاء نسخ جديدة.\n\n%s\nالأمر يتعلق بسلامة إنسان وباختياره. نرجو ألا تضعوا قائمة بما أُزيل.\n\nشكرًا لكم.\n",
		"republishers":   "تحية طيبة،\n\nربما نشرتم نصًا كان في العناوين المذكورة أدناه، أو وضعتم رابطًا إليه، أو طبعتموه. سُحب هذا النص بطلب من صاحبه أو صاحبته. نرجو إزالته من صفحاتكم وملفاتكم وقوائمكم ومطبوعاتكم، وإخبار من أعطيتموه إياه.\n\n%s\nنرجو ألا تسألوا عن السبب. شكرًا لكم.\n",
	},
}

// papers writes the addresses, the letters and what cannot be undone into the
// folder of the removal.
func (w *work) papers() error {
	dir := folder(w.state, w.id)
	list := strings.Join(w.note.Addresses, "\n") + "\n"
	if err := save(filepath.Join(dir, "addresses.txt"), []byte(list)); err != nil {
		return err
	}
	var tags []string
	for _, tag := range w.note.Languages {
		base, _, _ := strings.Cut(tag, "-")
		if letters[base] == nil {
			base = "en"
		}
		if !slices.Contains(tags, base) {
			tags = append(tags, base)
		}
	}
	for _, tag := range tags {
		for to, text := range letters[tag] {
			if err := save(filepath.Join(dir, "letter-"+to+"."+tag+".txt"), fmt.Appendf(nil, text, list)); err != nil {
				return err
			}
		}
	}
	var remains strings.Builder
	for _, line := range w.report.Remains() {
		remains.WriteString(line + "\n")
	}
	return save(filepath.Join(dir, "what-remains.txt"), []byte(remains.String()))
}

// Remains says in plain sentences what no program can undo.
func (r *Report) Remains() []string {
	lines := []string{
		"Copies that people have made: downloads, screenshots, printouts, what someone remembers.",
		"Feed readers and mail programs that have fetched it already.",
		"Search engines and web archives, until they answer your letter.",
		"Other sites that have copied it, and forks of your repository.",
		"The site on your server, until you upload the output folder again. Older deployments and backups may stay reachable: ask your host to delete them.",
		"Logs of builds and of servers, which may name the address.",
	}
	if len(r.Sources) > 0 {
		lines = append(lines, "The source, which was not touched: "+strings.Join(r.Sources, ", ")+". Delete it if the person wants that.")
	}
	if len(r.Commits) > 0 {
		lines = append(lines, fmt.Sprintf("The history of git: %d commits hold the source: %s.", len(r.Commits), strings.Join(r.Commits, ", ")))
	}
	return lines
}
