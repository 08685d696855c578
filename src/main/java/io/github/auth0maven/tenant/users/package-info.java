/** Keeps the users of a local tenant. */
@NullMarked
package io.github.auth0maven.tenant.users;

import org.jspecify.annotations.NullMarked;
