// Readers may be watched: no page asks anything of anybody else, runs a script
// that is not the site's own, leaves something on the device, or tells another
// site where a reader came from.
import test, { after, before } from "node:test";
import assert from "node:assert/strict";
import { onePageOfEveryKind, pagesOf, serve, workshop } from "./site.mjs";
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

// A context that lets nothing through to another origin and keeps what was tried. The
// pages' policy is off: they must ask nobody by themselves, not because they may not.
async function watched() {
  const context = await browser.newContext({ bypassCSP: true });
  const foreign = [];
  const here = (url) => url.startsWith(server.origin + "/") || url.startsWith("data:");
  context.on("request", (request) => {
    if (!here(request.url())) foreign.push(`${request.frame().url()} asks ${request.url()}`);
  });
  context.on("page", (page) => page.on("websocket", (socket) => foreign.push(`a page opens ${socket.url()}`)));
  await context.route((url) => !here(url.href), (route) => route.abort());
  return { context, foreign };
}

test("the watch over requests sees one to another origin", async () => {
  const { context, foreign } = await watched();
  const page = await context.newPage();
  await page.goto(`${server.origin}/en/`);
  await page.evaluate((from) => document.querySelector("main").insertAdjacentHTML("beforeend", `<img src="${from}/x.png" alt="">`), elsewhere.origin);
  await page.waitForEvent("requestfailed");
  await context.close();
  assert.deepEqual(foreign, [`${server.origin}/en/ asks ${elsewhere.origin}/x.png`]);
});

test("no page asks another origin, runs a foreign script or leaves anything behind", async () => {
  const { context, foreign } = await watched();
  const found = await each(context, pagesOf(folder), async (page, address) => {
    const answer = await page.goto(server.origin + address);
    // Pictures that wait to be scrolled to are asked for too.
    await page.evaluate(async () => {
      document.querySelectorAll("[loading=lazy]").forEach((e) => (e.loading = "eager"));
      await Promise.allSettled([...document.images].map((e) => e.decode()));
    });
    const kept = await page.evaluate(async () => ({
      // The site's own scripts are files; nothing is written into a page.
      scripts: [...document.scripts].filter((e) => new URL(e.src || "about:blank").origin !== location.origin || e.text).length + [...document.querySelectorAll("*")].filter((e) => e.getAttributeNames().some((n) => n.startsWith("on"))).length,
      frames: document.querySelectorAll("iframe, frame, object, embed").length,
      // Links in the writers' own words bring their own rule, for a theme without ours.
      bare: [...document.querySelectorAll("main a[href^=http]")].filter((a) => a.origin !== location.origin && !a.relList.contains("noreferrer")).map((a) => a.href),
      cookie: document.cookie,
      stored: localStorage.length + sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    }));
    return [
      kept.scripts && `${kept.scripts} scripts`,
      kept.frames && `${kept.frames} frames`,
      ...kept.bare.map((href) => `the link to ${href} lacks rel="noreferrer"`),
      kept.cookie && `a cookie: ${kept.cookie}`,
      (kept.stored || kept.databases || kept.caches || kept.workers) && `something stays on the device: ${JSON.stringify(kept)}`,
      (await answer.headerValue("set-cookie")) && "a cookie is set",
    ].filter(Boolean).map((line) => `${address}: ${line}`);
  });
  const cookies = await context.cookies();
  await context.close();
  assert.ok(server.asked.length > 100, "the pages were not asked for");
  assert.deepEqual(cookies, []);
  const { count, text } = report([...found, foreign]);
  assert.equal(count, 0, text);
});

test("no request of the site carries a cookie or a referrer", () => {
  const telling = server.asked.filter(({ headers }) => headers.cookie || headers.referer);
  assert.deepEqual(telling.map((r) => `${r.url} from ${r.headers.referer} with ${r.headers.cookie}`), []);
});

test("a press on a link to another site does not tell where it was pressed", async () => {
  const context = await browser.newContext();
  const found = await each(context, onePageOfEveryKind(folder), async (page, { address }) => {
    await page.goto(server.origin + address);
    const before = elsewhere.asked.length;
    await page.evaluate((to) => {
      document.querySelector("main").insertAdjacentHTML("afterbegin", `<a id="away" href="${to}">away</a>`);
    }, `${elsewhere.origin}/robots.txt?from=${encodeURIComponent(address)}`);
    await page.focus("#away");
    await Promise.all([page.waitForURL(/robots\.txt/), page.keyboard.press("Enter")]);
    const asked = elsewhere.asked.slice(before).find((r) => r.url.endsWith(encodeURIComponent(address)));
    return [
      !asked && `${address}: the other site was not reached, so this proves nothing`,
      asked?.headers.referer && `${address}: the other site learns ${asked.headers.referer}`,
    ];
  });
  await context.close();
  const { count, text } = report(found);
  assert.equal(count, 0, text);
});
