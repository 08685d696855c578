package io.github.auth0maven.tenant.applications;

import java.util.Locale;
import java.util.Set;

/**
 * A claim that tokens bear beside the standard ones, as an Action would set it.
 *
 * @param name the claim's name; Auth0 wants a URL outside its own domains for it
 * @param from where its value stands in the profile, such as {@code app_metadata.roles}
 * @param tokens which tokens bear it
 */
public record CustomClaim(String name, String from, Set<Bearer> tokens) {

    /** What can bear a claim. */
    public enum Bearer {
        /** The access token. */
        ACCESS,
        /** The id token, and with it {@code /userinfo}. */
        ID;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Copies the bearers. */
    public CustomClaim {
        tokens = Set.copyOf(tokens);
    }

    /** A claim of both tokens. */
    public static CustomClaim of(String name, String from) {
        return new CustomClaim(name, from, Set.of(Bearer.ACCESS, Bearer.ID));
    }
}
