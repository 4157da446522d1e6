package standards

// roleTable has one role a line: its name and what it inherits from; flags; the
// parents it requires; the children it expects; the attributes it requires;
// those it supports besides (all without "aria-").
//
// WAI-ARIA 1.2 and 1.3 (https://w3c.github.io/aria/#role_definitions),
// Graphics-ARIA 1.0, DPUB-ARIA 1.1.
const roleTable = `
roletype | abstract | | | |
structure roletype | abstract | | | |
widget roletype | abstract | | | |
window roletype | abstract | | | | modal
section structure | abstract | | | |
sectionhead structure | abstract content | | | |
landmark section | abstract | | | |
input widget | abstract | | | | disabled
command widget | abstract | | | |
composite widget | abstract | | | | activedescendant disabled
range structure | abstract | | | | valuemax valuemin valuenow
group section | | | | | activedescendant disabled
select composite group | abstract | | | | orientation
alert section | | | | |
dialog window | named | | | |
alertdialog alert dialog | named | | | | modal
application structure | named | | | | activedescendant disabled errormessage expanded haspopup invalid
document structure | | | | |
article document | | | | | posinset setsize
banner landmark | | | | |
blockquote section | | | | |
button command | content named leaf | | | | disabled expanded haspopup pressed
caption section | nameless | figure grid table treegrid | | |
cell section | content | row | | | colindex colindextext colspan rowindex rowindextext rowspan
checkbox input | content named leaf | | | checked | errormessage expanded invalid readonly required
code section | nameless | | | |
gridcell cell widget | content | row | | | disabled errormessage expanded haspopup invalid readonly required selected
columnheader cell gridcell sectionhead | content named | row | | | sort
combobox input | named | | | expanded | activedescendant autocomplete controls errormessage haspopup invalid readonly required
comment article | content | | | | level
complementary landmark | | | | |
contentinfo landmark | | | | |
definition section | nameless | | | |
deletion section | nameless | | | |
list section | | | listitem | |
directory list | deprecated | | listitem | |
emphasis section | nameless | | | |
feed list | | | article | |
figure section | | | | |
form landmark | named | | | |
generic structure | nameless | | | |
table section | | | caption row rowgroup | | colcount rowcount
grid composite table | named | | caption row rowgroup | | multiselectable readonly
heading sectionhead | content named | | | level |
image section | named leaf | | | |
img section | named leaf | | | |
insertion section | nameless | | | |
link command | content named | | | | disabled expanded haspopup
listbox select | named | | group option | | errormessage expanded invalid multiselectable readonly required
listitem section | | list | | | level posinset setsize
log section | | | | |
main landmark | | | | |
mark section | nameless | | | |
marquee section | | | | |
math section | | | | |
menu select | | | group menuitem menuitemcheckbox menuitemradio separator | |
menubar menu | | | group menuitem menuitemcheckbox menuitemradio separator | |
menuitem command | content named | group menu menubar | | | disabled expanded haspopup posinset setsize
menuitemcheckbox menuitem | content named leaf | group menu menubar | | checked |
menuitemradio menuitem | content named leaf | group menu menubar | | checked |
meter range | named leaf | | | valuenow | valuetext
navigation landmark | | | | |
none structure | nameless | | | |
presentation structure | nameless | | | |
note section | | | | |
option input | content named leaf | group listbox | | | checked posinset selected setsize
paragraph section | nameless | | | |
progressbar range widget | named leaf | | | | valuetext
radio input | content named leaf | | | checked | posinset setsize
radiogroup select | named | | radio | | errormessage invalid readonly required
region landmark | named | | | |
row group widget | content | grid rowgroup table treegrid | cell columnheader gridcell rowheader | | activedescendant colindex disabled expanded level posinset rowindex rowindextext selected setsize
rowgroup structure | | grid table treegrid | row | |
rowheader cell gridcell sectionhead | content named | row | | | sort
scrollbar range widget | leaf | | | controls valuenow | disabled orientation valuetext
search landmark | | | | |
sectionfooter structure | | | | |
sectionheader structure | | | | |
separator structure widget | leaf | | | | disabled orientation valuemax valuemin valuenow valuetext
slider input range | named leaf | | | valuenow | errormessage haspopup invalid orientation readonly valuetext
spinbutton composite input range | named | | | | errormessage invalid readonly required valuetext
status section | | | | |
strong section | nameless | | | |
subscript section | nameless | | | |
suggestion section | nameless | | deletion insertion | |
superscript section | nameless | | | |
switch checkbox | content named leaf | | | checked |
tab sectionhead widget | content leaf | tablist | | | disabled expanded haspopup posinset selected setsize
tablist composite | | | tab | | level multiselectable orientation
tabpanel section | named | | | |
term section | nameless | | | |
textbox input | named | | | | activedescendant autocomplete errormessage haspopup invalid multiline placeholder readonly required
searchbox textbox | named | | | |
time section | nameless | | | |
timer status | | | | |
toolbar group | | | | | orientation
tooltip section | content | | | |
tree select | named | | group treeitem | | errormessage invalid multiselectable required
treegrid grid tree | named | | caption row rowgroup | |
treeitem listitem option | content named | group tree | | | expanded haspopup
graphics-document document | named | | | |
graphics-object group | | | | |
graphics-symbol image | named leaf | | | |
doc-abstract section | | | | |
doc-acknowledgments landmark | | | | |
doc-afterword landmark | | | | |
doc-appendix landmark | | | | |
doc-backlink link | content named | | | |
doc-biblioentry listitem | deprecated | list doc-bibliography | | |
doc-bibliography landmark | | | | |
doc-biblioref link | content named | | | |
doc-chapter landmark | | | | |
doc-colophon section | | | | |
doc-conclusion landmark | | | | |
doc-cover image | named leaf | | | |
doc-credit section | | | | |
doc-credits landmark | | | | |
doc-dedication section | | | | |
doc-endnote listitem | deprecated | list doc-endnotes | | |
doc-endnotes landmark | | | | |
doc-epigraph section | | | | |
doc-epilogue landmark | | | | |
doc-errata landmark | | | | |
doc-example section | | | | |
doc-footnote section | | | | |
doc-foreword landmark | | | | |
doc-glossary landmark | | | | |
doc-glossref link | content named | | | |
doc-index navigation | | | | |
doc-introduction landmark | | | | |
doc-noteref link | content named | | | |
doc-notice note | | | | |
doc-pagebreak separator | named leaf | | | |
doc-pagefooter section | nameless | | | |
doc-pageheader section | nameless | | | |
doc-pagelist navigation | | | | |
doc-part landmark | | | | |
doc-preface landmark | | | | |
doc-prologue landmark | | | | |
doc-pullquote section | | | | |
doc-qna section | | | | |
doc-subtitle sectionhead | content named | | | |
doc-tip note | | | | |
doc-toc navigation | | | | |
`
