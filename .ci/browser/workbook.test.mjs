// A workbook on the screen: what is typed stays in the page until its writer says
// otherwise, goes with one press, and prints as they choose.
import test, { after, before } from "node:test";
import assert from "node:assert/strict";
import path from "node:path";
import { languages, printed, rules, serve, workshop, wordsOf } from "./site.mjs";
import { bringAxe, openBrowser, violations } from "./browser.mjs";

const sheet = "/en/workbooks/before-yes/";
const answer = "A kettle and a quiet room";
const day = 24 * 3600 * 1000;

let shop, server, browser;
before(async () => {
  shop = workshop();
  // The site is built for the origin that it has here, which it shares with nobody.
  server = await serve(path.join(shop.folder, "public"));
  shop.build("public", { HANDRAIL_BASE_URL: server.origin + "/" });
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await server?.close();
  shop?.remove();
});

async function open(settings = {}) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, ...settings });
  await context.route(/wikipedia\.org/, (route) => route.fulfill({ contentType: "text/html", body: "<title>Neutral</title>" }));
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(server.origin + sheet);
  return { context, page, faults, box: page.locator("textarea").first(), status: page.locator(".exit [role=status]") };
}

const clear = ".exit .clear";
const keep = "#hr-keep";
const first = (page) => page.locator("textarea").first().inputValue();

// Everything that the site has left on the device.
const left = async (page) => [
  ...(await page.context().cookies()),
  ...(await page.evaluate(async () => [
    ...Object.entries(localStorage), ...Object.entries(sessionStorage),
    ...(await indexedDB.databases()), ...(await caches.keys()), document.cookie, location.search, location.hash,
  ])),
].filter((x) => x !== "");

test("what is typed is nowhere but in the page, and is gone when it is opened again", async () => {
  const { context, page, box } = await open();
  await box.fill(answer);
  assert.deepEqual(await left(page), []);
  for (const text of await page.locator("textarea").all()) {
    assert.equal(await text.getAttribute("autocomplete"), "off");
    assert.equal(await text.getAttribute("spellcheck"), "false", "a browser may send words away to check their spelling");
    assert.equal(await text.evaluate((e) => e.form), null);
  }
  await page.reload();
  assert.equal(await first(page), "");
  await context.close();
});

test("type, leave, come back: empty", async () => {
  const { context, page, box } = await open();
  await box.fill(answer);
  await page.locator(".exit .leave").click();
  await page.waitForURL(/wikipedia/);
  await page.goto(server.origin + sheet);
  assert.equal(await first(page), "");
  assert.deepEqual(await left(page), []);
  await context.close();
});

test("keep, close, reopen: it is there, and leaving takes it along", async () => {
  const { context, page, box, status, faults } = await open();
  await box.fill(answer);
  const who = await page.locator("#" + (await page.locator(keep).getAttribute("aria-describedby"))).innerText();
  assert.match(who, /other people/i);
  await page.locator(keep).click();
  assert.match(await status.innerText(), /kept on this device until/);
  assert.equal(await page.getByText("Nothing is saved").count() - (await page.getByText("Nothing is saved").filter({ visible: false }).count()), 0, "the page still says that nothing is saved");
  const [[key, value], ...more] = await left(page);
  assert.deepEqual(more, []);
  assert.match(key, /^[a-z]{1,8}$/);
  assert.ok(!/handrail|marigold|workbook|answer/i.test(key), key);
  assert.ok(value.includes(answer));
  await box.fill(answer + ", please");
  await page.close();
  const again = await context.newPage();
  await again.goto(server.origin + sheet);
  assert.equal(await first(again), answer + ", please");
  assert.ok(await again.locator(".kept").isVisible(), "the page does not say that answers are kept");
  // From any page of the site.
  await again.goto(server.origin + "/en/about/");
  await again.locator(".exit .leave").click();
  await again.waitForURL(/wikipedia/);
  await again.goto(server.origin + sheet);
  assert.equal(await first(again), "");
  assert.deepEqual(await left(again), []);
  assert.deepEqual(faults, []);
  await context.close();
});

test("told so, leaving lets kept answers stay", async () => {
  const { context, page, box } = await open();
  await box.fill(answer);
  await page.locator("#hr-stay").check();
  await page.locator(keep).click();
  await page.locator(".exit .leave").click();
  await page.waitForURL(/wikipedia/);
  await page.goto(server.origin + sheet);
  assert.equal(await first(page), answer);
  assert.ok(await page.locator("#hr-stay").isChecked());
  await context.close();
});

test("after seven days any page of the site deletes what was kept", async () => {
  for (const { after, stays } of [{ after: 7 * day - 60_000, stays: true }, { after: 7 * day + 60_000, stays: false }, { after: -day, stays: false }]) {
    const { context, page, box } = await open();
    await box.fill(answer);
    await page.locator(keep).click();
    await context.clock.setFixedTime(Date.now() + after);
    await page.goto(server.origin + "/es/about/");
    assert.equal((await left(page)).length > 0, stays, `after ${after / day} days`);
    await page.goto(server.origin + sheet);
    assert.equal(await first(page), stays ? answer : "");
    await context.close();
  }
});

test("one press clears everything, wherever the page is scrolled to, and in another tab too", async () => {
  const { context, page, box, status } = await open();
  await box.fill(answer);
  await page.locator("#hr-stay").check();
  await page.locator(keep).click();
  const other = await context.newPage();
  await other.goto(server.origin + sheet);
  for (const part of [0, 0.5, 1]) {
    await page.evaluate((part) => scrollTo(0, part * document.documentElement.scrollHeight), part);
    const at = await page.locator(clear).boundingBox();
    assert.ok(at.y >= 0 && at.y + at.height <= 844 && at.height >= 44, `at ${part} it is at ${at.y}`);
  }
  await page.locator(clear).click();
  assert.match(await status.innerText(), /Everything is cleared/);
  assert.deepEqual(await left(page), []);
  assert.equal(await first(page), "");
  assert.ok(await page.locator(clear).evaluate((e) => e === document.activeElement), "the focus is lost");
  await other.locator("textarea").first().fill("typed later");
  assert.deepEqual(await left(other), [], "the other tab keeps on");
  await page.reload();
  assert.equal(await first(page), "");
  await context.close();
});

test("a press stops keeping, and the answers stay on the page", async () => {
  const { context, page, box, status } = await open();
  await box.fill(answer);
  await page.locator(keep).click();
  await page.locator(keep).click();
  assert.match(await status.innerText(), /Nothing is kept/);
  assert.deepEqual(await left(page), []);
  assert.equal(await first(page), answer);
  await context.close();
});

test("keeping is not offered where another site could read it", async () => {
  const { context } = await open();
  const elsewhere = await serve(path.join(shop.folder, "public")); // another origin, as a copy has
  const page = await context.newPage();
  await page.goto(elsewhere.origin + sheet);
  assert.ok(await page.locator("#hr-print").isVisible());
  assert.ok(!(await page.locator(keep).isVisible()), "a copy of the site elsewhere offers it");
  await page.locator("textarea").first().fill(answer);
  await page.locator(clear).click();
  assert.equal(await first(page), "");
  await elsewhere.close();
  for (const base of [server.origin + "/library/", ""]) {
    shop.build("shared", { HANDRAIL_BASE_URL: base || "https://somewhere.example/" });
    const shared = await serve(path.join(shop.folder, "shared"));
    await context.route((url) => url.pathname.startsWith("/library/"), (route) => route.continue({ url: route.request().url().replace("/library", "") }));
    await page.goto(shared.origin + (base ? "/library" : "") + sheet);
    assert.ok(!(await page.locator(keep).isVisible()), `${base} offers it`);
    await shared.close();
  }
  await context.close();
});

test("a sheet prints with answers, with blank lines, and in large letters", async () => {
  const { context, page, box } = await open();
  await page.evaluate(() => (window.print = () => (window.asked = true)));
  await page.locator("#hr-print").click();
  assert.ok(await page.evaluate(() => window.asked));
  const blank = await printed(page, shop.folder, "blank");
  await box.fill(answer);
  const filled = await printed(page, shop.folder, "filled");
  assert.ok(wordsOf(filled).includes(answer));
  assert.ok(rules(filled) <= rules(blank) - 5, `${rules(filled)} lines are left of ${rules(blank)}`);
  await page.locator("#hr-blank").check();
  const chosen = await printed(page, shop.folder, "chosen");
  assert.ok(!wordsOf(chosen).includes(answer));
  assert.equal(rules(chosen), rules(blank));
  assert.equal(await first(page), answer, "the answer is gone from the page");
  for (const said of ["Clear everything", "Leave this page", "Keep on this device"]) assert.ok(!wordsOf(chosen).includes(said), `the print shows "${said}"`);
  await context.close();
});

test("axe finds nothing in a workbook, in each language and state", async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  for (const lang of languages) {
    await page.goto(`${server.origin}/${lang}/workbooks/before-yes/`);
    await bringAxe(page);
    const found = await violations(page, `${lang}, as it opens`);
    await page.locator("textarea").first().fill(answer);
    await page.locator(keep).click();
    await page.evaluate(() => scrollTo(0, 0)); // the bar may lie over a button that is scrolled past
    found.push(...(await violations(page, `${lang}, kept`)));
    await page.locator(clear).click();
    found.push(...(await violations(page, `${lang}, cleared`)));
    await page.keyboard.press("Shift");
    found.push(...(await violations(page, `${lang}, after a press of Shift`)));
    assert.deepEqual(found, []);
  }
  await context.close();
});
