// What people come for, each from the home page, on a small phone and by
// keyboard alone: after at most two presses they stand before it, and can do it.
import test, { after, before } from "node:test";
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { printed, serve, startPreview, workshop, wordsOf } from "./site.mjs";
import { bringAxe, keyboard, network, openBrowser, slow3G, violations } from "./browser.mjs";

let shop, server, browser, context;
before(async () => {
  shop = workshop();
  server = await serve(shop.build("public"));
  browser = await openBrowser();
  context = await browser.newContext({ viewport: { width: 360, height: 740 } });
});
after(async () => {
  await browser?.close();
  await server?.close();
  shop?.remove();
});

// The home page of a language, and the hands of somebody on it.
async function arrive(lang = "en") {
  const page = await context.newPage();
  await page.goto(`${server.origin}/${lang}/`);
  return { page, hands: keyboard(page) };
}

const inTwo = (hands) => assert.ok(hands.presses <= 2, `it took ${hands.presses} presses`);
const source = (file) => fs.readFileSync(path.join(shop.source, file), "utf8");

test("a reader on a shared phone reads one story on slow data", async () => {
  const { page, hands } = await arrive();
  await (await network(page))(slow3G);
  const before = server.asked.length;
  await hands.follow('main a[href^="/en/stories/s-"]');
  inTwo(hands);
  const main = await page.locator("main").innerText();
  assert.ok(main.split(/\s+/).length > 300, "the story is not all there");
  assert.match(main, /\?/, "there is no question to talk about");
  // Who looks over a shoulder, or through the history, learns no title.
  assert.ok(!(await page.title()).includes(await page.locator("h1").innerText()), `the tab says ${await page.title()}`);
  assert.deepEqual(server.asked.slice(before).filter((r) => !/^\/(en\/stories\/s-|assets\/|pictures\/)/.test(r.url)).map((r) => r.url), [], "more was asked for than the story");
  await page.close();
});

test("a new leader fills in a workbook, prints it, and leaves nothing behind", async () => {
  const { page, hands } = await arrive();
  await hands.follow('main a[href^="/en/workbooks/"]:not([href="/en/workbooks/"])');
  inTwo(hands);
  assert.ok(await page.locator("main").getByText("Nothing is saved").first().isVisible());
  await hands.to("textarea");
  await page.keyboard.type("A fee, and a seat by the door");
  await hands.to("textarea");
  await page.keyboard.type("My town stays mine");
  const words = wordsOf(await printed(page, shop.folder, "filled"));
  for (const answer of ["A fee, and a seat by the door", "My town stays mine"]) assert.ok(words.includes(answer), `the print lacks "${answer}"`);
  await page.reload();
  assert.deepEqual([...new Set(await page.locator("textarea").evaluateAll((boxes) => boxes.map((box) => box.value)))], [""], "answers are still there after a reload");
  await page.close();
});

test("a host finds the terms and ticks off a checklist", async () => {
  const { page, hands } = await arrive();
  await hands.follow('main a[href="/en/events/panel/"]');
  inTwo(hands);
  const terms = await page.locator(".terms").innerText();
  const refusal = source("content/en/events/panel.md").match(/^refusal = "(.*)"$/m)[1];
  for (const said of ["Speakers are paid", "travel", "captions", refusal]) assert.ok(terms.includes(said), `the terms lack "${said}": ${terms}`);
  await hands.to("input[type=checkbox]");
  await page.keyboard.press("Space");
  assert.equal(await page.locator("input[type=checkbox]:checked").count(), 1);
  const words = wordsOf(await printed(page, shop.folder, "checklist"));
  assert.ok(words.includes(refusal), "the print lacks the right to say no");
  await page.close();
});

test("a funder gets only their own recommendations, most worth doing first", async () => {
  const { page, hands } = await arrive();
  await hands.follow('main a[href="/en/guides/harm-repair/for-funder/"]');
  inTwo(hands);
  const all = [...source("content/en/guides/harm-repair.md").matchAll(/^:::recommendation \{#(\w+) audience="(.*?)" impact=(\d)/gm)].map(([, id, audience, impact]) => ({ id, audience: audience.split(" "), impact: Number(impact) }));
  const theirs = all.filter((r) => r.audience.includes("funder"));
  assert.ok(theirs.length > 3 && theirs.length < all.length, "the guide has nothing to choose from");
  const shown = await page.locator(".ranked > li h2 a").evaluateAll((links) => links.map((a) => a.hash.slice(1)));
  assert.deepEqual([...shown].sort(), theirs.map((r) => r.id).sort());
  const future = new Set(await page.locator(".ranked > li:has(.tag) h2 a").evaluateAll((links) => links.map((a) => a.hash.slice(1))));
  const impacts = shown.filter((id) => !future.has(id)).map((id) => theirs.find((r) => r.id === id).impact);
  assert.deepEqual(impacts, [...impacts].sort((a, b) => b - a), "a smaller impact stands above a larger one");
  await page.close();
});

test("an executive reads the summary, and then how far an organisation honestly is", async () => {
  const { page, hands } = await arrive();
  await hands.follow('main a[href="/en/guides/harm-repair/"]');
  const summary = source("content/en/guides/harm-repair.md").match(/^summary = "(.*)"$/m)[1];
  const box = await page.locator(".box", { hasText: summary }).boundingBox();
  assert.ok(box && box.y + box.height < 2 * 740, `the summary ends at ${box?.y + box?.height} px`);
  await hands.follow('main a[href^="/en/reports/"]');
  inTwo(hands);
  const rows = page.locator("table tbody tr");
  const stopped = rows.filter({ has: page.locator(".status", { hasText: /^Stopped$/ }) });
  assert.ok((await stopped.count()) > 0, "nothing was stopped");
  for (const row of await stopped.all()) assert.ok((await row.locator("td").last().innerText()).length > 20, "it is not said why it was stopped");
  const counted = (await page.locator(".counts li").allInnerTexts()).map((line) => Number(line.match(/\d+/)[0]));
  assert.equal(counted.reduce((sum, n) => sum + n, 0), await rows.count(), "the count does not match the table");
  await page.close();
});

// The height of the letters of most words on the sheets of a PDF, in points.
function lettersOf(pdf) {
  const heights = [...execFileSync("pdftotext", ["-bbox", pdf, "-"], { encoding: "utf8" }).matchAll(/yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)"/g)].map(([, top, bottom]) => bottom - top);
  return heights.sort((a, b) => a - b)[Math.floor(heights.length / 2)];
}

test("an advocate prints a Spanish sheet in large letters", async () => {
  const { page, hands } = await arrive();
  await hands.follow('header a[hreflang="es"]');
  await hands.follow('main a[href^="/es/workbooks/"]:not([href="/es/workbooks/"])');
  inTwo(hands);
  assert.equal(await page.locator("html").getAttribute("lang"), "es");
  const usual = lettersOf(await printed(page, shop.folder, "usual"));
  await hands.to("#hr-large");
  await page.keyboard.press("Space");
  const pdf = await printed(page, shop.folder, "large");
  const large = lettersOf(pdf);
  assert.ok(large > 1.4 * usual, `letters are ${large} pt high on the large print, and ${usual} pt on the usual one`);
  const question = source("content/es/workbooks/before-yes.md").match(/^:::prompt .*\n+(.+)$/m)[1];
  assert.ok(wordsOf(pdf).includes(question), `the print lacks "${question}"`);
  await page.close();
});

test("a translator, a writer, a maintainer and a CI engineer find their part of the manual", async () => {
  for (const part of ["languages", "writing", "publishing", "ci"]) {
    const { page, hands } = await arrive();
    await hands.follow('main a[href="/en/manual/"]');
    await hands.follow(`main a[href="/en/manual/${part}/"]`);
    inTwo(hands);
    assert.ok((await page.locator("main").innerText()).length > 500);
    await page.close();
  }
});

test("a writer mends a mistake with nothing but what the page says", async () => {
  const file = path.join(shop.source, "content/en/about.md");
  const whole = fs.readFileSync(file, "utf8");
  const preview = await startPreview(shop.program, shop.source);
  const page = await context.newPage();
  const hands = keyboard(page);
  await page.goto(`${preview.origin}/en/about/`);
  fs.writeFileSync(file, whole + "\n![](open-door.svg)\n");
  const panel = page.locator("#handrail-panel.handrail-blocked");
  await panel.waitFor({ timeout: 20000 });
  await hands.to("#handrail-panel summary");
  const said = await panel.innerText();
  // Which line, and what to write there.
  const line = Number(said.match(/line (\d+)/)[1]);
  assert.match(said, /What to do: .*square brackets|What to do: .*words/s, said);
  const lines = fs.readFileSync(file, "utf8").split("\n");
  assert.equal(lines[line - 1], "![](open-door.svg)", `the panel names line ${line}`);
  lines[line - 1] = "![A yellow door standing open.](open-door.svg)";
  fs.writeFileSync(file, lines.join("\n"));
  await panel.waitFor({ state: "detached", timeout: 20000 });
  assert.equal(await page.locator('main img[alt="A yellow door standing open."]').count(), 1);
  fs.writeFileSync(file, whole);
  await page.close();
  await preview.stop();
});

test("a CI engineer gets a report with stable codes and nothing private in it", async () => {
  const secret = "Quillfeather Lane 12";
  const file = path.join(shop.source, "content/en/about.md");
  const whole = fs.readFileSync(file, "utf8");
  const [, front, body] = whole.match(/^(\+\+\+\n[^]*?\n)(\+\+\+\n[^]*)$/);
  fs.writeFileSync(file, `${front}[private]\nvenue = "${secret}"\n${body}\nWe met at ${secret}, [and here](<${secret}.md>). ![](open-door.svg)\n`);
  const report = path.join(shop.folder, "report.html");
  const run = spawnSync(shop.program, ["check", "-s", shop.source, "--format", "html", "--output", report], { encoding: "utf8" });
  fs.writeFileSync(file, whole);
  assert.equal(run.status, 1, run.stderr);
  assert.ok(!(fs.readFileSync(report, "utf8") + run.stdout + run.stderr).includes(secret), "the report repeats what is private");
  const page = await context.newPage();
  await page.goto(pathToFileURL(report).href);
  for (const code of ["image/alt-missing", "link/broken", "private/in-output"]) assert.ok((await page.locator("main code", { hasText: code }).count()) > 0, `the report lacks ${code}: ${await page.locator("main").innerText()}`);
  assert.match(await page.locator("main").innerText(), /content\/en\/about\.md/);
  const hands = keyboard(page);
  await hands.follow('nav a[href*="#"]');
  assert.ok(await page.evaluate(() => document.querySelector(location.hash)?.getBoundingClientRect().top < innerHeight), "the list leads nowhere");
  await bringAxe(page);
  assert.deepEqual(await violations(page, "the report"), []);
  await page.close();
});
