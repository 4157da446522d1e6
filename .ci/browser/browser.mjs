// Chromium as Debian ships it, kept from talking to anybody, and how pages are
// gone through.
import { chromium } from "playwright-core";

/** Starts the browser that CHROMIUM names, or Debian's. */
export function openBrowser() {
  return chromium.launch({
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
        results[i] = await visit(page, list[i]);
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
