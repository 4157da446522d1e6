// Without style and without script every page is complete: the same words in the
// same order, the way past the menus first, and nothing that only looks explain.
import test, { after, before } from "node:test";
import assert from "node:assert/strict";
import { onePageOfEveryKind, pagesOf, serve, workshop } from "./site.mjs";
import { each, openBrowser, report } from "./browser.mjs";

let shop, folder, server, browser;
before(async () => {
  shop = workshop();
  folder = shop.build("public");
  server = await serve(folder);
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await server?.close();
  shop?.remove();
});

// Runs in the page: what a reader gets from top to bottom.
function read() {
  const seen = (e) => e.checkVisibility({ visibilityProperty: true });
  const named = (e) => e.labels?.[0]?.innerText || e.ariaLabel || e.getAttribute("aria-labelledby");
  const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter(seen);
  return {
    words: document.body.innerText.replace(/\s+/g, " ").trim(),
    headings: headings.map((h) => Number(h.tagName[1])),
    first: document.querySelector("a[href], button, input, textarea, summary")?.getAttribute("href"),
    marks: [...document.querySelectorAll("main i, main span")].filter((e) => seen(e) && !e.innerText.trim() && !e.closest("[aria-hidden=true], .lines")).map((e) => e.outerHTML.slice(0, 100)),
    boxes: [...document.querySelectorAll("input, textarea, select")].filter((e) => !named(e)).map((e) => e.outerHTML.slice(0, 100)),
    tables: [...document.querySelectorAll("table")].filter((t) => !t.querySelector("th")).length,
    top: document.querySelector("main")?.matches("#hr-main"),
  };
}

// Where two texts begin to differ.
function differs(a, b) {
  if (a === b) return undefined;
  let at = 0;
  while (a[at] === b[at]) at++;
  return `"${a.slice(Math.max(0, at - 40), at + 60)}" is "${b.slice(Math.max(0, at - 40), at + 60)}"`;
}

// Opens pages in a browser with some settings, and looks at each.
async function visit(addresses, settings, look) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, ...settings });
  const found = await each(context, addresses, async (page, address) => {
    await page.goto(server.origin + address);
    return look(page, address);
  });
  await context.close();
  return found;
}

test("without style every page has the same words in the same order, and sense in its structure", async () => {
  const addresses = pagesOf(folder);
  assert.ok(addresses.length > 50, `only ${addresses.length} pages were built`);
  const found = await visit(addresses, {}, async (page, address) => {
    const whole = await page.evaluate(read);
    const off = await page.evaluate(() => {
      document.querySelectorAll("link[rel=stylesheet], style").forEach((e) => e.remove());
      document.querySelectorAll("[style]").forEach((e) => e.removeAttribute("style"));
      return document.styleSheets.length;
    });
    const bare = await page.evaluate(read);
    const difference = differs(whole.words, bare.words);
    return [
      off > 0 && "the style is still on",
      difference,
      (bare.headings[0] !== 1 || bare.headings.some((level, n) => n > 0 && level > bare.headings[n - 1] + 1)) && `headings go ${bare.headings.join(" ")}`,
      (bare.first !== "#hr-main" || !bare.top) && "the way past the menus is not first",
      bare.marks.length > 0 && `signs without words: ${bare.marks.join(" ")}`,
      bare.boxes.length > 0 && `boxes without a name: ${bare.boxes.join(" ")}`,
      bare.tables > 0 && `${bare.tables} tables without headings`,
    ].filter(Boolean).map((line) => `${address}: ${line}`);
  });
  const { count, text } = report(found);
  assert.equal(count, 0, text);
});

test("without script every kind of page has the same words, but for the tools of a workbook", async () => {
  const addresses = onePageOfEveryKind(folder).map((p) => p.address);
  // What only a script can do is not offered without one.
  const withoutTools = () => document.querySelectorAll("main .tools, .exit .clear").forEach((e) => e.remove());
  const whole = await visit(addresses, {}, async (page) => {
    await page.evaluate(withoutTools);
    return page.evaluate(read);
  });
  const quiet = await visit(addresses, { javaScriptEnabled: false }, (page) => page.evaluate(read));
  const { count, text } = report(quiet.map((page, i) => differs(whole[i].words, page.words)).map((line, i) => line && `${addresses[i]}: ${line}`));
  assert.equal(count, 0, text);
});
