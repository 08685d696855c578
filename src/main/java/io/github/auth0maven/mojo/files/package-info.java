/** The files of a build: users files, among resources or elsewhere, and the journal. */
@NullMarked
package io.github.auth0maven.mojo.files;

import org.jspecify.annotations.NullMarked;
