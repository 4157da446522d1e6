// The writers' preview: the page follows what is written, says what is wrong in
// words, never touches the published site, and answers nobody but the browser
// of the person who writes.
import test, { after, before } from "node:test";
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import fs from "node:fs";
import http from "node:http";
import net from "node:net";
import path from "node:path";
import { filesOf, serve, startPreview, workshop } from "./site.mjs";
import { openBrowser } from "./browser.mjs";

// Stands in files that the preview must never show.
const secret = "marzipan-lighthouse-42";
const patience = 30000; // ms; only what hangs takes that long

let shop, copy, preview, origin, port, browser, published;
before(async () => {
  shop = workshop();
  copy = shop.source;
  shop.build(path.join(copy, "public"));
  fs.mkdirSync(path.join(copy, ".handrail"), { recursive: true });
  for (const file of ["../secret.txt", ".handrail/secret.txt", ".secret.txt", "secret.txt", "content/en/secret.txt~"]) fs.writeFileSync(path.join(copy, file), secret);
  fs.appendFileSync(path.join(copy, "handrail.toml"), `\n# ${secret}\n`);
  published = stateOf(path.join(copy, "public"));
  preview = await startPreview(shop.program, copy);
  origin = preview.origin;
  port = Number(new URL(origin).port);
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await preview?.stop();
  shop?.remove();
});

/** The bytes, times and names of everything in a folder, as one text. */
function stateOf(folder) {
  return filesOf(folder)
    .map((file) => {
      const full = path.join(folder, file);
      return `${file} ${fs.statSync(full).mtimeMs} ${createHash("sha256").update(fs.readFileSync(full)).digest("hex")}`;
    })
    .join("\n");
}

test("the page follows what is written, says what is wrong and where, and forgets it when it is mended", async () => {
  const file = path.join(copy, "content/en/about.md");
  const whole = fs.readFileSync(file, "utf8");
  const page = await browser.newPage();
  await page.goto(`${origin}/en/about/`);
  const panel = page.locator("#handrail-panel");
  const before = await panel.count();

  fs.writeFileSync(file, whole + "\nA new kettle arrived this morning.\n");
  await page.locator("main", { hasText: "A new kettle arrived this morning." }).waitFor({ timeout: patience });

  const lines = whole.split("\n");
  const broken = lines.findIndex((line) => line.startsWith("summary = "));
  assert.ok(broken > 0, "about.md has no summary to break");
  fs.writeFileSync(file, whole.replace(/^(summary = ".*)"$/m, "$1"));
  const blocked = page.locator("#handrail-panel.handrail-blocked");
  await blocked.waitFor({ timeout: patience });
  const said = await blocked.innerText();
  assert.match(said, new RegExp(`line ${broken + 1}\\b`), `the panel does not name line ${broken + 1}: ${said}`);
  assert.match(said, /[a-z]+ [a-z]+ [a-z]+/, `the panel has no sentence: ${said}`);
  assert.doesNotMatch(said, /panic|goroutine|nil pointer|0x[0-9a-f]{6}/, said);
  assert.ok(await blocked.isVisible(), "the panel is not seen");
  assert.ok((await page.locator("main").innerText()).length > 200, "the page went away");

  // A reload by hand, and another page, still work while it is broken.
  await page.reload();
  assert.ok((await page.locator("main h1").innerText()).length > 0);
  const other = await browser.newPage();
  assert.equal((await other.goto(`${origin}/en/safety/`)).status(), 200);
  await other.close();

  fs.writeFileSync(file, whole);
  await blocked.waitFor({ state: "detached", timeout: patience });
  await page.locator("main h1").waitFor();
  assert.equal(await panel.count(), before, "the panel is not as it was at first");
  assert.doesNotMatch(await page.locator("main").innerText(), /A new kettle/);
  await page.close();
});

test("a broken configuration leaves the pages standing, and the panel says what is wrong", async () => {
  const file = path.join(copy, "handrail.toml");
  const whole = fs.readFileSync(file, "utf8");
  const page = await browser.newPage();
  await page.goto(`${origin}/en/`);
  fs.writeFileSync(file, whole.replace(/^languages = .*$/m, 'languages = ["en", '));
  const blocked = page.locator("#handrail-panel.handrail-blocked");
  await blocked.waitFor({ timeout: patience });
  assert.match(await blocked.innerText(), /handrail\.toml/);
  assert.ok((await page.locator("main").innerText()).length > 200, "the page went away");
  fs.writeFileSync(file, whole);
  await blocked.waitFor({ state: "detached", timeout: patience });
  await page.close();
});

/** One request as any program may write it; resolves to {status, headers, body}. */
function ask({ method = "GET", target = "/en/", headers = {} }) {
  return new Promise((answered, failed) => {
    const request = http.request({ host: "127.0.0.1", port, method, path: target, headers, setHost: !("Host" in headers) }, (response) => {
      let body = "";
      response.on("data", (data) => (body += data));
      response.on("end", () => answered({ status: response.statusCode, headers: response.headers, body }));
    });
    request.on("error", failed);
    request.setTimeout(patience, () => request.destroy(new Error("no answer")));
    request.end();
  });
}

test("the browser of the person who writes is answered", async () => {
  for (const headers of [
    {},
    { Host: `localhost:${port}` },
    { Origin: origin },
    { "Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document" },
    { "Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "style" },
  ]) {
    const { status, body } = await ask({ headers });
    assert.equal(status, 200, JSON.stringify(headers));
    assert.match(body, /<main/);
  }
});

test("everybody else is refused, whatever they say about themselves", async () => {
  const foreign = (site, mode, dest, more = {}) => ({ headers: { "Sec-Fetch-Site": site, "Sec-Fetch-Mode": mode, "Sec-Fetch-Dest": dest, ...more } });
  const hostile = [
    // Names that somebody else owns, which DNS may point at this machine.
    ...["evil.example", `evil.example:${port}`, `127.0.0.1.evil.example:${port}`, `localhost.evil.example:${port}`, `rebind.example.:${port}`, `127.0.0.1:${port}.evil.example`, `LOCALHOST.:${port}`, `0.0.0.0:${port}`, `[::ffff:127.0.0.1]:${port}`, `127.1:${port}`, `2130706433:${port}`, `0x7f000001:${port}`].map((Host) => ({ headers: { Host } })),
    // This machine under another port, and no name at all.
    ...["127.0.0.1", "localhost", "127.0.0.1:80", `127.0.0.1:${port + 1}`, `localhost:${port - 1}`, `127.0.0.1:0${port}`, ""].map((Host) => ({ headers: { Host } })),
    // Pages of other origins that read from it.
    ...["https://evil.example", "null", "http://127.0.0.1", `http://127.0.0.1:${port + 1}`, `https://127.0.0.1:${port}`, `http://127.0.0.1:${port}.evil.example`, `http://localhost:${port}`, "file://", `${origin}/`].map((Origin) => ({ headers: { Origin } })),
    // Proxies and tunnels.
    { headers: { "X-Forwarded-Host": "evil.example" } },
    { headers: { "X-Forwarded-Host": `127.0.0.1:${port}` } },
    { headers: { "X-Forwarded-For": "203.0.113.7" } },
    { headers: { "X-Forwarded-Proto": "https" } },
    { headers: { Forwarded: "for=203.0.113.7;host=evil.example" } },
    // Other sites that embed it or send to it.
    foreign("cross-site", "no-cors", "image"),
    foreign("cross-site", "no-cors", "script"),
    foreign("cross-site", "cors", "empty"),
    foreign("cross-site", "navigate", "iframe"),
    foreign("cross-site", "navigate", "object"),
    foreign("same-site", "no-cors", "style"),
    foreign("same-site", "navigate", "iframe"),
    { ...foreign("cross-site", "no-cors", "empty"), target: "/_handrail/events" },
    { ...foreign("cross-site", "no-cors", "script"), target: "/_handrail/live.js" },
    { ...foreign("cross-site", "navigate", "document"), method: "POST" },
    { method: "POST", headers: { Origin: "https://evil.example", "Content-Type": "text/plain" } },
    { method: "OPTIONS", headers: { Origin: "https://evil.example", "Access-Control-Request-Method": "GET", "Access-Control-Request-Private-Network": "true" } },
    { headers: { Origin: "https://evil.example", Connection: "Upgrade", Upgrade: "websocket", "Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==" } },
  ];
  assert.ok(hostile.length >= 20);
  const letIn = [];
  for (const request of hostile) {
    const { status, headers, body } = await ask(request);
    if (status !== 403 || Object.keys(headers).some((name) => name.startsWith("access-control-allow")) || /<main|EventSource/.test(body)) letIn.push(`${JSON.stringify(request)}: ${status} ${JSON.stringify(headers)}`);
  }
  assert.deepEqual(letIn, []);
});

test("a page of another site can neither read nor frame the preview", async () => {
  const site = await serve(path.join(copy, "public"));
  const page = await browser.newPage();
  await page.goto(`${site.origin}/en/`);
  const got = await page.evaluate(async (origin) => {
    const failed = [];
    for (const mode of ["cors", "no-cors"]) {
      const answer = await fetch(`${origin}/en/`, { mode }).catch(() => null);
      failed.push(answer === null || (answer.type === "opaque" && (await answer.text()) === "") ? "nothing" : await answer.text());
    }
    const frame = document.createElement("iframe");
    frame.src = `${origin}/en/`;
    const loaded = new Promise((done) => (frame.onload = done));
    document.body.append(frame);
    await Promise.race([loaded, new Promise((done) => setTimeout(done, 2000))]);
    return failed;
  }, origin);
  assert.deepEqual(got, ["nothing", "nothing"]);
  for (const frame of page.frames().slice(1)) {
    assert.equal(await frame.locator("main").count(), 0, "the preview shows in a frame of another site");
  }
  await page.close();
  await site.close();
});

/** Sends a path byte by byte, as no client library lets one. */
function askRaw(target) {
  return new Promise((answered, failed) => {
    const socket = net.connect(port, "127.0.0.1", () => socket.write(`GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`));
    let answer = "";
    socket.on("data", (data) => (answer += data));
    socket.on("end", () => answered(answer));
    socket.on("error", failed);
    socket.setTimeout(patience, () => socket.destroy(new Error(`no answer to ${target}`)));
  });
}

test("no path leads out of the site", async () => {
  const targets = [
    "/../secret.txt", "/../../secret.txt", "/en/../../secret.txt", "/en/../../../etc/passwd", "/%2e%2e/secret.txt", "/%2e%2e%2fsecret.txt", "/..%2fsecret.txt", "/..%5csecret.txt", "/..\\secret.txt",
    "/%252e%252e%252fsecret.txt", "/....//secret.txt", "/.../secret.txt", "/./../secret.txt", "/en/%00/../../secret.txt", "/secret.txt%00.html", "/%c0%ae%c0%ae/secret.txt", "/%uff0e%uff0e/secret.txt", "//secret.txt", "//..//secret.txt",
    "/secret.txt", "/.secret.txt", "/handrail.toml", "/../handrail.toml", "/content/en/about.md", "/content/en/secret.txt~", "/.handrail/secret.txt", "/public/index.html", "/themes/plain/theme.toml", "/_handrail/../handrail.toml", "/_handrail/..%2fhandrail.toml", "/_handrail/%2e%2e/%2e%2e/secret.txt",
    "/etc/passwd", "/en//../..//etc/passwd", "/file:///etc/passwd", "/?../secret.txt", "/en/?file=../../secret.txt", "http://127.0.0.1/../secret.txt", "*",
  ];
  assert.ok(targets.length >= 20);
  for (const target of targets) {
    const answer = await askRaw(target);
    assert.match(answer, /^HTTP\/1\.[01] \d{3} /, `no answer to ${target}`);
    assert.ok(!answer.includes(secret) && !answer.includes("root:x:") && !answer.includes('title = "'), `${target} shows a file outside the site: ${answer.slice(0, 300)}`);
    const to = answer.match(/^location: (.*?)\r$/im)?.[1];
    assert.ok(!to || /^\/(?![/\\])/.test(to), `${target} leads to another site: ${to}`);
  }
  assert.match(await askRaw("/en/"), /^HTTP\/1\.1 200 /);
});

test("the preview writes nothing into the published site", () => {
  assert.equal(stateOf(path.join(copy, "public")), published);
});
