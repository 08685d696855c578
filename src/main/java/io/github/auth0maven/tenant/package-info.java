/** Imitates Auth0's bulk user import over loopback HTTP: the local tenant. */
@NullMarked
package io.github.auth0maven.tenant;

import org.jspecify.annotations.NullMarked;
