/** Waits: whose turn it is, when a call may be made, and when it is repeated. */
@NullMarked
package io.github.auth0maven.pace;

import org.jspecify.annotations.NullMarked;
