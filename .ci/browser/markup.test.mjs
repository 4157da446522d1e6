// html-validate reads every built page: what a browser forgives, a screen
// reader or a reader of feeds may not.
import test, { after, before } from "node:test";
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { HtmlValidate } from "html-validate";
import { filesOf, workshop } from "./site.mjs";
import { report } from "./browser.mjs";

const validate = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended", "html-validate:document"],
  rules: {
    // A digest in the page says nothing about a file that lies beside it.
    "require-sri": ["error", { target: "crossorigin" }],
  },
});

// HTML gives boxes to tick no autocomplete. Browsers do, and "off" is the only
// way to keep Firefox from bringing back what somebody ticked, after a reload,
// on a device that is shared. The reader's safety comes first.
const allowed = 'autocomplete attribute cannot be used on <input type="checkbox">';

let shop, folder;
before(() => {
  shop = workshop();
  folder = shop.build("public");
});
after(() => shop?.remove());

async function errors(html, name) {
  const result = await validate.validateString(html, name);
  const lines = html.split("\n");
  return result.results
    .flatMap((r) => r.messages)
    .filter((m) => m.message !== allowed)
    .map((m) => `${name}:${m.line}:${m.column}: ${m.message} [${m.ruleId}]: ${(lines[m.line - 1] ?? "").trim().slice(0, 160)}`);
}

test("html-validate finds a fault that is there", async () => {
  const page = fs.readFileSync(path.join(folder, "en/index.html"), "utf8");
  const found = await errors(page.replace("</main>", '<div id="hr-main"><p><div></p></div></main>'), "spoilt");
  assert.ok(found.some((line) => line.includes("[no-dup-id]")), found.join("\n"));
  assert.ok(found.some((line) => line.includes("[close-order]")), found.join("\n"));
});

test("html-validate finds nothing on any page", async () => {
  const files = filesOf(folder).filter((file) => file.endsWith(".html"));
  assert.ok(files.length > 50, `only ${files.length} pages were built`);
  const found = [];
  for (const file of files) found.push(await errors(fs.readFileSync(path.join(folder, file), "utf8"), file));
  const { count, text } = report(found);
  assert.equal(count, 0, text);
});
