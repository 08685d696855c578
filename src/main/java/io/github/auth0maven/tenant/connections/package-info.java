/** Tells what a local tenant's connections are. */
@NullMarked
package io.github.auth0maven.tenant.connections;

import org.jspecify.annotations.NullMarked;
