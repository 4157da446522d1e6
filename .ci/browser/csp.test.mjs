// The policy in every page: whatever somebody slips into a finished page, no
// program runs, no style or picture loads, no form is sent, and nobody else is
// asked for anything.
import test, { after, before } from "node:test";
import assert from "node:assert/strict";
import { createServer } from "node:http";
import fs from "node:fs";
import path from "node:path";
import { fileOf, onePageOfEveryKind, pagesOf, serve, workshop } from "./site.mjs";
import { each, openBrowser, report } from "./browser.mjs";

let shop, folder, server, elsewhere, browser;
before(async () => {
  shop = workshop();
  folder = shop.build("public");
  server = await serve(folder);
  elsewhere = await serve(folder); // another port is another origin
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await server?.close();
  await elsewhere?.close();
  shop?.remove();
});

/** What is slipped in: each would set a mark on the page, or ask another origin. */
const slipped = (away) => `
<script>document.documentElement.dataset.script = "ran"</script>
<script src="${away}/script.js"></script>
<style>body { outline: 7px solid red }</style>
<link rel="stylesheet" href="${away}/style.css">
<style>@import "${away}/more.css";</style>
<p id="styled" style="outline: 9px solid red">Text.</p>
<img src="${away}/picture.png" alt="" onerror="document.documentElement.dataset.handler = 'ran'">
<img id="within" alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==">
<iframe id="framed" src="${away}/frame.html"></iframe>
<iframe srcdoc="<script>parent.document.documentElement.dataset.frame = 'ran'</script>"></iframe>
<object data="${away}/object.pdf"></object>
<embed src="${away}/embed.pdf">
<video src="${away}/film.webm" autoplay></video>
<audio src="${away}/sound.ogg" autoplay></audio>
<link rel="prefetch" href="${away}/prefetch.html">
<link rel="manifest" href="${away}/list.webmanifest">
<base href="${away}/">
<form id="away" action="${away}/form" method="post"><input name="words" value="what somebody wrote"><button>Send</button></form>
<form id="home" action="/search"><input name="q" value="what somebody looks for"><button>Search</button></form>
<a id="program" href="javascript:document.documentElement.dataset.link = 'ran'">Press</a>
<svg><script>document.documentElement.dataset.drawing = "ran"</script><set attributeName="onclick" to="x()"></set></svg>`;

/** Serves pages of the library with something slipped in, in the head or the body. */
async function tampered(away, into) {
  const host = createServer((request, response) => {
    const file = fileOf(folder, request.url);
    if (!file?.endsWith(".html")) {
      response.writeHead(file ? 200 : 404, { "Content-Type": file?.endsWith(".css") ? "text/css" : "image/svg+xml" });
      return response.end(file && fs.readFileSync(file));
    }
    const page = fs.readFileSync(file, "utf8");
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
    response.end(into(page, slipped(away)));
  });
  await new Promise((ready) => host.listen(0, "127.0.0.1", ready));
  return { origin: `http://127.0.0.1:${host.address().port}`, close: () => (host.closeAllConnections(), new Promise((done) => host.close(done))) };
}

const inBody = (page, what) => page.replace("<main", what + "<main");
const afterTitle = (page, what) => page.replace("</title>", "</title>" + what);
/** As the same page would be without our policy, to see that the trap works. */
const unsealed = (page, what) => inBody(page.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ""), what);

/** Opens a page with something slipped in, presses all of it, and says what happened. */
async function tried(page, address) {
  const asked = [];
  const listen = (request) => request.url().startsWith(elsewhere.origin) && asked.push(request);
  page.on("request", listen);
  await page.goto(address);
  // Only a form or a link can still go somewhere.
  await page.evaluate(() => document.querySelector("#program").click());
  for (const form of ["#home", "#away"]) await page.evaluate((form) => document.querySelector(form + " button").click(), form);
  await page.waitForTimeout(150);
  const left = page.url() !== address && `the page went to ${page.url()}`;
  const found = left ? [] : await page.evaluate(() => [
    ...Object.keys(document.documentElement.dataset).map((name) => `a program ran: ${name}`),
    getComputedStyle(document.body).outlineWidth === "7px" && "a style sheet was obeyed",
    getComputedStyle(document.querySelector("#styled")).outlineWidth === "9px" && "a style was obeyed",
    document.querySelector("#within").naturalWidth > 0 && "a picture was shown",
    document.baseURI !== location.href && "addresses were bent",
  ].filter(Boolean));
  page.off("request", listen);
  const outcomes = await Promise.all(asked.map(async (request) => (await request.response().catch(() => null)) && request.url()));
  return [left, ...found, ...outcomes.filter(Boolean).map((url) => `asked ${url}`)].filter(Boolean);
}

test("the trap works: without the policy all of it happens", async () => {
  const host = await tampered(elsewhere.origin, unsealed);
  const page = await browser.newPage();
  await page.goto(`${host.origin}/en/about/`, { waitUntil: "commit" });
  await page.waitForFunction(() => document.documentElement.dataset.script === "ran" && document.documentElement.dataset.drawing === "ran");
  await page.waitForFunction(() => document.documentElement.dataset.handler === "ran" && getComputedStyle(document.body).outlineWidth === "7px");
  await page.close();
  await host.close();
  assert.ok(elsewhere.asked.some(({ url }) => url === "/picture.png"), "the picture was not asked for");
});

for (const [where, into] of Object.entries({ "the body": inBody, "the head": afterTitle })) {
  test(`what is slipped into ${where} of a page does nothing`, async () => {
    const host = await tampered(elsewhere.origin, into);
    elsewhere.asked.length = 0;
    const context = await browser.newContext();
    const pages = onePageOfEveryKind(folder).filter(({ name }) => ["chooser", "story, en", "workbook, es", "removal page, ar"].includes(name));
    assert.equal(pages.length, 4);
    const found = await each(context, pages, async (page, { address }) =>
      (await tried(page, host.origin + address)).map((line) => `${address}: ${line}`),
    );
    await context.close();
    await host.close();
    const { count, text } = report([...found, elsewhere.asked.map(({ url }) => `the other origin was asked for ${url}`)]);
    assert.equal(count, 0, text);
  });
}

test("every page says the policy before anything that it governs, and nothing of it is broken by it", async () => {
  const refused = [];
  const context = await browser.newContext();
  context.on("page", (page) => page.on("console", (m) => /Content.Security.Policy|Refused/i.test(m.text()) && refused.push(`${page.url()}: ${m.text()}`)));
  const files = pagesOf(folder).map((address) => [address, fs.readFileSync(fileOf(folder, address), "utf8")]);
  const bare = files.filter(([, page]) => !/<head>\s*<meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy" content="default-src 'none'; /.test(page));
  const found = await each(context, onePageOfEveryKind(folder), async (page, { address }) => {
    await page.goto(server.origin + address);
    return page.evaluate(() => {
      const first = [...document.head.children].find((e) => !e.hasAttribute("charset"));
      return first?.httpEquiv === "Content-Security-Policy" && first.content.startsWith("default-src 'none'") ? [] : [`${location.pathname}: ${first?.outerHTML}`];
    });
  });
  await context.close();
  const { count, text } = report([...found, refused, bare.map(([address]) => `${address}: the policy does not stand first`)]);
  assert.equal(count, 0, text);
});

test("the headers for hosts say the same, and that nobody may frame a page", () => {
  const said = fs.readFileSync(path.join(folder, "index.html"), "utf8").match(/Security-Policy" content="([^"]+)"/)[1];
  for (const file of ["_headers", ".htaccess"]) {
    assert.ok(fs.readFileSync(path.join(folder, file), "utf8").includes(said + "; frame-ancestors 'none'"), `${file} says another policy`);
  }
});
