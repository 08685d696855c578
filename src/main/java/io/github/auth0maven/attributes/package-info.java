/** Sets root attributes that a user lacks. */
@NullMarked
package io.github.auth0maven.attributes;

import org.jspecify.annotations.NullMarked;
