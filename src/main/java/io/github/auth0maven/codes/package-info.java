/** What each code means, with an example: one page for each, for people. */
@NullMarked
package io.github.auth0maven.codes;

import org.jspecify.annotations.NullMarked;
