/** Imports a users file, from its first reading to the report. */
@NullMarked
package io.github.auth0maven.imports;

import org.jspecify.annotations.NullMarked;
