package io.github.auth0maven.tenant.applications;

import java.time.Duration;
import java.util.Set;

/**
 * An API that access tokens are asked for.
 *
 * @param audience its identifier
 * @param scopes what may be asked for
 * @param lifetime how long a token for it is valid; Auth0's default is 24 hours
 */
public record Api(String audience, Set<String> scopes, Duration lifetime) {

    /** Copies the scopes. */
    public Api {
        scopes = Set.copyOf(scopes);
    }
}
