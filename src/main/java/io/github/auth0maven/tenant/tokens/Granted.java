package io.github.auth0maven.tenant.tokens;

import io.github.auth0maven.tenant.applications.Api;
import io.github.auth0maven.tenant.applications.Application;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an application was granted.
 *
 * @param application who it was granted to
 * @param api the API that was asked for; empty for none: then the access token is good for {@code /userinfo} alone
 * @param scopes what it may do
 */
public record Granted(Application application, Optional<Api> api, Set<String> scopes) {

    /** Copies the scopes. */
    public Granted {
        scopes = Set.copyOf(scopes);
    }

    /** Whether this scope is among them. */
    public boolean has(String scope) {
        return scopes.contains(scope);
    }

    /** The scopes as one text. */
    public String scopeText() {
        return String.join(" ", new TreeSet<>(scopes));
    }

    /** The same with fewer scopes. */
    public Granted reducedTo(Set<String> fewer) {
        TreeSet<String> kept = new TreeSet<>(scopes);
        kept.retainAll(fewer);
        return new Granted(application, api, kept);
    }
}
