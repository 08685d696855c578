/** Remembers, in a file of lines, what an interrupted run has done. */
@NullMarked
package io.github.auth0maven.journal;

import org.jspecify.annotations.NullMarked;
