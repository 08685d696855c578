/** What a build says while it runs: its log, its terminal, and annotations. */
@NullMarked
package io.github.auth0maven.mojo.console;

import org.jspecify.annotations.NullMarked;
