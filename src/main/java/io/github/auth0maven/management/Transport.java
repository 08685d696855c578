package io.github.auth0maven.management;

import java.util.Optional;

/**
 * How calls reach the tenant, for this client alone: nothing of it is a setting of the JVM.
 *
 * @param version of this plugin, which tells Auth0 who is calling
 * @param proxy for calls over TLS; plain ones stay on this machine, and go directly
 */
public record Transport(String version, Timeouts timeouts, Trust trust, Optional<ProxyServer> proxy) {

    /** Directly, trusting whom the JDK trusts. */
    public static Transport direct(String version) {
        return new Transport(version, Timeouts.USUAL, Trust.OF_JDK, Optional.empty());
    }
}
