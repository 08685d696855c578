/** Exports the users of a connection, by a job, into a file. */
@NullMarked
package io.github.auth0maven.exports;

import org.jspecify.annotations.NullMarked;
