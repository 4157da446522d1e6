// Every page of the library is opened once, on a phone, through a proxy that
// writes down who is asked for what. Each part of every-page looks at it there,
// and says in its own tests what it makes of what it saw. The pages' policy is
// off: they must ask nobody by themselves, not because they may not.
import test, { after, before } from "node:test";
import assert from "node:assert/strict";
import { createServer, request } from "node:http";
import { pagesOf, serve, workshop } from "./site.mjs";
import { axeSource, each, openBrowser } from "./browser.mjs";
import * as structure from "./every-page/structure.mjs";
import * as links from "./every-page/links.mjs";
import * as reflow from "./every-page/reflow.mjs";
import * as axe from "./every-page/axe.mjs";
import * as privacy from "./every-page/privacy.mjs";
import * as bare from "./every-page/bare.mjs";

// In this order: a page that everything was pressed on, or that lost its style, is no longer as it came.
const parts = { structure, links, reflow, axe, privacy, bare };
const phone = { width: 390, height: 844 };

const site = {};
before(async () => {
  site.shop = workshop();
  site.folder = site.shop.build("public");
  site.server = await serve(site.folder);
  site.proxy = await recording(site.server);
  site.browser = await openBrowser();
  const context = await reader();
  await context.addInitScript(axeSource);
  site.seen = await each(context, pagesOf(site.folder), async (page, address, i) => {
    await page.goto(site.server.origin + address);
    const looks = { address };
    for (const [name, part] of Object.entries(parts)) {
      await page.setViewportSize(phone);
      await page.evaluate(() => scrollTo(0, 0));
      looks[name] = await part.look(page, site, address, i);
    }
    return looks;
  });
  site.cookies = await context.cookies();
  site.foreign = site.proxy.foreign();
  site.own = site.proxy.own();
  await context.close();
  assert.ok(site.seen.length > 50, `only ${site.seen.length} pages were built`);
});
after(async () => {
  await site.browser?.close();
  await site.proxy?.close();
  await site.server?.close();
  site.shop?.remove();
});

/** A proxy that lets requests to the site through, refuses all others, and keeps them all. */
async function recording(server) {
  const asked = []; // origins
  const listener = createServer((from, answer) => {
    const to = new URL(from.url);
    asked.push(to.origin);
    if (to.origin !== server.origin) return answer.writeHead(403).end();
    const on = request(to, { method: from.method, headers: from.headers }, (got) => {
      answer.writeHead(got.statusCode, got.headers);
      got.pipe(answer);
    });
    on.on("error", () => answer.destroy());
    from.pipe(on);
  });
  // Every https address begins with this, before anything is said in secret.
  listener.on("connect", (from, socket) => {
    asked.push(`https://${from.url}`);
    socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
  });
  await new Promise((ready) => listener.listen(0, "127.0.0.1", ready));
  return {
    address: `http://127.0.0.1:${listener.address().port}`,
    foreign: () => [...new Set(asked.filter((origin) => origin !== server.origin))],
    own: () => asked.filter((origin) => origin === server.origin).length,
    close() {
      listener.closeAllConnections();
      return new Promise((done) => listener.close(done));
    },
  };
}

// "<-loopback>" sends what is asked of this machine through the proxy, too.
async function reader() {
  const context = await site.browser.newContext({ viewport: phone, bypassCSP: true, proxy: { server: site.proxy.address, bypass: "<-loopback>" } });
  await context.addInitScript(() => (window.print = () => {}));
  context.on("page", (page) => page.on("dialog", (dialog) => dialog.dismiss()));
  return context;
}

for (const part of Object.values(parts)) part.tests(site);

test("the proxy sees a request to somebody else, in plain words or in secret", async () => {
  const context = await reader();
  const page = await context.newPage();
  await page.goto(`${site.server.origin}/robots.txt`);
  for (const to of ["http://elsewhere.example", "https://elsewhere.example"]) {
    await page.goto(`${to}/`).catch(() => {});
  }
  await context.close();
  assert.deepEqual(site.proxy.foreign().sort(), ["http://elsewhere.example", "https://elsewhere.example:443"]);
});
