// Package markdown reads pages and writes them as HTML.
//
// It reads CommonMark and GitHub's additions to it, footnotes, definition
// lists, and three things of our own: attributes in braces, spans with a
// language, and fenced containers such as :::prompt. A page is read once;
// everything that checks want to know about it is then in the Document, as
// plain words with their places. What only the site knows (where a link
// leads, which files a picture has, how a container looks) comes in through
// Rendering when the page is written.
//
// Three promises hold for any input. Reading and writing take time that grows
// no faster than the page: what would cost more is refused with a place
// (cost.go). Nothing that a writer types becomes a script, a request to
// another place or a broken page. And every element that is written says, in
// data-at, which byte of which file it came from, so that a check of the
// finished page can point at a line that a person can change.
//
// A theme styles these classes: table-wrap, align-left, align-right,
// align-center; footnotes, footnote-back; term; credit; and in code
// kw (keyword), st (string), nu (number), co (comment), fn (function, class),
// tg (tag), at (attribute), in (inserted), de (deleted), he (heading, prompt).
// Without a theme a container is a div with its name as its class.
package markdown
