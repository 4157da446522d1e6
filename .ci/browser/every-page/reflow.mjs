// Words stay readable when a reader makes them larger, spaces them out or reads
// on the narrowest phone: nothing has to be scrolled sideways (WCAG 1.4.4,
// 1.4.10), nothing is cut off (WCAG 1.4.12), and no word is broken in two.
import test from "node:test";
import assert from "node:assert/strict";
import { report } from "../browser.mjs";

// https://www.w3.org/TR/WCAG22/#text-spacing
const spaced = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
  p { margin-block-end: 2em !important }`;

const settings = [
  { name: "320 px, which is 400% zoom of 1280 px", width: 320 },
  { name: "320 px with text spacing", width: 320, style: spaced },
  { name: "1280 px with text at 200%", width: 1280, style: "html { font-size: 200% !important }" },
  { name: "1280 px with text spacing", width: 1280, style: spaced },
];

export async function look(page) {
  const lines = [];
  for (const { name, width, style } of settings) {
    await page.setViewportSize({ width, height: 800 });
    await page.evaluate(wear, style ?? "");
    for (const trouble of await page.evaluate(troubles)) lines.push(`${name}: ${trouble}`);
  }
  await page.evaluate(wear, "");
  for (const width of [320, 390]) {
    await page.setViewportSize({ width, height: 800 });
    for (const trouble of await page.evaluate(brokenWords)) lines.push(`${width} px: ${trouble}`);
  }
  return lines;
}

// Runs in the page: a reader's own style, in the place of an earlier one.
function wear(style) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [sheet];
}

// Runs in the page: what sticks out sideways, and what is cut off.
function troubles() {
  const found = [];
  const name = (e) => e.outerHTML.slice(0, 140).replaceAll("\n", " ");
  const view = document.scrollingElement;
  const scrollsItself = (e) => e.closest("pre, [role=region], .table-wrap, .scroll") !== null;
  if (view.scrollWidth > view.clientWidth) {
    found.push(`scrolls sideways: ${view.scrollWidth} px in ${view.clientWidth} px`);
    for (const e of document.body.querySelectorAll("*")) {
      const box = e.getBoundingClientRect();
      if (found.length < 4 && box.width > 0 && (box.right > view.clientWidth + 1 || box.left < -1) && !scrollsItself(e)) found.push(`  sticks out: ${name(e)}`);
    }
  }
  for (const e of document.body.querySelectorAll("*")) {
    const style = getComputedStyle(e);
    const hides = /hidden|clip/.test(style.overflowX + style.overflowY);
    const forEarsOnly = e.clientWidth <= 1 && e.clientHeight <= 1;
    if (!hides || forEarsOnly || e.textContent.trim() === "" || e.namespaceURI.endsWith("svg")) continue;
    if (e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1) found.push(`cut off: ${name(e)}`);
  }
  return found;
}

// Runs in the page: words that are broken in two though no hyphen, slash or
// address is in them, as happens where a column is too narrow.
function brokenWords() {
  const found = [];
  const forEarsOnly = (e) => e && e !== document.body && (e.getBoundingClientRect().width <= 1 || forEarsOnly(e.parentElement));
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    if (text.parentElement.closest("pre, code, textarea, .skip") || !text.parentElement.checkVisibility() || forEarsOnly(text.parentElement)) continue;
    for (const { 0: word, index } of text.data.matchAll(/[\p{L}\p{M}]{4,}/gu)) {
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      const boxes = [...range.getClientRects()].filter((box) => box.width > 1);
      if (boxes.some((box) => box.top > boxes[0].top + boxes[0].height / 2)) found.push(`"${word}" is broken in ${text.parentElement.closest("[class], [id]").outerHTML.slice(0, 120).replaceAll("\n", " ")}`);
    }
  }
  return found;
}

export function tests(site) {
  test("the look at a page sees what sticks out and what is cut off", async () => {
    const page = await site.browser.newPage({ bypassCSP: true, viewport: { width: 320, height: 700 } });
    await page.goto(site.server.origin + site.seen[0].address);
    await page.evaluate(() => {
      document.querySelector("main").insertAdjacentHTML("beforeend", '<p style="inline-size:30rem">wide</p><div style="block-size:1rem;overflow:hidden"><p>one</p><p>two</p></div>');
    });
    const found = (await page.evaluate(troubles)).join("\n");
    await page.close();
    assert.match(found, /scrolls sideways/);
    assert.match(found, /cut off/);
  });

  test("the look at words sees one that is broken in two", async () => {
    const page = await site.browser.newPage({ bypassCSP: true });
    await page.goto(site.server.origin + site.seen[0].address);
    await page.evaluate(() => document.querySelector("main").insertAdjacentHTML("beforeend", '<p style="inline-size:4em;overflow-wrap:anywhere">recommendations</p>'));
    assert.match((await page.evaluate(brokenWords)).join("\n"), /"recommendations" is broken/);
    await page.close();
  });

  test("no page scrolls sideways, cuts words off or breaks them in two, however large or spaced its text", () => {
    const { count, text } = report(site.seen.map(({ address, reflow }) => reflow.map((line) => `${address}, ${line}`)));
    assert.equal(count, 0, text);
  });
}
