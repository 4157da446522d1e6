// A browser whose every request goes through a proxy that writes down what was
// asked of whom. It visits every page and presses everything that is no link to
// another site: nobody but the site is asked, and nothing stays on the device.
import test, { after, before } from "node:test";
import assert from "node:assert/strict";
import { createServer, request } from "node:http";
import { pagesOf, serve, workshop } from "./site.mjs";
import { each, openBrowser, report } from "./browser.mjs";

let shop, folder, server, proxy, browser;
before(async () => {
  shop = workshop();
  folder = shop.build("public");
  server = await serve(folder);
  proxy = await recording();
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await proxy?.close();
  await server?.close();
  shop?.remove();
});

/** A proxy that lets requests to the site through, refuses all others, and keeps them all. */
async function recording() {
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
    forget: () => asked.splice(0),
    close() {
      listener.closeAllConnections();
      return new Promise((done) => listener.close(done));
    },
  };
}

// "<-loopback>" sends what is asked of this machine through the proxy, too.
async function reader() {
  const context = await browser.newContext({ proxy: { server: proxy.address, bypass: "<-loopback>" } });
  await context.addInitScript(() => (window.print = () => {}));
  context.on("page", (page) => page.on("dialog", (dialog) => dialog.dismiss()));
  return context;
}

test("the proxy sees a request to somebody else, in plain words or in secret", async () => {
  const context = await reader();
  const page = await context.newPage();
  await page.goto(`${server.origin}/robots.txt`);
  for (const to of ["http://elsewhere.example", "https://elsewhere.example"]) {
    await page.goto(`${to}/`).catch(() => {});
  }
  await context.close();
  assert.deepEqual(proxy.foreign().sort(), ["http://elsewhere.example", "https://elsewhere.example:443"]);
});

// Runs in the page: presses everything but links, and shows what waits to be shown.
async function pressEverything() {
  document.querySelectorAll("[loading=lazy]").forEach((e) => (e.loading = "eager"));
  document.querySelectorAll("details").forEach((e) => (e.open = true));
  document.querySelectorAll("textarea, input:not([type=checkbox], [type=radio])").forEach((e) => {
    e.value = "A kettle and a quiet room";
    e.dispatchEvent(new Event("input", { bubbles: true }));
    e.dispatchEvent(new Event("change", { bubbles: true }));
  });
  // To keep answers is a wish that is said out loud: workbook.test.mjs looks at that.
  const controls = [...document.querySelectorAll("button, summary, input, select, [role=button], [tabindex]")].filter((e) => e.id !== "hr-keep");
  controls.forEach((e) => e.click());
  await Promise.allSettled([...document.images].map((e) => e.decode()));
  return controls.length;
}

// Runs in the page: what is left on the device.
async function kept() {
  const left = {
    cookie: document.cookie.length,
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  };
  return Object.entries(left).filter(([, count]) => count).map(([what, count]) => `${what}: ${count}`);
}

test("visiting every page and pressing everything asks nobody else and leaves nothing behind", async () => {
  proxy.forget();
  const context = await reader();
  const pages = pagesOf(folder);
  let pressed = 0;
  const found = await each(
    context,
    pages,
    async (page, address) => {
      const answer = await page.goto(server.origin + address);
      pressed += await page.evaluate(pressEverything);
      // A press may have led on to another page of the site.
      if (page.url() !== server.origin + address) await page.goto(server.origin + address);
      const left = await page.evaluate(kept);
      if (await answer.headerValue("set-cookie")) left.push("a cookie is set");
      return left.map((line) => `${address}: ${line}`);
    },
    4,
  );
  const cookies = await context.cookies();
  await context.close();
  const { count, text } = report([...found, cookies.map((c) => `the cookie ${c.name}`), proxy.foreign().map((origin) => `${origin} is asked`)]);
  assert.equal(count, 0, text);
  assert.ok(proxy.own() >= pages.length, "the pages did not come through the proxy");
  assert.ok(pressed > 0, "nothing was pressed");
});
