/** Exports users by jobs, to files that are fetched from another place. */
@NullMarked
package io.github.auth0maven.tenant.exports;

import org.jspecify.annotations.NullMarked;
