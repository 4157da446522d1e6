// axe-core over every page of the library: no violation of any of its WCAG A
// and AA rules, nor of its best practices. One page of every kind and language
// is looked at on a phone, a tablet and a desktop, light, dark and in forced
// colours; every other page in all three, too, on one of the screens in turn.
// Dark and forced colours change nothing but colours, so there the rules of
// colour run.
import test from "node:test";
import assert from "node:assert/strict";
import { onePageOfEveryKind } from "../site.mjs";
import { bringAxe, report, violations } from "../browser.mjs";

const widths = [320, 768, 1280];
const colours = ["color-contrast", "link-in-text-block"];
let kinds; // addresses

export async function look(page, { folder }, address, i) {
  kinds ??= new Set(onePageOfEveryKind(folder).map((p) => p.address));
  return inEveryColour(page, kinds.has(address) ? widths : [widths[i % widths.length]]);
}

// One tab shows a page once, and is made narrow and wide, dark and light in place.
async function inEveryColour(page, widths) {
  const lines = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    lines.push(...(await violations(page, `${width} px`)));
    await page.emulateMedia({ colorScheme: "dark" });
    lines.push(...(await violations(page, `dark, ${width} px`, colours)));
    await page.emulateMedia({ colorScheme: "light", forcedColors: "active" });
    lines.push(...(await violations(page, `forced colours, ${width} px`, colours)));
    await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
  }
  return lines;
}

export function tests(site) {
  test("axe-core finds nothing on any page, on any screen, in any colours", () => {
    const { count, text } = report(site.seen.map(({ address, axe }) => axe.map((line) => `${address}, ${line}`)));
    assert.equal(count, 0, text);
  });

  test("axe-core finds a fault that is there", async () => {
    const page = await site.browser.newPage({ bypassCSP: true });
    await page.goto(site.server.origin + "/en/about/");
    await bringAxe(page);
    await page.evaluate(() => document.querySelector("main").insertAdjacentHTML("beforeend", '<img src="x.png"><p style="color:#999;background:#fff">pale</p>'));
    const found = (await violations(page, "spoilt page")).join("\n");
    await page.close();
    assert.match(found, /image-alt/);
    assert.match(found, /color-contrast/);
  });

  test("the look at a page sees what only dark or only forced colours spoil", async () => {
    const page = await site.browser.newPage();
    await page.route("**/style.*.css", async (route) => {
      const response = await route.fetch();
      await route.fulfill({
        response,
        body: (await response.text()) + `
@media (prefers-color-scheme:dark){h1{color:#444}}
@media (forced-colors:active){main p{forced-color-adjust:none;color:#999;background:#fff}}`,
      });
    });
    await page.goto(site.server.origin + "/en/about/");
    await bringAxe(page);
    const found = (await inEveryColour(page, widths)).join("\n");
    await page.close();
    assert.match(found, /dark, 768 px: color-contrast/);
    assert.match(found, /forced colours, 1280 px: color-contrast/);
  });
}
