/** Answers what is asked about jobs of any kind. */
@NullMarked
package io.github.auth0maven.tenant.jobs;

import org.jspecify.annotations.NullMarked;
