// The library as a reader gets it: the program is built from source, builds
// the repository's own example site from a copy, and a small server shows it.
// Everything lies in one temporary folder that goes away at the end.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { createServer } from "node:http";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const repository = fileURLToPath(new URL("../../", import.meta.url));

/** The languages of the example library, as handrail.toml lists them. */
export const languages = ["en", "es", "ar"];
export const direction = { en: "ltr", es: "ltr", ar: "rtl" };
export const ownName = { en: "English", es: "Español", ar: "العربية" };

/** A site is what lies in the repository beside the program itself. What earlier builds left in .handrail is not copied. */
const ours = [".git", ".ci", "cmd", "internal", "public", "handrail"];
const parts = fs.readdirSync(repository).filter((name) => !ours.includes(name));
const leftBehind = ["manifest", "cache"].map((name) => path.join(repository, ".handrail", name));

/**
 * Builds the program (or takes the one that HANDRAIL names) and copies the site into a new temporary folder.
 * `build` writes the site to a folder in there (or any other) and returns it.
 */
export function workshop() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "handrail-browser-"));
  const program = process.env.HANDRAIL ?? path.join(folder, "handrail");
  const source = path.join(folder, "site");
  if (!process.env.HANDRAIL) execFileSync("go", ["build", "-o", program, "./cmd/handrail"], { cwd: repository, stdio: "inherit" });
  for (const part of parts) {
    fs.cpSync(path.join(repository, part), path.join(source, part), { recursive: true, filter: (from) => !leftBehind.includes(from) });
  }
  return {
    folder,
    program,
    source,
    build(name, env = {}) {
      const output = path.resolve(folder, name);
      const run = spawnSync(program, ["build", "-s", source, "-d", output], { env: { ...process.env, ...env }, encoding: "utf8" });
      if (run.status !== 0) {
        const errors = run.stdout.split("\n").filter((line) => line.includes(": error: "));
        throw new Error(`the library does not build (exit status ${run.status}):\n${errors.join("\n")}\n${run.stderr}`);
      }
      return output;
    },
    remove: () => fs.rmSync(folder, { recursive: true, force: true }),
  };
}

/** Every file below a folder, as paths with slashes, sorted. */
export function filesOf(folder) {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)).split(path.sep).join("/"))
    .sort();
}

/** The address of every page of a built site: "/en/about/", "/404.html". */
export function pagesOf(folder) {
  return filesOf(folder)
    .filter((file) => file.endsWith(".html"))
    .map((file) => "/" + file.replace(/(^|\/)index\.html$/, "$1"));
}

/** The file that a server gives for an address, or undefined. */
export function fileOf(folder, address) {
  let name = decodeURIComponent(address.replace(/[?#].*$/, ""));
  if (name.endsWith("/")) name += "index.html";
  const file = path.join(folder, name);
  return fs.existsSync(file) && fs.statSync(file).isFile() ? file : undefined;
}

/** One page of every kind, as a pattern below the language's folder. */
export const kinds = {
  home: /^$/,
  "catalogue of stories": /^stories\/$/,
  "catalogue of guides": /^guides\/$/,
  story: /^stories\/[^/]+\/$/,
  workbook: /^workbooks\/[^/]+\/$/,
  guide: /^guides\/(?![^/]+-short\/)[^/]+\/$/,
  "short guide": /^guides\/[^/]+-short\/$/,
  priorities: /^guides\/[^/]+\/priorities\/$/,
  "audience view": /^guides\/[^/]+\/for-[^/]+\/$/,
  report: /^reports\/[^/]+\/$/,
  "event for hosts": /^events\/(?![^/]+-speaker\/)[^/]+\/$/,
  "event for speakers": /^events\/[^/]+-speaker\/$/,
  glossary: /^glossary\/$/,
  "plain page": /^about\/$/,
  "removal page": /^removal\/$/,
};

/** One page of every kind in each language, the chooser and the not-found page: [{name, address, lang}]. */
export function onePageOfEveryKind(folder) {
  const all = pagesOf(folder);
  const found = [
    { name: "chooser", address: "/", lang: "en" },
    { name: "not found", address: "/404.html", lang: "en" },
  ];
  for (const lang of languages) {
    for (const [kind, pattern] of Object.entries(kinds)) {
      const address = all.find((page) => page.startsWith(`/${lang}/`) && pattern.test(page.slice(lang.length + 2)));
      if (!address) throw new Error(`the library has no ${kind} in ${lang}`);
      found.push({ name: `${kind}, ${lang}`, address, lang });
    }
  }
  return found;
}

const types = { html: "text/html; charset=utf-8", css: "text/css", js: "text/javascript", svg: "image/svg+xml", xml: "application/xml", txt: "text/plain; charset=utf-8", png: "image/png", jpg: "image/jpeg", webp: "image/webp" };

/** Serves a folder on this machine, and keeps what was asked for. */
export async function serve(folder) {
  const asked = []; // {url, headers}
  const server = createServer((request, response) => {
    asked.push({ url: request.url, headers: request.headers });
    const found = fileOf(folder, request.url);
    const file = found ?? path.join(folder, "404.html");
    response.writeHead(found ? 200 : 404, { "Content-Type": types[path.extname(file).slice(1)] ?? "application/octet-stream" });
    response.end(fs.readFileSync(file));
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    asked,
    close() {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}

/** Starts the writers' preview of a folder; resolves to {origin, stop}. */
export async function startPreview(program, source) {
  const preview = spawn(program, ["serve", "-s", source, "--port", "0"], { stdio: ["ignore", "ignore", "pipe"] });
  const origin = await new Promise((found, failed) => {
    let said = "";
    preview.stderr.on("data", (data) => {
      said += data;
      const at = said.match(/http:\/\/127\.0\.0\.1:\d+/);
      if (at) found(at[0]);
    });
    preview.on("exit", (code) => failed(new Error(`the preview ended with ${code}: ${said}`)));
    setTimeout(() => failed(new Error(`the preview did not say its address: ${said}`)), 60000).unref();
  });
  return {
    origin,
    async stop() {
      if (preview.exitCode !== null) return;
      preview.kill("SIGINT");
      await new Promise((ended) => preview.once("exit", ended));
    },
  };
}

/** The words of a text without the signs of markdown, of direction and of spacing. */
export const plain = (markdown) => markdown.replace(/[*_`]/g, "").replace(/\[([^\]]*)\][({][^)}]*[)}]/g, "$1").trim();
export const squeeze = (text) => text.normalize("NFKC").replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "").replace(/\s+/g, " ");

/** Prints a page as the browser's own menu does, into a folder; returns the file. */
export async function printed(page, folder, name) {
  const pdf = path.join(folder, name + ".pdf");
  await page.pdf({ path: pdf, preferCSSPageSize: true, format: "A4", tagged: true });
  return pdf;
}

/** The words on the sheets of a PDF. */
export const wordsOf = (pdf) => squeeze(execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" }));

/** How many rules as wide as half the page are drawn on the pages of a PDF. */
export function rules(pdf) {
  const prefix = pdf.replace(/\.pdf$/, "");
  execFileSync("pdftoppm", ["-gray", "-r", "80", pdf, prefix]);
  let count = 0;
  for (const name of fs.readdirSync(path.dirname(pdf)).filter((n) => n.startsWith(path.basename(prefix)) && n.endsWith(".pgm"))) {
    const file = fs.readFileSync(path.join(path.dirname(pdf), name));
    // https://netpbm.sourceforge.net/doc/pgm.html
    const [head, width, height] = file.toString("latin1", 0, 40).match(/^P5\s+(\d+)\s+(\d+)\s+255\s/).map((v, i) => (i ? Number(v) : v));
    let inRule = false;
    for (let y = 0; y < height; y++) {
      let longest = 0;
      for (let x = 0, run = 0; x < width; x++) {
        run = file[head.length + y * width + x] < 220 ? run + 1 : 0;
        longest = Math.max(longest, run);
      }
      const rule = longest > width / 2;
      if (rule && !inRule) count++;
      inRule = rule;
    }
  }
  return count;
}
