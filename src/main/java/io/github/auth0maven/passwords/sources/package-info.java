/** Converts hashes, from the form in which their source wrote them to that which Auth0 takes, without knowing any password. */
@NullMarked
package io.github.auth0maven.passwords.sources;

import org.jspecify.annotations.NullMarked;
