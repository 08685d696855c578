/** Puts users back to what they were before an import has changed them. */
@NullMarked
package io.github.auth0maven.restorations;

import org.jspecify.annotations.NullMarked;
