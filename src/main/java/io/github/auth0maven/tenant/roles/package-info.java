/** Keeps roles, and who has them. */
@NullMarked
package io.github.auth0maven.tenant.roles;

import org.jspecify.annotations.NullMarked;
