/** Says what became of a call to Auth0, by what may be done next. */
@NullMarked
package io.github.auth0maven.service;

import org.jspecify.annotations.NullMarked;
