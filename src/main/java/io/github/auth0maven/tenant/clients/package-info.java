/** Answers what is asked about the tenant's applications. */
@NullMarked
package io.github.auth0maven.tenant.clients;

import org.jspecify.annotations.NullMarked;
