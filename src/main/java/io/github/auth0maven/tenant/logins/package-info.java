/** Logs the users of a local tenant in: OpenID Connect, with a login page, as Auth0 has it. */
@NullMarked
package io.github.auth0maven.tenant.logins;

import org.jspecify.annotations.NullMarked;
