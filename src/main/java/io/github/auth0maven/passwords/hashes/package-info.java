/** Hashes passwords, by a library. */
@NullMarked
package io.github.auth0maven.passwords.hashes;

import org.jspecify.annotations.NullMarked;
