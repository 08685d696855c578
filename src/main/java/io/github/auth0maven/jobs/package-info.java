/** Follows import jobs from their submission to their end. */
@NullMarked
package io.github.auth0maven.jobs;

import org.jspecify.annotations.NullMarked;
