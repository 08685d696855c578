/** Deletes users whom an import has created. */
@NullMarked
package io.github.auth0maven.deletions;

import org.jspecify.annotations.NullMarked;
