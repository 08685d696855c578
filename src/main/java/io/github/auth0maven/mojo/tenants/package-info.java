/** Starts local tenants for builds: what a POM says of one, the users it begins with, and the files that tell where it is. */
@NullMarked
package io.github.auth0maven.mojo.tenants;

import org.jspecify.annotations.NullMarked;
