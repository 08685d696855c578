/** Proves passwords against the hashes that users were imported with, by Auth0's rules in a reading of its own. */
@NullMarked
package io.github.auth0maven.tenant.passwords;

import org.jspecify.annotations.NullMarked;
