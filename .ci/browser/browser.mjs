// Chromium as Debian ships it, kept from talking to anybody, and how pages are
// gone through.
import assert from "node:assert/strict";
import fs from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

/** axe-core, for pages that all need it from the start. */
export const axeSource = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/** Starts the browser that CHROMIUM names, or Debian's. Settings are Playwright's. */
export function openBrowser(settings = {}) {
  return chromium.launch({
    ...settings,
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      // The browser itself, no page, asks its maker what the boxes of a form are for.
      "--disable-features=AutofillServerCommunication",
    ],
  });
}

/**
 * Goes through a list with a few pages of one context at a time: two cores are
 * kept busy while one page waits. Returns the results in the list's order.
 */
export async function each(context, list, visit, atOnce = 2) {
  const results = new Array(list.length);
  let next = 0;
  await Promise.all(
    Array.from({ length: Math.min(atOnce, list.length) }, async () => {
      const page = await context.newPage();
      while (next < list.length) {
        const i = next++;
        results[i] = await visit(page, list[i], i);
      }
      await page.close();
    }),
  );
  return results;
}

/** The lists as one text, for a message that shows everything at once. */
export function report(lists) {
  const lines = lists.flat().filter(Boolean);
  return { count: lines.length, text: "\n" + lines.slice(0, 60).join("\n") + (lines.length > 60 ? `\n… and ${lines.length - 60} more` : "") };
}

// Runs in the page: what a reader gets from top to bottom.
export function read() {
  const seen = (e) => e.checkVisibility({ visibilityProperty: true });
  const named = (e) => e.labels?.[0]?.innerText || e.ariaLabel || e.getAttribute("aria-labelledby");
  const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter(seen);
  return {
    words: document.body.innerText.replace(/\s+/g, " ").trim(),
    headings: headings.map((h) => Number(h.tagName[1])),
    first: document.querySelector("a[href], button, input, textarea, summary")?.getAttribute("href"),
    marks: [...document.querySelectorAll("main i, main span")].filter((e) => seen(e) && !e.innerText.trim() && !e.closest("[aria-hidden=true], .lines")).map((e) => e.outerHTML.slice(0, 100)),
    boxes: [...document.querySelectorAll("input, textarea, select")].filter((e) => !named(e)).map((e) => e.outerHTML.slice(0, 100)),
    tables: [...document.querySelectorAll("table")].filter((t) => !t.querySelector("th")).length,
    top: document.querySelector("main")?.matches("#hr-main"),
  };
}

/** Where two texts begin to differ, or undefined. */
export function differs(a, b) {
  if (a === b) return undefined;
  let at = 0;
  while (a[at] === b[at]) at++;
  return `"${a.slice(Math.max(0, at - 40), at + 60)}" is "${b.slice(Math.max(0, at - 40), at + 60)}"`;
}

/** Puts axe-core into the page that is shown. */
export const bringAxe = (page) => page.evaluate(axeSource);

/**
 * Runs axe-core in the page as it is now: all its WCAG A and AA rules and its
 * best practices, or only the rules named. Returns each violation as a line.
 * Nothing is asked for again: of these rules only the one about sound that plays
 * by itself would, and no page may hold such a thing.
 */
export async function violations(page, where, only) {
  const runOnly = only ? { type: "rule", values: only } : { type: "tag", values: tags };
  const { rules, found } = await page.evaluate(async (runOnly) => {
    const result = await window.axe.run(document, { runOnly, resultTypes: ["violations"], preload: false });
    return {
      rules: result.passes.length + result.violations.length,
      found: result.violations.flatMap((v) => v.nodes.map((n) => `${v.id} (${v.help}): ${n.target.join(" ")} ${n.html.slice(0, 300)}`)),
    };
  }, runOnly);
  assert.ok(rules > (only ? 0 : 15), `axe ran only ${rules} rules on ${where}`);
  return found.map((line) => `${where}: ${line}`);
}

/** A phone at the edge of a network: 400 kbit/s, 400 ms there and back. */
export const slow3G = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
/** No limit. */
export const fast = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };

/** Turns a page's cache off; returns a function that sets the pace of its network. */
export async function network(page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.setCacheDisabled", { cacheDisabled: true });
  return (pace) => devtools.send("Network.emulateNetworkConditions", pace);
}

/**
 * The hands of somebody who has only a keyboard. `to` presses Tab until the
 * focus is on what the selector names, as their eyes would guide them; `follow`
 * does so and presses Enter, and counts that as one press.
 */
export function keyboard(page) {
  const hands = {
    presses: 0,
    async to(selector) {
      for (let tabs = 0; tabs < 400; tabs++) {
        await page.keyboard.press("Tab");
        const at = await page.evaluate((selector) => {
          const e = document.activeElement;
          if (!e || e === document.body) return "body";
          const box = e.getBoundingClientRect();
          return e.matches(selector) && box.bottom > 0 && box.top < innerHeight && "here";
        }, selector);
        if (at === "here") return;
        assert.ok(at !== "body" || tabs === 0, `${page.url()}: Tab came to the end without meeting ${selector}`);
      }
      assert.fail(`${page.url()}: 400 times Tab did not lead to ${selector}`);
    },
    async follow(selector) {
      await hands.to(selector);
      const before = page.url();
      await Promise.all([page.waitForURL((url) => url.href !== before), page.keyboard.press("Enter")]);
      hands.presses++;
    },
  };
  return hands;
}
