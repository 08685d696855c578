// A certified OpenID Connect client: discovers the tenant, and logs in with the code flow, PKCE, state and nonce.

import assert from "node:assert/strict";
import * as oidc from "openid-client";
import * as tenant from "./tenant.mjs";

const server = new URL(tenant.issuer);
const config = await oidc.discovery(server, tenant.clientId, tenant.clientSecret);
// Holds the signature of every id token against the keys of the tenant, too.
oidc.enableNonRepudiationChecks(config);
const machine = await oidc.clientCredentialsGrant(config, { audience: tenant.audience });

async function management(method, path, body, headers) {
  const url = new URL(`api/v2/${path}`, server);
  const answer = await oidc.fetchProtectedResource(config, machine.access_token, url, method, body, new Headers(headers));
  const text = await answer.text();
  return { status: answer.status, body: text && JSON.parse(text) };
}

const json = { "content-type": "application/json" };
const [connection] = (await management("GET", "connections?strategy=auth0")).body;
const boundary = "a-boundary-that-no-user-has";
const part = (head, content) => `--${boundary}\r\ncontent-disposition: form-data; ${head}\r\n\r\n${content}\r\n`;
const form =
  part('name="connection_id"', connection.id) +
  part('name="users"; filename="users.json"\r\ncontent-type: application/json', tenant.users) +
  `--${boundary}--\r\n`;
const begun = await management("POST", "jobs/users-imports", form, {
  "content-type": `multipart/form-data; boundary=${boundary}`,
});
assert.equal(begun.status, 202);
const job = await tenant.ended(async () => (await management("GET", `jobs/${begun.body.id}`)).body);
assert.equal(job.summary.inserted, 1);

const verifier = oidc.randomPKCECodeVerifier();
const state = oidc.randomState();
const nonce = oidc.randomNonce();
const authorize = oidc.buildAuthorizationUrl(config, {
  redirect_uri: tenant.callback,
  scope: "openid profile email offline_access",
  code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
  code_challenge_method: "S256",
  state,
  nonce,
  max_age: "600",
});

// As much of a browser as it takes: one redirection to the login page, a form with a cookie, one redirection back.
const cookies = (answer) => answer.headers.getSetCookie().map((each) => each.split(";")[0]).join("; ");
const start = await fetch(authorize, { redirect: "manual" });
const login = new URL(start.headers.get("location"), server);
const page = await (await fetch(login, { headers: { cookie: cookies(start) } })).text();
assert.match(page, /<label for="username">/);
const back = await fetch(login, {
  method: "POST",
  redirect: "manual",
  headers: { cookie: cookies(start) },
  body: new URLSearchParams({ username: "ada@example.com", password: tenant.password }),
});
const current = new URL(back.headers.get("location"));
const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, maxAge: 600, idTokenExpected: true };
const tokens = await oidc.authorizationCodeGrant(config, current, checks);
const { sub } = tokens.claims();
assert.equal((await oidc.fetchUserInfo(config, tokens.access_token, sub)).email, "ada@example.com");
await assert.rejects(oidc.authorizationCodeGrant(config, current, checks), { error: "invalid_grant" });

const again = await oidc.authorizationCodeGrant(config, await silently(), { expectedState: state, idTokenExpected: true });
const next = await oidc.refreshTokenGrant(config, again.refresh_token);
await oidc.tokenRevocation(config, next.refresh_token);
await assert.rejects(oidc.refreshTokenGrant(config, next.refresh_token), { error: "invalid_grant" });
const logout = oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: "http://localhost:8080/", id_token_hint: again.id_token });
const out = await fetch(logout, { redirect: "manual", headers: { cookie: cookies(back) } });
assert.equal(out.headers.get("location"), "http://localhost:8080/");
assert.equal((await silently()).searchParams.get("error"), "login_required");

/** A login with the session that the browser has. */
async function silently() {
  const url = oidc.buildAuthorizationUrl(config, {
    redirect_uri: tenant.callback,
    scope: "openid offline_access",
    prompt: "none",
    state,
  });
  const answer = await fetch(url, { redirect: "manual", headers: { cookie: cookies(back) } });
  return new URL(answer.headers.get("location"));
}

const user = `users/${encodeURIComponent(sub)}`;
assert.equal((await management("GET", user)).body.name, "Ada");
const changed = await management("PATCH", user, JSON.stringify({ user_metadata: { colour: "red" } }), json);
assert.deepEqual(changed.body.user_metadata, { colour: "red" });
assert.equal((await management("DELETE", user)).status, 204);
assert.equal((await management("GET", user)).status, 404);
console.log("openid-client: imported, logged in, looked up, changed, deleted");
