/** Makes links that a user can follow once. */
@NullMarked
package io.github.auth0maven.tenant.tickets;

import org.jspecify.annotations.NullMarked;
