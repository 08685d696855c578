/** The story of an import. */
@NullMarked
package io.github.auth0maven;

import org.jspecify.annotations.NullMarked;
