/** Access to a tenant: who says where it is, who asks, by which way, and what is allowed. */
@NullMarked
package io.github.auth0maven.mojo.access;

import org.jspecify.annotations.NullMarked;
