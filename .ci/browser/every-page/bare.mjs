// Without style and without script every page is complete: the same words in the
// same order, the way past the menus first, and nothing that only looks explain.
import test from "node:test";
import assert from "node:assert/strict";
import { onePageOfEveryKind } from "../site.mjs";
import { differs, each, read, report } from "../browser.mjs";

export async function look(page) {
  const whole = await page.evaluate(read);
  const off = await page.evaluate(() => {
    document.querySelectorAll("link[rel=stylesheet], style").forEach((e) => e.remove());
    document.querySelectorAll("[style]").forEach((e) => e.removeAttribute("style"));
    document.adoptedStyleSheets = [];
    return document.styleSheets.length;
  });
  const bare = await page.evaluate(read);
  return [
    off > 0 && "the style is still on",
    differs(whole.words, bare.words),
    (bare.headings[0] !== 1 || bare.headings.some((level, n) => n > 0 && level > bare.headings[n - 1] + 1)) && `headings go ${bare.headings.join(" ")}`,
    (bare.first !== "#hr-main" || !bare.top) && "the way past the menus is not first",
    bare.marks.length > 0 && `signs without words: ${bare.marks.join(" ")}`,
    bare.boxes.length > 0 && `boxes without a name: ${bare.boxes.join(" ")}`,
    bare.tables > 0 && `${bare.tables} tables without headings`,
  ].filter(Boolean);
}

// Opens pages in a browser with some settings, and looks at each.
async function visit(site, addresses, settings, look) {
  const context = await site.browser.newContext({ viewport: { width: 390, height: 844 }, ...settings });
  const found = await each(context, addresses, async (page, address) => {
    await page.goto(site.server.origin + address);
    return look(page, address);
  });
  await context.close();
  return found;
}

export function tests(site) {
  test("without style every page has the same words in the same order, and sense in its structure", () => {
    const { count, text } = report(site.seen.map(({ address, bare }) => bare.map((line) => `${address}: ${line}`)));
    assert.equal(count, 0, text);
  });

  test("without script every kind of page has the same words, but for the tools of a workbook", async () => {
    const addresses = onePageOfEveryKind(site.folder).map((p) => p.address);
    // What only a script can do is not offered without one.
    const withoutTools = () => document.querySelectorAll("main .tools, .exit .clear").forEach((e) => e.remove());
    const whole = await visit(site, addresses, {}, async (page) => {
      await page.evaluate(withoutTools);
      return page.evaluate(read);
    });
    const quiet = await visit(site, addresses, { javaScriptEnabled: false }, (page) => page.evaluate(read));
    const { count, text } = report(quiet.map((page, i) => differs(whole[i].words, page.words)).map((line, i) => line && `${addresses[i]}: ${line}`));
    assert.equal(count, 0, text);
  });
}
