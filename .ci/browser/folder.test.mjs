// With `relative_urls = true` the library works from a folder or a memory stick,
// opened without any server.
import test, { after, before } from "node:test";
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { filesOf, workshop } from "./site.mjs";
import { each, openBrowser, report } from "./browser.mjs";

let shop, folder, browser, context;
before(async () => {
  shop = workshop();
  folder = shop.build("a folder", { HANDRAIL_RELATIVE_URLS: "true" });
  browser = await openBrowser();
  context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  context.setDefaultTimeout(10000);
});
after(async () => {
  await browser?.close();
  shop?.remove();
});

const url = (file) => pathToFileURL(path.join(folder, file)).href;

// Runs in the page: whether the style came and every picture shows.
async function dressed() {
  document.querySelectorAll("[loading=lazy]").forEach((e) => (e.loading = "eager"));
  await Promise.allSettled([...document.images].map((e) => e.decode()));
  const body = getComputedStyle(document.body);
  return {
    styled: body.margin === "0px" && body.backgroundColor !== "rgba(0, 0, 0, 0)",
    pictures: [...document.images].map((e) => ({ src: e.src, shows: e.complete && e.naturalWidth > 0 })),
  };
}

test("from a folder a reader goes from home to a story and to a guide, with style and pictures", async () => {
  const page = await context.newPage();
  const arrive = async (pattern) => {
    await page.waitForURL(pattern);
    const { styled, pictures } = await page.evaluate(dressed);
    assert.ok(styled, `${page.url()} has no style`);
    assert.deepEqual(pictures.filter((p) => !p.shows), [], `${page.url()}: pictures`);
    return pictures.length;
  };
  await page.goto(url("index.html"));
  await page.locator("main a[lang=es], main a:has([lang=es])").first().click();
  await arrive(/\/es\/index\.html$/);
  await page.goBack();
  await page.locator("main a[lang=en], main a:has([lang=en])").first().click();
  let pictures = await arrive(/\/en\/index\.html$/);
  await page.locator("main a[href*='stories/s-']").first().click();
  pictures += await arrive(/\/en\/stories\/s-[^/]+\/index\.html$/);
  await page.locator("header a[href$='guides/index.html']").first().click();
  await arrive(/\/en\/guides\/index\.html$/);
  await page.locator("main a[href$='harm-repair/index.html']").first().click();
  pictures += await arrive(/\/en\/guides\/harm-repair\/index\.html$/);
  await page.locator("main a[href*='#']:visible").first().click();
  await page.waitForURL(/index\.html#./);
  assert.ok(pictures >= 3, `only ${pictures} pictures were seen on the way`);
  await page.close();
});

test("from a folder no link is broken and nothing is asked of the disk's root", async () => {
  const pages = filesOf(folder).filter((file) => file.endsWith(".html") && file !== "404.html");
  const root = pathToFileURL(folder + "/").href;
  const found = await each(context, pages, async (page, file) => {
    await page.goto(url(file));
    const asked = await page.evaluate(() =>
      [...document.querySelectorAll("a[href], link[href]:not([rel=canonical], [rel=alternate]), [src], [srcset]")].flatMap((e) => [e.href, e.src, ...(e.srcset ?? "").split(",").map((s) => s.trim().split(/\s+/)[0]).filter(Boolean).map((s) => new URL(s, location).href)]).filter((u) => u?.startsWith("file:")),
    );
    return asked.flatMap((address) => {
      if (!address.startsWith(root)) return [`${file}: ${address} lies outside the folder`];
      const to = fileURLToPath(address.replace(/[?#].*$/, ""));
      return fs.existsSync(to) && fs.statSync(to).isFile() ? [] : [`${file}: ${path.relative(folder, to)} is not a file`];
    });
  });
  const { count, text } = report(found);
  assert.equal(count, 0, text);
});
