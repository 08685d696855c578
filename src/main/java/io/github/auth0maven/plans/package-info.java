/** Compares users with those of a tenant, and plans what an import would change. */
@NullMarked
package io.github.auth0maven.plans;

import org.jspecify.annotations.NullMarked;
