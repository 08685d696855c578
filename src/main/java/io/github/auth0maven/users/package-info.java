/** Reads a users file, one user at a time, each with its place. */
@NullMarked
package io.github.auth0maven.users;

import org.jspecify.annotations.NullMarked;
