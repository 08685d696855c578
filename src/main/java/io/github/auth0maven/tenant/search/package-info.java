/** Understands the queries that users are searched with. */
@NullMarked
package io.github.auth0maven.tenant.search;

import org.jspecify.annotations.NullMarked;
