/** Proves known passwords against the hashes of a users file, offline, and finds out why one does not match. */
@NullMarked
package io.github.auth0maven.passwords;

import org.jspecify.annotations.NullMarked;
