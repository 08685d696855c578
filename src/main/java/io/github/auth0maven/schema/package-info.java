/** Holds users against a JSON Schema of the project's own. */
@NullMarked
package io.github.auth0maven.schema;

import org.jspecify.annotations.NullMarked;
