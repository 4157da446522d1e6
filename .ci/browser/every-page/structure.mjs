// Every page says what it is and how to get around: one heading at the top,
// landmarks, a skip link, its language, the way to safety and to removal, and
// the same page in the other languages. What is pressed is large enough for a thumb.
import test from "node:test";
import assert from "node:assert/strict";
import { direction, fileOf, languages, ownName } from "../site.mjs";
import { report } from "../browser.mjs";

export async function look(page) {
  return { ...(await page.evaluate(lookAt)), targets: await page.evaluate(small, 44), skip: await skips(page) };
}

// Runs in the page: what the tests below want to know.
function lookAt() {
  const seen = (e) => e.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && e.getBoundingClientRect().width > 0 && e.getBoundingClientRect().right > 0;
  const outer = (tag) => [...document.querySelectorAll(tag)].filter((e) => !e.closest("main, article, aside, section") && seen(e)).length;
  return {
    lang: document.documentElement.lang,
    dir: document.documentElement.dir,
    title: document.title.trim(),
    h1: [...document.querySelectorAll("h1")].filter(seen).map((e) => e.textContent.trim()),
    landmarks: { header: outer("header"), footer: outer("footer"), nav: outer("nav"), main: document.querySelectorAll("main").length },
    namelessNavs: [...document.querySelectorAll("nav")].filter((e) => !e.ariaLabel && !e.getAttribute("aria-labelledby")).length,
    links: [...document.querySelectorAll("a[href]")].filter(seen).map((e) => ({
      path: decodeURIComponent(e.pathname),
      text: e.textContent.trim().replace(/\s+/g, " "),
      // The words of a link that are marked as written in another language.
      marked: [...(e.lang ? [e] : []), ...e.querySelectorAll("[lang]")].map((m) => ({ lang: m.lang, dir: m.dir, text: m.textContent.trim() })),
    })),
  };
}

// Runs in the page: links of navigations, buttons and boxes that are too low for
// a thumb. Inline links in running text are excepted, as in WCAG 2.5.8.
function small(least) {
  const seen = (e) => e.checkVisibility({ visibilityProperty: true }) && e.getBoundingClientRect().height > 0;
  const targets = [...document.querySelectorAll("nav a, body > header a, body > footer a, a.button, button, summary, input:not([type=hidden]), select, textarea")].filter(seen);
  // The largest of itself, its label, and what is drawn over the card around it.
  const height = (e) => {
    const boxes = [e, ...(e.labels ?? [])].map((x) => x.getBoundingClientRect().height);
    return Math.max(...boxes);
  };
  return { count: targets.length, low: targets.filter((e) => height(e) < least - 0.5).map((e) => `${Math.round(height(e))} px high: ${e.outerHTML.slice(0, 140)}`) };
}

// Presses Tab once and Enter once, as somebody without a mouse does.
async function skips(page) {
  await page.keyboard.press("Tab");
  await page.waitForTimeout(20);
  const first = await page.evaluate(() => {
    const e = document.activeElement;
    const box = e.getBoundingClientRect();
    return { href: e.getAttribute("href"), text: e.textContent.trim(), seen: box.top >= 0 && box.left >= 0 && box.right <= innerWidth && box.height > 20 };
  });
  if (!first.href?.startsWith("#")) return first; // it would lead away
  await page.keyboard.press("Enter");
  await page.waitForTimeout(20);
  const inMain = await page.evaluate(() => document.querySelector("main")?.contains(document.activeElement));
  return { ...first, inMain };
}

const unless = (right, line) => (right ? [] : [line]);
const langOf = (address) => languages.find((lang) => address.startsWith(`/${lang}/`)) ?? languages[0];

export function tests(site) {
  const pages = () => site.seen.map(({ address, structure }) => ({ address, ...structure }));
  function checkAll(look) {
    const { count, text } = report(pages().map((page) => look(page).map((line) => `${page.address}: ${line}`)));
    assert.equal(count, 0, text);
  }

  test("every page has one h1 with words in it", () => {
    checkAll((p) => unless(p.h1.length === 1 && p.h1[0] !== "", `h1: ${JSON.stringify(p.h1)}`));
  });

  test("every page says its language and direction", () => {
    checkAll((p) => {
      const lang = langOf(p.address);
      return unless(p.lang === lang && p.dir === direction[lang], `lang="${p.lang}" dir="${p.dir}", not ${lang} and ${direction[lang]}`);
    });
  });

  test("every page has a title that no other page of its language has", () => {
    const owners = new Map();
    for (const p of pages()) {
      const key = `${langOf(p.address)} ${p.title}`;
      owners.set(key, [...(owners.get(key) ?? []), p.address]);
    }
    checkAll((p) => [
      ...unless(p.title !== "", "no title"),
      ...unless(owners.get(`${langOf(p.address)} ${p.title}`).length === 1, `title "${p.title}" of ${owners.get(`${langOf(p.address)} ${p.title}`)}`),
    ]);
  });

  test("every page has landmarks, and its navigations have names", () => {
    checkAll((p) => [
      ...unless(p.landmarks.main === 1, `${p.landmarks.main} main`),
      ...unless(p.landmarks.header === 1, `${p.landmarks.header} header of the page`),
      ...unless(p.landmarks.footer === 1, `${p.landmarks.footer} footer of the page`),
      ...unless(p.landmarks.nav >= 1, "no navigation"),
      ...unless(p.namelessNavs === 0, `${p.namelessNavs} nameless navigations`),
    ]);
  });

  test("the skip link comes first, shows itself and leads into the text", () => {
    checkAll((p) => [
      ...unless(p.skip.href?.startsWith("#") && p.skip.text !== "", `Tab leads to ${JSON.stringify(p.skip)}`),
      ...unless(p.skip.seen, "the focused skip link is not on the screen"),
      ...unless(p.skip.inMain, "Enter on the skip link does not move the focus into main"),
    ]);
  });

  test("safety and removal are one press away from every page", () => {
    checkAll((p) => {
      const lang = langOf(p.address);
      return ["safety", "removal"].flatMap((role) => unless(p.links.some((l) => l.path === `/${lang}/${role}/`), `no visible link to /${lang}/${role}/`));
    });
  });

  test("every page leads to itself in each language, by that language's own name", () => {
    checkAll((p) => {
      const lang = langOf(p.address);
      const rest = p.address.startsWith(`/${lang}/`) ? p.address.slice(lang.length + 2) : "";
      return languages.filter((other) => other !== lang || rest === "").flatMap((other) => {
        const there = `/${other}/${rest}`;
        const translated = fileOf(site.folder, there) !== undefined;
        const link = p.links.find((l) => l.marked.some((m) => m.lang === other && m.text === ownName[other] && m.dir === direction[other]));
        if (!link) return [`no link with "${ownName[other]}" marked lang="${other}" dir="${direction[other]}"`];
        if (translated) return unless(link.path === there, `"${link.text}" leads to ${link.path}, not to ${there}`);
        return [
          ...unless(link.text !== ownName[other], `"${link.text}" does not say that this page is missing in ${other}`),
          ...unless(fileOf(site.folder, link.path), `"${link.text}" leads nowhere: ${link.path}`),
        ];
      });
    });
  });

  test("links of navigations, buttons and boxes are 44 px high on a phone", () => {
    checkAll((p) => [...unless(p.targets.count > 5, `only ${p.targets.count} targets`), ...p.targets.low]);
  });
}
