// Without script everything still reads, and a workbook is a sheet to print: its
// questions, lines to write on, and no navigation.
import test, { after, before } from "node:test";
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { filesOf, languages, pagesOf, plain, printed, rules, serve, squeeze, wordsOf, workshop } from "./site.mjs";
import { openBrowser } from "./browser.mjs";

let shop, folder, server, browser, context;
before(async () => {
  shop = workshop();
  folder = shop.build("public");
  server = await serve(folder);
  browser = await openBrowser();
  context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
});
after(async () => {
  await browser?.close();
  await server?.close();
  shop?.remove();
});

test("without script a reader goes from home to a story and back by links", async () => {
  for (const lang of languages) {
    const page = await context.newPage();
    await page.goto(`${server.origin}/${lang}/`);
    const title = await page.title();
    await page.locator(`main a[href^="/${lang}/stories/"]:not([href="/${lang}/stories/"])`).first().click();
    await page.waitForURL(new RegExp(`/${lang}/stories/[^/]+/$`));
    const words = (await page.locator("main").innerText()).split(/\s+/).length;
    assert.ok(words > 200, `the story has ${words} words in ${lang}`);
    await page.locator(`a[href="/${lang}/"]`).first().click();
    await page.waitForURL(`${server.origin}/${lang}/`);
    assert.equal(await page.title(), title);
    await page.close();
  }
});

// The prompts of a workbook as its writer wrote them: [{question, lines}].
function prompts(lang, id) {
  const source = filesOf(shop.source).find((file) => file.startsWith(`content/${lang}/`) && file.endsWith(`/${id}.md`));
  const text = fs.readFileSync(path.join(shop.source, source), "utf8");
  return [...text.matchAll(/^:::prompt \{.*?lines=(\d+).*\}\n+(.+)$/gm)].map(([, lines, question]) => ({ lines: Number(lines), question: plain(question) }));
}
function workbooks() {
  const found = pagesOf(folder).flatMap((address) => {
    const [, lang, id] = address.match(/^\/([^/]+)\/workbooks\/([^/]+)\/$/) ?? [];
    return lang ? [{ address, lang, id }] : [];
  });
  assert.ok(found.length > 0, "the library has no workbook");
  return found;
}

test("without script a workbook shows every question and lines to answer on", async () => {
  for (const { address, lang, id } of workbooks()) {
    const page = await context.newPage();
    await page.goto(server.origin + address);
    const shown = squeeze(await page.locator("main").innerText());
    const asked = prompts(lang, id);
    assert.ok(asked.length > 0, `${address}: no prompt in its source`);
    for (const { question } of asked) assert.ok(shown.includes(squeeze(question)), `${address} lacks: ${question}`);
    // A box whose words nobody could clear is not offered.
    assert.equal(await page.locator("main textarea >> visible=true").count(), 0, `${address}: boxes to type in`);
    const lines = await page.locator(".prompt .lines > span >> visible=true").count();
    assert.equal(lines, asked.reduce((sum, p) => sum + p.lines, 0), `${address}: lines to answer on`);
    await page.close();
  }
});

async function print(page, name) {
  const pdf = await printed(page, shop.folder, name);
  return { pdf, text: wordsOf(pdf) };
}

test("a workbook prints its questions, lines to write on, and no navigation", async () => {
  for (const { address, lang, id } of workbooks()) {
    const page = await context.newPage();
    await page.goto(server.origin + address);
    const chrome = await page.evaluate(() => {
      const inside = document.querySelector("main").textContent.replace(/\s+/g, " ");
      return [...document.querySelectorAll("body > :not(main)")]
        .flatMap((part) => (part.matches("a") ? [part] : [...part.querySelectorAll("a")]))
        .map((a) => a.textContent.trim().replace(/\s+/g, " "))
        .filter((words) => words && !inside.includes(words));
    });
    assert.ok(chrome.length > 5, `${address}: only ${chrome.length} links around the text`);
    const asked = prompts(lang, id);
    const blank = await print(page, `${lang}-${id}-blank`);
    // The words of Arabic come out of a PDF in shapes and orders of their own.
    if (lang !== "ar") {
      for (const { question } of asked) assert.ok(blank.text.includes(squeeze(question)), `${address}: the print lacks: ${question}`);
    }
    assert.ok(blank.text.length > 500, `${address}: the print has hardly any words`);
    for (const words of chrome) assert.ok(!blank.text.includes(squeeze(words)), `${address}: the print shows the link "${words}"`);

    const promised = asked.reduce((sum, p) => sum + p.lines, 0);
    const drawn = rules(blank.pdf);
    assert.ok(drawn >= promised, `${address}: ${drawn} lines are printed, ${promised} were promised`);
    await page.close();
  }
});

test("stories, guides and checklists print without navigation and with their title", async () => {
  const all = pagesOf(folder);
  for (const pattern of [/^\/en\/stories\/[^/]+\/$/, /^\/en\/guides\/[^/]+\/$/, /^\/es\/events\/[^/]+\/$/]) {
    const address = all.find((a) => pattern.test(a));
    const page = await context.newPage();
    await page.goto(server.origin + address);
    const title = await page.locator("h1").innerText();
    const around = await page.locator("nav[aria-label] a >> visible=true").allInnerTexts();
    await page.emulateMedia({ media: "print" });
    const still = await page.locator("body > header a >> visible=true").count() + (await page.locator("body > footer a >> visible=true").count());
    await page.emulateMedia({ media: null });
    const { text } = await print(page, "sheet");
    assert.ok(around.length > 5, `${address}: no navigation on screen`);
    assert.equal(still, 0, `${address}: navigation is printed`);
    assert.ok(text.includes(squeeze(title)), `${address}: the print lacks its title`);
    await page.close();
  }
});
