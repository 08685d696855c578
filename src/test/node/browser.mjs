// A real browser: a person fills in the login page for an application that uses @auth0/auth0-spa-js.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import puppeteer from "puppeteer-core";
import * as tenant from "./tenant.mjs";

const here = new URL(".", import.meta.url);
const library = new URL("node_modules/@auth0/auth0-spa-js/dist/auth0-spa-js.production.js", here);
const settings = JSON.stringify({
  domain: process.env.TENANT_URL.replace(/\/$/, ""),
  clientId: tenant.publicClientId,
  authorizationParams: { audience: tenant.api, scope: "openid profile email read:orders" },
});
const files = {
  "/auth0-spa-js.js": ["text/javascript", await readFile(library)],
  "/page.js": ["text/javascript", await readFile(new URL("page.js", here))],
  "/settings.json": ["application/json", settings],
};
const page404 = ["text/html", await readFile(new URL("page.html", here))];
const server = createServer((request, response) => {
  const [type, content] = files[request.url] ?? page404;
  response.writeHead(200, { "content-type": type }).end(content);
});
await new Promise((resolve) => server.listen(0, "localhost", resolve));
const application = `http://localhost:${server.address().port}/`;

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM,
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
  acceptInsecureCerts: true,
});
try {
  const page = await browser.newPage();
  page.setDefaultTimeout(20_000);
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => message.text().includes("Content Security Policy") && complaints.push(message.text()));
  page.on("request", (request) => {
    if (!["localhost", ""].includes(new URL(request.url()).hostname)) complaints.push(request.url());
  });
  const titled = (title) => page.waitForFunction((wanted) => document.title === wanted, {}, title);
  const claims = (token) => JSON.parse(Buffer.from(token.split(".")[1], "base64url"));

  await page.goto(application);
  await titled("Logged out");
  assert.equal(await page.evaluate(() => window.application.token()), "login_required");
  await page.click("#login");
  await titled("Log in");
  assert.equal(await page.evaluate(() => document.scripts.length), 0);

  // By labels and keys alone, as with a screen reader; the first field has the focus.
  await page.keyboard.type("ada@example.com");
  await page.keyboard.press("Tab");
  await page.keyboard.type("a wrong password");
  await page.keyboard.press("Enter");
  const alert = await page.waitForSelector("[role=alert]");
  assert.equal(await alert.evaluate((each) => each.textContent), "Wrong email or password.");
  assert.equal(await page.$eval("aria/Email address or username", (each) => each.value), "ada@example.com");
  await page.locator("aria/Password").fill(tenant.password);
  await page.locator("aria/Continue").click();
  await titled("Logged in");
  assert.equal((await page.evaluate(() => window.application.user())).email, "ada@example.com");

  const first = claims(await page.evaluate(() => window.application.token()));
  assert.deepEqual(first["https://example.com/roles"], ["bookkeeper"]);
  assert.equal(first.scope, "email openid profile read:orders");

  // Another page of the application knows nobody until the tenant tells it, in a frame that nobody sees.
  await page.goto(`${application}another`);
  await page.waitForFunction(() => window.application);
  assert.equal(claims(await page.evaluate(() => window.application.token())).sub, first.sub);

  // With refresh tokens; the session of the tenant spares the password.
  await page.goto(`${application}refresh`);
  await page.waitForFunction(() => window.application);
  await page.click("#login");
  await titled("Logged in");
  for (const turn of [1, 2]) {
    assert.equal(claims(await page.evaluate(() => window.application.token())).sub, first.sub, `turn ${turn}`);
  }

  await page.evaluate(() => window.application.logOut());
  await page.waitForFunction((out) => window.location.href === out && window.application, {}, `${application}out`);
  assert.equal(await page.evaluate(() => window.application.token()), "login_required");
  assert.deepEqual(complaints, []);
  console.log("auth0-spa-js: logged in, renewed, logged out");
} finally {
  await browser.close();
  server.close();
}
