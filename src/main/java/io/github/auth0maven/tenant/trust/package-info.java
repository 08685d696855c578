/** Makes the certificates that a local tenant proves itself with. */
@NullMarked
package io.github.auth0maven.tenant.trust;

import org.jspecify.annotations.NullMarked;
