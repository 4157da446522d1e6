// Readers may be watched. Every page is opened and everything on it pressed that
// is no link: nobody but the site is asked, no script runs that is not the
// site's own, nothing stays on the device, and another site that a link leads to
// does not learn where it was pressed.
import test from "node:test";
import assert from "node:assert/strict";
import { onePageOfEveryKind, serve } from "../site.mjs";
import { each, report } from "../browser.mjs";

export async function look(page, { server }, address) {
  const pressed = await page.evaluate(pressEverything);
  // A press may have led on to another page of the site.
  if (page.url() !== server.origin + address) await page.goto(server.origin + address);
  return { pressed, lines: await page.evaluate(troubles) };
}

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

// Runs in the page: what asks somebody else, or tells of the visit, or is left on the device.
async function troubles() {
  const foreign = [...document.scripts].filter((e) => new URL(e.src || "about:blank").origin !== location.origin || e.text).length;
  const handlers = [...document.querySelectorAll("*")].filter((e) => e.getAttributeNames().some((n) => n.startsWith("on"))).length;
  const frames = document.querySelectorAll("iframe, frame, object, embed").length;
  // Links in the writers' own words bring their own rule, for a theme without ours.
  const bare = [...document.querySelectorAll("main a[href^=http]")].filter((a) => a.origin !== location.origin && !a.relList.contains("noreferrer"));
  const left = {
    cookie: document.cookie.length,
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  };
  return [
    foreign && `${foreign} scripts that are not the site's own`,
    handlers && `${handlers} scripts in attributes`,
    frames && `${frames} frames`,
    ...bare.map((a) => `the link to ${a.href} lacks rel="noreferrer"`),
    ...Object.entries(left).filter(([, count]) => count).map(([what, count]) => `left on the device: ${what} ${count}`),
  ].filter(Boolean);
}

export function tests(site) {
  test("visiting every page and pressing everything asks nobody else and leaves nothing behind", () => {
    const found = site.seen.map(({ address, privacy }) => privacy.lines.map((line) => `${address}: ${line}`));
    const { count, text } = report([...found, site.cookies.map((c) => `the cookie ${c.name}`), site.foreign.map((origin) => `${origin} is asked`)]);
    assert.equal(count, 0, text);
    assert.ok(site.own >= site.seen.length, "the pages did not come through the proxy");
    assert.ok(site.seen.some(({ privacy }) => privacy.pressed > 0), "nothing was pressed");
  });

  test("no request of the site carries a cookie or a referrer", () => {
    const telling = site.server.asked.filter(({ headers }) => headers.cookie || headers.referer);
    assert.deepEqual(telling.map((r) => `${r.url} from ${r.headers.referer} with ${r.headers.cookie}`), []);
  });

  test("a press on a link to another site does not tell where it was pressed", async () => {
    const elsewhere = await serve(site.folder); // another port is another origin
    const context = await site.browser.newContext();
    const found = await each(context, onePageOfEveryKind(site.folder).filter((p) => p.lang === "en"), async (page, { address }) => {
      await page.goto(site.server.origin + address);
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
    await elsewhere.close();
    const { count, text } = report(found);
    assert.equal(count, 0, text);
  });
}
