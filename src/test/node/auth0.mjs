// Auth0's own clients for Node.js: imports a user, logs in as it, looks it up, changes and deletes it.

import assert from "node:assert/strict";
import { AuthClient } from "@auth0/auth0-auth-js";
import { ManagementClient } from "auth0";
import * as tenant from "./tenant.mjs";

const { domain, clientId, clientSecret } = tenant;
const management = new ManagementClient({ domain, clientId, clientSecret });

const [connection] = (await management.connections.list({ strategy: ["auth0"] })).data;
assert.equal(connection.name, "Username-Password-Authentication");

const { id } = await management.jobs.usersImports.create({
  users: new Blob([tenant.users], { type: "application/json" }),
  connection_id: connection.id,
  send_completion_email: false,
});
const job = await tenant.ended(() => management.jobs.get(id));
assert.deepEqual(job.summary, { failed: 0, updated: 0, inserted: 1, total: 1 });

const authentication = new AuthClient({ domain, clientId, clientSecret });
const username = "ada@example.com";
const tokens = await authentication.getTokenByPassword({
  username,
  password: tenant.password,
  audience: tenant.api,
  scope: "openid profile email offline_access read:orders",
});
// The client has held the id token against the keys of the tenant.
assert.equal(tokens.claims.iss, tenant.issuer);
assert.equal(tokens.claims.email, username);
assert.equal(tokens.scope, "email offline_access openid profile read:orders");
const { refreshToken } = tokens;
assert.ok((await authentication.getTokenByRefreshToken({ refreshToken })).accessToken);
await assert.rejects(authentication.getTokenByRefreshToken({ refreshToken }), /token/);
await assert.rejects(authentication.getTokenByPassword({ username, password: "wrong" }), (refused) => {
  assert.equal(refused.cause.error, "invalid_grant");
  return true;
});

const [found] = await management.users.listUsersByEmail({ email: "Ada@example.com".toLowerCase() });
assert.equal(found.logins_count, 1);
const page = await management.users.list({ q: 'app_metadata.plan:"gold" AND name:A*', include_totals: true });
assert.deepEqual(page.data.map((user) => user.user_id), [found.user_id]);

const changed = await management.users.update(found.user_id, { app_metadata: { plan: "lead" }, blocked: true });
assert.deepEqual(changed.app_metadata, { roles: ["bookkeeper"], plan: "lead" });
await assert.rejects(authentication.getTokenByPassword({ username, password: tenant.password }), (refused) => {
  assert.equal(refused.cause.error_description, "user is blocked");
  return true;
});

await management.users.delete(found.user_id);
await assert.rejects(management.users.get(found.user_id), (refused) => {
  assert.equal(refused.statusCode, 404);
  assert.equal(refused.body.errorCode, "inexistent_user");
  return true;
});
console.log("auth0: imported, logged in, looked up, changed, deleted");
