// The attacks of internal/build/testdata/attacks, put wherever a writer can put
// words, built by the program and opened: not one runs. Where a site lets HTML
// in, the policy in each page stops what stands there.
import test, { after, before } from "node:test";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { filesOf, repository, serve, workshop } from "./site.mjs";
import { each, openBrowser, report } from "./browser.mjs";

const corpus = path.join(repository, "internal/build/testdata/attacks");
const read = (name) => fs.readFileSync(path.join(corpus, name), "utf8");

let shop, browser;
before(async () => {
  shop = workshop();
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  shop?.remove();
});

/** One attack a line; ‹0A› is the character with that number. An ignore that is wrong is refused whatever is put up with. */
const attacks = read("attacks.txt")
  .split("\n")
  .filter((line) => !/^(# [A-Z]|$)|handrail-ignore/.test(line))
  .map((line) => line.replace(/‹([0-9A-F]+)›/g, (_, number) => String.fromCodePoint(parseInt(number, 16))));

// A text as TOML writes it, which writes it as JSON does but for one sign.
const quoted = (text) => JSON.stringify(text).replaceAll("\x7f", "\\u007f");
const oneLine = (text) => text.replaceAll("\n", " ");

/** Writes the library of attacks and returns its folder. */
function laid(name) {
  const folder = path.join(shop.folder, name);
  const few = attacks.filter((attack) => attack.includes("<script>ran()</script>"));
  function lay(file, form, attack) {
    const words = { quoted: quoted(attack), text: attack, line: oneLine(attack), all: quoted(attacks.join(" ")), few: quoted(few.join(" ")), lines: oneLine(attacks.join(" ")) };
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), form.replace(/«(\w+)»/g, (whole, word) => words[word] ?? whole));
  }
  const site = read("site.txtar").split(/^-- (.+) --\n/m);
  for (let i = 1; i < site.length; i += 2) lay(site[i], site[i + 1], "");
  attacks.forEach((attack, i) => lay(`content/en/v${String(i).padStart(3, "0")}.md`, read("page.md"), attack));
  return folder;
}

/** Builds it though checks refuse most of it, as if somebody had put up with all they say. */
function built(source, allowed) {
  const output = path.join(source, "public");
  const known = path.join(shop.folder, "known.json");
  const build = (...flags) => spawnSync(shop.program, ["build", "-s", source, ...flags], { env: { ...process.env, HANDRAIL_ALLOW_HTML: allowed }, stdio: ["ignore", "ignore", "pipe"], encoding: "utf8" });
  build("--write-baseline", known);
  const run = build("--baseline", known);
  assert.equal(run.status, 0, run.stderr);
  return output;
}

// Runs in the page: does everything to everything that could set a program off.
function provoke() {
  // Links may lead to a program, but not away from here.
  const away = (e) => /^(https?|mailto|tel):/.test(new URL(e.href?.baseVal ?? e.href, document.baseURI).protocol);
  for (const a of document.querySelectorAll("a[href], area[href]")) if (URL.canParse(a.href?.baseVal ?? a.href, document.baseURI) && away(a)) a.remove();
  for (const e of document.querySelectorAll("*")) {
    for (const type of ["mouseover", "mouseenter", "pointerover", "focus", "toggle", "begin", "animationstart", "error", "load"]) e.dispatchEvent(new Event(type));
    e.click ? e.click() : e.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  }
}

/** Opens the pages and pictures of a folder and returns where something ran. */
async function ran(folder, wanted, settings) {
  const server = await serve(folder);
  const context = await browser.newContext(settings);
  const found = [];
  await context.exposeBinding("ran", ({ page }) => void found.push(page.url()));
  context.on("page", (page) => page.on("dialog", (dialog) => (found.push(`${page.url()}: a window that says ${dialog.message()}`), dialog.dismiss())));
  await context.route((url) => url.origin !== server.origin, (route) => route.abort());
  const files = filesOf(folder).filter(wanted);
  try {
    await each(context, files, async (page, file) => {
      await page.goto(`${server.origin}/${file}`);
      await page.evaluate(provoke);
    });
  } finally {
    await context.close();
    await server.close();
  }
  return { found, count: files.length };
}

const opened = (file) => /\.(html|svg|xml)$/.test(file);
/** One attack in so many has a page opened; each of them stands in many places of its page. Go's tests look at all. */
const oneIn = (n) => (file) => Number(file.match(/v(\d{3})\//)?.[1] ?? 0) % n === 0;

test("an attack that stands in a page as it is runs, and is seen", async () => {
  const folder = path.join(shop.folder, "bare");
  fs.mkdirSync(folder);
  fs.writeFileSync(path.join(folder, "404.html"), "");
  fs.writeFileSync(path.join(folder, "a.html"), "<img src=x onerror=ran()>");
  fs.writeFileSync(path.join(folder, "b.html"), '<a href="javascript:ran()">words</a>');
  fs.writeFileSync(path.join(folder, "c.svg"), '<svg xmlns="http://www.w3.org/2000/svg"><script>ran()</script></svg>');
  const { found } = await ran(folder, opened, { bypassCSP: true });
  assert.deepEqual([...new Set(found.map((url) => path.basename(url)))].sort(), ["a.html", "b.html", "c.svg"]);
});

test("no attack in words, front matter, data, pictures or names runs, though no policy forbids it", async () => {
  assert.ok(attacks.length > 250, `only ${attacks.length} attacks`);
  const { found, count } = await ran(built(laid("words"), false), (file) => opened(file) && oneIn(2)(file), { bypassCSP: true });
  assert.ok(count > 120, `only ${count} files`);
  const { count: wrong, text } = report(found);
  assert.equal(wrong, 0, text);
});

test("where HTML is let in, the policy of the page stops what the checks refuse", async () => {
  const { found, count } = await ran(built(laid("html"), true), (file) => /v\d+\/index\.html$/.test(file) && oneIn(3)(file), {});
  assert.ok(count > 70, `only ${count} pages`);
  const { count: wrong, text } = report(found);
  assert.equal(wrong, 0, text);
});
