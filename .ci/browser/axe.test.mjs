// axe-core over every page of the library: no violation of any of its WCAG A
// and AA rules, nor of its best practices. One page of every kind and language
// is looked at on a phone, a tablet and a desktop, light, dark and in forced
// colours; every other page in all three, too, on one of the screens in turn.
// Dark and forced colours change nothing but colours, so there the rules of
// colour run.
import test, { after, before } from "node:test";
import assert from "node:assert/strict";
import { onePageOfEveryKind, pagesOf, serve, workshop } from "./site.mjs";
import { bringAxe, each, openBrowser, report, violations } from "./browser.mjs";

const widths = [320, 768, 1280];
const colours = ["color-contrast", "link-in-text-block"];

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

test("axe-core finds a fault that is there", async () => {
  const page = await browser.newPage({ bypassCSP: true });
  await page.goto(server.origin + pages[0].address);
  await bringAxe(page);
  await page.evaluate(() => document.querySelector("main").insertAdjacentHTML("beforeend", '<img src="x.png"><p style="color:#999;background:#fff">pale</p>'));
  const found = (await violations(page, "spoilt page")).join("\n");
  await page.close();
  assert.match(found, /image-alt/);
  assert.match(found, /color-contrast/);
});

// One tab shows a page once, and is made narrow and wide, dark and light in place.
async function look(page, { address, name = address, on = widths }) {
  const lines = [];
  await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
  await page.goto(server.origin + address);
  await bringAxe(page);
  for (const width of on) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
    lines.push(...(await violations(page, `${name}, ${width} px`)));
    await page.emulateMedia({ colorScheme: "dark" });
    lines.push(...(await violations(page, `${name}, dark, ${width} px`, colours)));
    await page.emulateMedia({ colorScheme: "light", forcedColors: "active" });
    lines.push(...(await violations(page, `${name}, forced colours, ${width} px`, colours)));
  }
  return lines;
}

test("the look at a page sees what only dark or only forced colours spoil", async () => {
  const page = await browser.newPage();
  await page.route("**/style.*.css", async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      body: (await response.text()) + `
@media (prefers-color-scheme:dark){h1{color:#444}}
@media (forced-colors:active){main p{forced-color-adjust:none;color:#999;background:#fff}}`,
    });
  });
  const found = (await look(page, { address: pages.find((p) => p.name === "plain page, en").address, name: "spoilt" })).join("\n");
  await page.close();
  assert.match(found, /spoilt, dark, 768 px: color-contrast/);
  assert.match(found, /spoilt, forced colours, 1280 px: color-contrast/);
});

test("axe-core finds nothing on one page of every kind and language, on any screen, in any colours", async () => {
  const context = await browser.newContext();
  const found = await each(context, pages.map(({ address }) => ({ address })), look);
  await context.close();
  const { count, text } = report(found);
  assert.equal(count, 0, text);
});

test("axe-core finds nothing on any other page, in any colours", async () => {
  const seen = new Set(pages.map((p) => p.address));
  const others = pagesOf(folder).filter((address) => !seen.has(address));
  assert.ok(others.length > 50, `there are only ${others.length} other pages`);
  const context = await browser.newContext();
  const found = await each(context, others.map((address, i) => ({ address, on: [widths[i % widths.length]] })), look);
  await context.close();
  const { count, text } = report(found);
  assert.equal(count, 0, text);
});
