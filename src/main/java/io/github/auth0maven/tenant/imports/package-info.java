/** Imitates Auth0's import jobs. */
@NullMarked
package io.github.auth0maven.tenant.imports;

import org.jspecify.annotations.NullMarked;
