/** The story of an import in one page: {@link io.github.auth0maven.UserImport}. */
@NullMarked
package io.github.auth0maven;

import org.jspecify.annotations.NullMarked;
