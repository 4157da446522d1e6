// By keyboard alone everything is reached in the order of the text, and a person
// always sees where they are.
import test, { after, before } from "node:test";
import assert from "node:assert/strict";
import { onePageOfEveryKind, serve, workshop } from "./site.mjs";
import { each, openBrowser, report } from "./browser.mjs";

let shop, server, browser, pages;
before(async () => {
  shop = workshop();
  const folder = shop.build("public");
  pages = onePageOfEveryKind(folder);
  server = await serve(folder);
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await server?.close();
  shop?.remove();
});

// Runs in the page: everything that Tab should reach, numbered in the order of the text.
function numberStops() {
  const stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")].filter((e) => !e.disabled && e.checkVisibility({ visibilityProperty: true }));
  stops.forEach((e, i) => (e.dataset.stop = i));
  return stops.length;
}

// Runs in the page: what a person sees of the focus after a press of Tab.
function lookAtFocus() {
  const e = document.activeElement;
  if (!e || e === document.body || e === document.documentElement) return null;
  const name = e.outerHTML.slice(0, 120).replaceAll("\n", " ");
  const troubles = [];
  const inView = (box) => box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const boxes = [...e.getClientRects()].filter(inView);
  if (boxes.length === 0) troubles.push(`is not on the screen: ${name}`);
  // Something else may not lie over all of it (WCAG 2.4.11).
  const open = boxes.some((box) => {
    const hit = document.elementFromPoint(Math.min(Math.max((box.left + box.right) / 2, 1), innerWidth - 1), Math.min(Math.max((box.top + box.bottom) / 2, 1), innerHeight - 1));
    return hit && (e.contains(hit) || hit.contains(e));
  });
  if (boxes.length > 0 && !open) troubles.push(`is covered: ${name}`);
  // The outline is its own, or that of a card which no other link of it gets.
  const ringed = (at) => {
    const style = getComputedStyle(at);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && !/, 0\)$|^transparent$/.test(style.outlineColor);
  };
  let ring = e;
  for (let up = 0; ring && up < 5 && !ringed(ring); up++) ring = ring.parentElement;
  if (!ring || !ringed(ring)) troubles.push(`has no outline: ${name}`);
  else if (ring.dataset.ringOf) troubles.push(`has the same outline as stop ${ring.dataset.ringOf}: ${name}`);
  else ring.dataset.ringOf = e.dataset.stop;
  return { stop: e.dataset.stop === undefined ? name : Number(e.dataset.stop), troubles };
}

async function tabThrough(page, where) {
  const stops = await page.evaluate(numberStops);
  const lines = [];
  const reached = [];
  for (let press = 0; press <= stops + 3; press++) {
    await page.keyboard.press("Tab");
    const look = await page.evaluate(lookAtFocus);
    if (!look || reached.includes(look.stop)) break;
    reached.push(look.stop);
    lines.push(...look.troubles.map((t) => `${where}: the focus ${t}`));
  }
  const expected = Array.from({ length: stops }, (_, i) => i);
  if (reached.join() !== expected.join()) {
    const missed = await page.evaluate((seen) => [...document.querySelectorAll("[data-stop]")].filter((e) => !seen.includes(Number(e.dataset.stop))).map((e) => e.outerHTML.slice(0, 100)), reached);
    lines.push(`${where}: Tab reaches ${reached.length} of ${stops} in the order ${reached.join(" ")}; missed: ${missed.join(" | ")}`);
  }
  return lines;
}

for (const { name, viewport } of [
  { name: "a phone", viewport: { width: 390, height: 700 } },
  { name: "a desktop", viewport: { width: 1280, height: 720 } },
]) {
  test(`Tab reaches everything in order and the focus is always seen, on ${name}`, async () => {
    const context = await browser.newContext({ viewport });
    // Spanish pages go as English ones do.
    const some = pages.filter((p) => p.lang === "en" || (name === "a phone" && p.lang === "ar"));
    const found = await each(context, some, async (page, { address }) => {
      await page.goto(server.origin + address);
      return tabThrough(page, address);
    });
    await context.close();
    const { count, text } = report(found);
    assert.equal(count, 0, text);
  });
}
