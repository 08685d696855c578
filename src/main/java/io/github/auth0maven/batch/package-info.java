/** Packs users, in file order, into import files that fill what Auth0 takes. */
@NullMarked
package io.github.auth0maven.batch;

import org.jspecify.annotations.NullMarked;
