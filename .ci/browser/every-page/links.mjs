// No link of the library is broken, and somebody who starts at its front door
// can get to everything in it.
import test from "node:test";
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { fileOf, filesOf } from "../site.mjs";
import { report } from "../browser.mjs";

// A page that no link leads to on purpose: servers show it for what is not there.
const unlinked = ["/404.html"];

export const look = (page) => page.evaluate(lookAt);

// Runs in the page.
function lookAt() {
  // Links that something else lies over, where a finger presses: on their words.
  function covered() {
    const links = [...document.querySelectorAll("a[href]:not(.skip)")].filter((a) => a.checkVisibility() && a.textContent.trim());
    return links.flatMap((a) => {
      a.scrollIntoView({ block: "center", behavior: "instant" });
      const box = a.getClientRects()[0];
      const hit = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
      return hit && (a.contains(hit) || hit.contains(a)) ? [] : [`"${a.textContent.trim()}" lies under ${hit?.outerHTML.slice(0, 140)}`];
    });
  }
  const sets = [...document.querySelectorAll("[srcset]")].flatMap((e) => e.srcset.split(",").map((s) => new URL(s.trim().split(/\s+/)[0], location).href));
  return {
    ids: [...document.querySelectorAll("[id]")].map((e) => e.id),
    links: [...document.querySelectorAll("a[href], area[href]")].map((e) => e.href),
    files: [...[...document.querySelectorAll("link[href]:not([rel=canonical])")].map((e) => e.href), ...[...document.querySelectorAll("[src]")].map((e) => e.src), ...sets],
    covered: covered(),
    pictures: [...document.images].map((e) => ({ src: e.getAttribute("src"), sized: e.hasAttribute("width") && e.hasAttribute("height") })),
  };
}

export function tests(site) {
  const pages = () => site.seen.map(({ address, links }) => ({ address, ...links }));
  const at = () => new Map(pages().map((p) => [p.address, p]));

  // The path and anchor of an address of this site, or undefined for others.
  function inside(address) {
    const url = new URL(address);
    if (url.origin !== site.server.origin) return undefined;
    return { path: decodeURIComponent(url.pathname), anchor: decodeURIComponent(url.hash.slice(1)) };
  }

  test("no internal link is broken, its anchor neither", () => {
    const known = at();
    const found = pages().map(({ address, links, files }) => [
      ...links.map((link) => {
        const to = inside(link);
        if (!to) return;
        if (!fileOf(site.folder, to.path)) return `${address}: leads to ${to.path}, which is not there`;
        if (to.anchor && !known.get(to.path)?.ids.includes(to.anchor)) return `${address}: leads to ${to.path}#${to.anchor}, and there is no such place on that page`;
      }),
      ...files.map((file) => {
        const to = inside(file);
        return to && !fileOf(site.folder, to.path) && `${address}: needs ${to.path}, which is not there`;
      }),
    ]);
    const { count, text } = report(found);
    assert.equal(count, 0, text);
  });

  test("a press on the words of a link reaches that link", () => {
    const { count, text } = report(pages().map((p) => p.covered.map((line) => `${p.address}: ${line}`)));
    assert.equal(count, 0, text);
  });

  test("every page is reached from the front door by links", () => {
    const known = at();
    const reached = new Set(["/"]);
    for (const address of reached) {
      for (const link of known.get(address)?.links ?? []) {
        const to = inside(link);
        if (to && known.has(to.path)) reached.add(to.path);
      }
    }
    const lost = [...known.keys()].filter((address) => !reached.has(address) && !unlinked.includes(address));
    assert.deepEqual(lost, []);
  });

  test("every file of the output is used by a page or known to be looked for", () => {
    const lookedFor = new Set(["robots.txt", "sitemap.xml", "_headers", ".htaccess"]);
    const used = new Set(pages().flatMap((p) => [...p.files, ...p.links]).map((f) => inside(f)?.path.slice(1)));
    const left = filesOf(site.folder).filter((file) => !file.endsWith(".html") && !lookedFor.has(file) && !used.has(file));
    assert.deepEqual(left, []);
  });

  test("pictures have their size, so that words do not jump", () => {
    const { count, text } = report(pages().map((p) => p.pictures.filter((i) => !i.sized).map((i) => `${p.address}: ${i.src}`)));
    assert.equal(count, 0, text);
  });

  test("the sitemap and the feeds name pages that are there, each page of the sitemap once", () => {
    const base = fs.readFileSync(path.join(site.shop.source, "handrail.toml"), "utf8").match(/^base_url\s*=\s*"(.*?)\/?"/m)[1];
    const locations = [...fs.readFileSync(path.join(site.folder, "sitemap.xml"), "utf8").matchAll(/<loc>(.*?)<\/loc>/g)].map((m) => m[1]);
    assert.ok(locations.length > 50, `the sitemap names ${locations.length} pages`);
    assert.equal(new Set(locations).size, locations.length, "a page is in the sitemap twice");
    const feeds = filesOf(site.folder).filter((f) => f.endsWith("feed.xml"));
    assert.ok(feeds.length > 0, "there is no feed");
    const named = feeds.flatMap((f) => [...fs.readFileSync(path.join(site.folder, f), "utf8").matchAll(/<link [^>]*href="(.*?)"/g)].map((m) => m[1]));
    for (const address of [...locations, ...named]) {
      assert.ok(address.startsWith(base + "/"), `${address} does not begin with ${base}/`);
      assert.ok(fileOf(site.folder, address.slice(base.length)), `${address} is not there`);
    }
  });
}
