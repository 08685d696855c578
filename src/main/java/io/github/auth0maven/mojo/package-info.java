/** The goals: what Maven starts, and all that knows of Maven. */
@NullMarked
package io.github.auth0maven.mojo;

import org.jspecify.annotations.NullMarked;
