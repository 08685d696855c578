/** Makes and proves what a local tenant hands out: signed tokens, and texts that stand for something it remembers. */
@NullMarked
package io.github.auth0maven.tenant.tokens;

import org.jspecify.annotations.NullMarked;
