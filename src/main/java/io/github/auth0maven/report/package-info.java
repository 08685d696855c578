/** Tells what happened, to a person and in files. */
@NullMarked
package io.github.auth0maven.report;

import org.jspecify.annotations.NullMarked;
