/** Serves a local tenant over HTTP: routes, limits, faults, requests and responses. */
@NullMarked
package io.github.auth0maven.tenant.server;

import org.jspecify.annotations.NullMarked;
