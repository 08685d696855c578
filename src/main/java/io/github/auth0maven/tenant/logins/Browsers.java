package io.github.auth0maven.tenant.logins;

/** What is known of browsers, by their cookies: who is logged in, and which logins have begun in them. */
record Browsers(Sessions sessions, Transactions transactions) {}
