// axe-core over one page of every kind and language, light and dark, on a
// desktop and on the narrowest phone, and once over all the others: no violation
// of any of its WCAG A and AA rules, nor of its best practices.
import test, { after, before } from "node:test";
import assert from "node:assert/strict";
import fs from "node:fs";
import { createRequire } from "node:module";
import { onePageOfEveryKind, pagesOf, serve, workshop } from "./site.mjs";
import { each, openBrowser, report } from "./browser.mjs";

const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
const settings = ["light", "dark"].flatMap((scheme) => [1280, 320].map((width) => ({ scheme, width })));

let shop, folder, server, browser, pages;
before(async () => {
  shop = workshop();
  folder = shop.build("public");
  pages = onePageOfEveryKind(folder);
  server = await serve(folder);
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await server?.close();
  shop?.remove();
});

// Runs axe in the page as it is now and tells each violation in a line.
async function violations(page, where) {
  const { rules, found } = await page.evaluate(async (tags) => {
    const result = await window.axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] });
    return {
      rules: result.passes.length + result.violations.length,
      found: result.violations.flatMap((v) => v.nodes.map((n) => `${v.id} (${v.help}): ${n.target.join(" ")} ${n.html.slice(0, 300)}`)),
    };
  }, tags);
  assert.ok(rules > 15, `axe ran only ${rules} rules on ${where}`);
  return found.map((line) => `${where}: ${line}`);
}

test("axe-core finds a fault that is there", async () => {
  const page = await browser.newPage();
  await page.goto(server.origin + pages[0].address);
  await page.evaluate(axe);
  await page.evaluate(() => document.querySelector("main").insertAdjacentHTML("beforeend", '<img src="x.png"><p style="color:#999;background:#fff">pale</p>'));
  const found = (await violations(page, "spoilt page")).join("\n");
  await page.close();
  assert.match(found, /image-alt/);
  assert.match(found, /color-contrast/);
});

test("axe-core finds nothing on one page of every kind and language", async () => {
  const context = await browser.newContext();
  const found = await each(context, pages, async (page, { name, address }) => {
    const lines = [];
    await page.goto(server.origin + address);
    await page.evaluate(axe);
    for (const { scheme, width } of settings) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height: 800 });
      lines.push(...(await violations(page, `${name} (${address}, ${scheme}, ${width} px)`)));
    }
    return lines;
  });
  await context.close();
  const { count, text } = report(found);
  assert.equal(count, 0, text);
});

test("axe-core finds nothing on any other page, on a tablet", async () => {
  const seen = new Set(pages.map((p) => p.address));
  const others = pagesOf(folder).filter((address) => !seen.has(address));
  const context = await browser.newContext({ viewport: { width: 768, height: 1024 } });
  const found = await each(context, others, async (page, address) => {
    await page.goto(server.origin + address);
    await page.evaluate(axe);
    return violations(page, `${address}, 768 px`);
  });
  await context.close();
  const { count, text } = report(found);
  assert.equal(count, 0, text);
});

test("axe-core finds nothing in forced colours", async () => {
  const context = await browser.newContext({ forcedColors: "active" });
  const found = await each(context, pages.filter((p) => p.lang === "en"), async (page, { name, address }) => {
    await page.goto(server.origin + address);
    await page.evaluate(axe);
    return violations(page, `${name} (${address}, forced colours)`);
  });
  await context.close();
  const { count, text } = report(found);
  assert.equal(count, 0, text);
});
