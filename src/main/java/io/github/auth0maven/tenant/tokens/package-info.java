/** Makes and proves what a local tenant hands out to applications. */
@NullMarked
package io.github.auth0maven.tenant.tokens;

import org.jspecify.annotations.NullMarked;
