/** Parameters as a POM or a command line gives them, read strictly. */
@NullMarked
package io.github.auth0maven.mojo.parameters;

import org.jspecify.annotations.NullMarked;
