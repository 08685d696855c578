/** Judges whether users are such that Auth0 would accept them, and each unique in its file. */
@NullMarked
package io.github.auth0maven.validation;

import org.jspecify.annotations.NullMarked;
