// Someone comes in: one press, or Shift three times, and the screen shows an
// ordinary page. The way out is on the screen wherever a reader is.
import test, { after, before } from "node:test";
import assert from "node:assert/strict";
import { onePageOfEveryKind, printed, serve, workshop, wordsOf } from "./site.mjs";
import { each, openBrowser, report } from "./browser.mjs";

const story = "/en/stories/s-7kq2/";
const neutral = { en: "https://en.wikipedia.org/", es: "https://es.wikipedia.org/", ar: "https://ar.wikipedia.org/" };
const words = { en: "Leave this page", es: "Salir de esta página", ar: "مغادرة هذه الصفحة" };

let shop, folder, server, browser;
before(async () => {
  shop = workshop();
  folder = shop.build("public");
  server = await serve(folder);
  // A reader's browser keeps pages that were left in memory, for "back".
  browser = await openBrowser({ ignoreDefaultArgs: ["--disable-back-forward-cache"] });
});
after(async () => {
  await browser?.close();
  await server?.close();
  shop?.remove();
});

// A context in which the neutral pages answer, after a while, and what they are asked is kept.
async function reader(settings = {}, slowness = 0) {
  const context = await browser.newContext({ viewport: { width: 390, height: 700 }, ...settings });
  const asked = [];
  await context.route(/wikipedia\.org/, async (route) => {
    asked.push(route.request());
    await new Promise((done) => setTimeout(done, slowness));
    await route.fulfill({ contentType: "text/html", body: "<title>Neutral</title><p>An ordinary page" });
  });
  const page = await context.newPage();
  return { context, page, asked };
}

const left = (page) => page.waitForURL(/wikipedia\.org/, { timeout: 5000 });
const out = ".exit .leave";

// Runs in the page: what is wrong with the way out at this place of the page.
function lookAtExit(where) {
  const link = document.querySelector(".exit .leave");
  const box = link.getBoundingClientRect();
  const whole = box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth;
  const hit = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
  const bar = link.closest(".exit").getBoundingClientRect().height;
  return [
    !whole && `${where}: the way out is not wholly on the screen (${[box.left, box.top, box.right, box.bottom].map(Math.round)} in ${innerWidth} x ${innerHeight})`,
    whole && !link.contains(hit) && `${where}: something lies over the way out: ${hit?.outerHTML.slice(0, 80)}`,
    bar > innerHeight / 2 && `${where}: the way out takes ${Math.round(bar)} px of ${innerHeight}`,
    box.height < 44 && `${where}: the way out is ${box.height} px high`,
  ].filter(Boolean);
}

for (const { name, viewport, text } of [
  { name: "a phone", viewport: { width: 390, height: 700 } },
  { name: "a desktop at 400 %", viewport: { width: 320, height: 256 } },
  { name: "a narrow window with text at 200 %", viewport: { width: 320, height: 600 }, text: 200 },
]) {
  test(`every kind of page shows the way out wherever it is scrolled to, on ${name}`, async () => {
    const context = await browser.newContext({ viewport, bypassCSP: Boolean(text) });
    const found = await each(context, onePageOfEveryKind(folder), async (page, { address, lang }) => {
      await page.goto(server.origin + address);
      if (text) await page.addStyleTag({ content: `html { font-size: ${text}% !important }` });
      const troubles = [];
      for (const part of [0, 0.5, 1]) {
        await page.evaluate((part) => scrollTo(0, part * document.documentElement.scrollHeight), part);
        troubles.push(...(await page.evaluate(lookAtExit, `${address} at ${part}`)));
      }
      const link = page.locator(out);
      if ((await link.getAttribute("href")) !== neutral[lang] || (await link.innerText()) !== words[lang]) troubles.push(`${address}: the link is ${await link.innerText()}, to ${await link.getAttribute("href")}`);
      return troubles;
    });
    await context.close();
    const { count, text: lines } = report(found);
    assert.equal(count, 0, lines);
  });
}

test("when somebody pinches the page larger, the way out stays where they look", async () => {
  const { context, page } = await reader({ hasTouch: true, isMobile: true });
  await page.goto(server.origin + story);
  const devtools = await context.newCDPSession(page);
  await devtools.send("Emulation.setPageScaleFactor", { pageScaleFactor: 3 });
  await page.evaluate(() => scrollTo(0, 800));
  await page.waitForFunction(() => document.querySelector(".exit").style.transform !== "");
  const place = await page.evaluate(() => {
    const box = document.querySelector(".exit .leave").getBoundingClientRect();
    const view = visualViewport;
    return { in: box.left >= view.offsetLeft - 1 && box.right <= view.offsetLeft + view.width + 1 && box.top >= view.offsetTop - 1 && box.bottom <= view.offsetTop + view.height + 1, scale: view.scale };
  });
  assert.deepEqual(place, { in: true, scale: 3 });
  await context.close();
});

test("without script the link leads away, and tells nobody from where", async () => {
  const { context, page, asked } = await reader({ javaScriptEnabled: false });
  await page.goto(server.origin + story);
  await page.locator(out).click();
  await left(page);
  assert.equal((await asked[0].allHeaders()).referer, undefined);
  await context.close();
});

test("by keyboard the way out is the second stop, seen as soon as it has the focus", async () => {
  const { context, page } = await reader();
  await page.goto(server.origin + story);
  const hidden = page.locator(".skip.leave");
  assert.ok((await hidden.boundingBox()).y < 0, "it shows before it has the focus");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  assert.ok(await hidden.evaluate((link) => link === document.activeElement));
  assert.ok((await hidden.boundingBox()).y >= 0, "it has the focus and is not seen");
  await page.keyboard.press("Enter");
  await left(page);
  await context.close();
});

test("leaving blanks the page at once, and going back does not show it", async () => {
  const { context, page, asked } = await reader({}, 800);
  await page.goto(server.origin + "/en/");
  await page.locator(`main a[href="${story}"]`).first().click();
  await page.waitForURL(server.origin + story);
  const title = await page.locator("h1").innerText();
  // The other page has not answered yet.
  const shown = await page.evaluate((out) => {
    document.querySelector(out).click();
    return document.body.innerText.trim() + document.images.length;
  }, out);
  assert.equal(shown, "0");
  await left(page);
  assert.equal((await asked[0].allHeaders()).referer, undefined);
  await page.goBack({ waitUntil: "commit" }); // nothing loads when it comes from memory
  assert.equal(new URL(page.url()).pathname, "/en/", "going back leads to the page before");
  assert.ok(!(await page.locator("h1").innerText()).includes(title));
  await page.goForward({ waitUntil: "commit" });
  await page.waitForURL(/wikipedia\.org/, { waitUntil: "commit" });
  assert.deepEqual(await context.cookies(), []);
  await context.close();
});

test("Shift three times leaves, and says how many presses are left", async () => {
  const { context, page } = await reader();
  await page.goto(server.origin + story);
  const status = page.locator(".exit [role=status]");
  await page.keyboard.press("Shift");
  assert.match(await status.innerText(), /two more/);
  await page.keyboard.press("Shift");
  assert.match(await status.innerText(), /once more/);
  await page.keyboard.press("Shift");
  await left(page);
  await context.close();
});

test("Shift that is used for something else does not leave", async () => {
  const { context, page, asked } = await reader();
  await page.goto(`${server.origin}/en/workbooks/before-yes/`);
  const box = page.locator("textarea").first();
  await box.click();
  for (const letter of "AHOY") {
    await page.keyboard.down("Shift");
    await page.keyboard.press(letter);
    await page.keyboard.up("Shift");
  }
  assert.equal(await box.inputValue(), "AHOY");
  // Shift and Tab, another key of that sort, a letter in between, a click.
  for (const keys of [["Shift+Tab", "Shift+Tab", "Shift+Tab"], ["Control+Shift", "Alt+Shift", "Control+Shift"], ["Shift", "Shift", "a", "Shift", "Shift", "a"]]) {
    for (const key of keys) await page.keyboard.press(key);
  }
  for (let click = 0; click < 3; click++) await page.locator("h1").click({ modifiers: ["Shift"] });
  await page.keyboard.press("Shift");
  await page.keyboard.press("Shift");
  await page.waitForTimeout(5200);
  await page.keyboard.press("Shift");
  await page.waitForTimeout(200);
  assert.equal(asked.length, 0, "the page was left");
  assert.equal(new URL(page.url()).pathname, "/en/workbooks/before-yes/");
  await context.close();
});

test("the way out is not printed", async () => {
  const { context, page } = await reader();
  await page.goto(server.origin + story);
  const sheet = wordsOf(await printed(page, shop.folder, "story"));
  assert.ok(sheet.length > 500 && !sheet.includes(words.en));
  await context.close();
});

// What a screen reader reads from top to bottom: [role, name] of all that has a name.
async function readAloud(page) {
  const devtools = await page.context().newCDPSession(page);
  const { nodes } = await devtools.send("Accessibility.getFullAXTree");
  const byID = new Map(nodes.map((node) => [node.nodeId, node]));
  const said = [];
  (function walk(node) {
    if (!node.ignored && node.name?.value) said.push([node.role.value, node.name.value.trim()]);
    if (node.role?.value === "main") said.push(["main", ""]);
    for (const child of node.childIds ?? []) if (byID.has(child)) walk(byID.get(child));
  })(nodes[0]);
  return said;
}

for (const { lang, removal } of [{ lang: "en", removal: "Take something down" }, { lang: "ar", removal: "طلب إزالة محتوى" }]) {
  test(`read aloud, the way out comes at the start, the story in its order, and the way to removal is there, in ${lang}`, async () => {
    const { context, page } = await reader();
    await page.goto(server.origin + story.replace("/en/", `/${lang}/`));
    const said = await readAloud(page);
    const at = (role, name) => said.findIndex(([r, n]) => r === role && (name === undefined || n === name));
    const headings = await page.locator("h1, main h2").evaluateAll((all) => all.map((h) => h.innerText.trim()));
    const order = [at("link", words[lang]), at("link", removal), at("main"), ...headings.map((h) => at("heading", h))];
    assert.ok(headings.length > 2 && order.every((n) => n >= 0), `something is not read: ${order}`);
    assert.deepEqual(order, order.toSorted((a, b) => a - b), "the order is another one");
    assert.ok(at("link", words[lang]) < 6, "a lot is read before the way out");
    await context.close();
  });
}
