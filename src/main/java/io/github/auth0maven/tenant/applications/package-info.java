/** Knows the applications and APIs of a local tenant, and where a login may lead back to. */
@NullMarked
package io.github.auth0maven.tenant.applications;

import org.jspecify.annotations.NullMarked;
