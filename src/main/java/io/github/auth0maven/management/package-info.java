/** Talks to Auth0's Management API. */
@NullMarked
package io.github.auth0maven.management;

import org.jspecify.annotations.NullMarked;
