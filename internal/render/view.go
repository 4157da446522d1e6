package render

import (
	"html/template"
	"strings"

	"handrail/internal/lang"
	"handrail/internal/site"
)

// A View is everything that a layout can read. It holds words and addresses
// that may be shown, never a file or a record, so a theme cannot leak what it
// cannot name.
type View struct {
	Layout    string // the layout's name, for the page's styles
	Lang, Dir string // BCP 47, and ltr or rtl
	SiteTitle string
	Notice    string // said on every page; empty where there is nothing to say
	Leave     string // where "leave this page" leads, on another site
	// Own is the origin that the site has for itself, such as
	// https://library.example: what is kept there no other site can read. Empty
	// where the site shares it, or where nobody knows.
	Own       string
	Title     string
	TabTitle  string
	Summary   string
	Canonical string // absolute; empty without a base URL
	FeedHref  string
	// AnyLanguage is the address of the choice of languages, on it and on what it
	// leads to.
	AnyLanguage string

	Home      Link
	Crumbs    []Link         // from the home page down, without the page itself
	Sections  []Link         // the main navigation
	Required  []Link         // safety, removal and the like: on every page
	Languages []LanguageLink // the switcher
	Robots    string         // "noindex" where a page is not for search engines
	// Unapproved is set in the preview, on a page that nobody has approved yet.
	Unapproved bool
	// NotForPrint is set where a person has not allowed the page to be printed.
	NotForPrint bool

	*Piece   // a page of content; nil on the others
	*Listing // lists; nil on pages of content that show none

	page     site.Address
	language lang.Language
	renderer *Renderer
	source   *site.Page
}

// A Link leads to a page. Note is set where the page is in another language,
// and says so in words.
type Link struct {
	Text, Href string
	Lang, Dir  string // of Text, where it is not the page's
	Note       string
	Summary    string
	Current    bool
	ID         string
}

// A LanguageLink is one entry of the language switcher.
type LanguageLink struct {
	Tag, Dir, Name string // Name in the language itself
	Href           string // the same page, or the language's home page
	Absolute       string // the same with the site's own origin; empty without a base URL
	InWords        string // its name in the language of the page
	Current        bool
	Here           bool // the very page is there in that language
}

// A Piece is what a page of content shows of itself.
type Piece struct {
	ID, Kind, Role string
	Authors        []string
	ByChoice       bool // uncredited by choice
	ContentNotes   []string
	WrittenFor     []string
	Version        int
	Changed        string // written out: "March 2026"
	AdaptedFrom    string
	AdaptedBy      string
	ReviewedBy     string
	TestedBy       []string // readers who tried an Easy Read page
	NotReviewed    bool     // a translation that nobody fluent has checked yet
	Translation    *TranslationView
	Minutes        int    // reading time
	Level          string // "easy", "everyday" or "hard" to read; empty where that cannot be said
	Number         int
	Image          *Picture
	Body           template.HTML
	Contents       []Entry // headings of the second level, with those of the third below
	Short, Long    *Link

	Story    *StoryView
	Workbook *WorkbookView
	Guide    *GuideView
	Event    *EventView
	Terms    []TermView
	Contact  []Contact
}

// An Entry is one line of a table of contents.
type Entry struct {
	ID, Text string
	Level    int
	Below    []Entry
}

// A Picture is an image as a page shows it.
type Picture struct {
	Src, SrcSet   string
	Width, Height int
	Alt           string
	Caption       string
	Credit        string
	Description   string // the id of what describes it at length
}

// A StoryView is what only stories show.
type StoryView struct {
	Composite    bool
	Contributors int
	Contexts     []Link
	TermsOfUse   string // free-until-withdrawn, or as written
	Previous     *Link
	Next         *Link
}

// A WorkbookView is what only workbooks show.
type WorkbookView struct {
	LargePrint bool
	PauseText  string
	Prompts    int
}

// A GuideView is what only guides show.
type GuideView struct {
	ProcessNotes    bool
	Recommendations []RecommendationView
	Priorities      *Link  // the matrix
	Audiences       []Link // recommendations for one audience
	Reports         []Link // what organisations say they do
}

// An EventView is what only event guides show.
type EventView struct {
	Host, Speaker bool
	Pays          bool
	CostsUpfront  []string
	Access        []string
	Refusal       string
	Pair          *Link // the speaker's sheet, or the host's guide
}

// A TermView is one entry of the glossary.
type TermView struct {
	ID, Name string
	Disputed bool
	Meanings []MeaningView
	At       string
}

// A MeaningView is what one community means by a term.
type MeaningView struct {
	Text, UsedBy, AvoidedBy, Place string
	Legal                          bool
}

// A Contact is a public way to reach people; Href is empty for one in words.
type Contact struct{ Text, Href string }

// A Listing is what lists show.
type Listing struct {
	Groups          []Group
	GuideLink       *Link
	Audience        string // the audience's name
	Recommendations []RecommendationView
	Report          *ReportView
	Tasks           []Link
}

// A Group is a heading with cards below it.
type Group struct {
	ID, Title string
	Href      string
	Cards     []Card
}

// A Card stands for a page in a list.
type Card struct {
	Link
	Kind         string
	Minutes      int
	Authors      []string
	ContentNotes []string
	WrittenFor   []string
	Image        *Picture
	Number       int
	Short        *Link // its short version, where the list leaves that out
	// Unapproved and NotForPrint are as in View.
	Unapproved, NotForPrint bool
}

// A RecommendationView is one recommendation in a list or a matrix.
type RecommendationView struct {
	ID, Title, Href                   string
	Lang, Dir                         string
	Audiences                         []string // names
	Impact, Resources, Sustainability int
	Future                            bool
	Why                               template.HTML
	Status, Month, Note               string // in a report
	StatusKey                         string // not-started, trying, in-place, stopped
	NoteLang, NoteDir                 string
}

// A ReportView is an organisation's impact and integrity report.
type ReportView struct {
	Organisation string
	Since        string
	Counts       []Count
	Rows         []RecommendationView
}

// A Count is how many recommendations have a status.
type Count struct {
	Key, Text string
	N         int
}

// A ContainerView is what the HTML of a fenced container is made of.
type ContainerView struct {
	*View
	ID, Name, At string
	Attributes   map[string]string
	Title        template.HTML // empty where it has none
	Body         template.HTML // without the title
	All          template.HTML
	Parts        []PartView
	Lines        []int // of a prompt: one for each blank line
	Source       *Link // of a pull quote
	Audiences    []string
	Repairs      []Link   // of a harm
	Level        int      // of its heading: one below the heading it stands under
	Elsewhere    []string // who learns of a press on one of its links, where they lead to other sites

	Recommendation *RecommendationView // of a recommendation
}

// A PartView is a heading of a container and what stands below it.
type PartView struct {
	ID          string
	Title, Body template.HTML
}

// T returns an interface word in the page's language.
func (v *View) T(key string, pairs ...any) (string, error) {
	return v.renderer.theme.Text(v.language, key, pairs...)
}

// List joins words to one line, as the page's language divides a list. None of
// them can turn its neighbours.
func (v *View) List(items []string) (string, error) {
	comma, err := v.T("list_comma")
	apart := make([]string, len(items))
	for i, item := range items {
		apart[i] = v.Isolate(item)
	}
	return strings.Join(apart, comma), err
}

// Isolate keeps a name or a title that runs the other way from turning what
// stands beside it.
func (v *View) Isolate(text string) string { return v.language.Isolate(text) }

// Asset returns the address of a file of the theme.
func (v *View) Asset(name string) string { return v.renderer.asset(v.page, name) }

// Number writes a whole number as the page's language does.
func (v *View) N(n int) string { return v.language.Number(n) }

// At returns where a key of the front matter was written, for the checks; it
// is removed before the page is published.
func (v *View) At(key string) string {
	if v.source == nil {
		return ""
	}
	return v.renderer.fieldAt(v.source, key)
}
