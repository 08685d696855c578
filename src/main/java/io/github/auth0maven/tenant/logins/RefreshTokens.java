package io.github.auth0maven.tenant.logins;

import io.github.auth0maven.tenant.logins.LoginState.Grant;
import io.github.auth0maven.tenant.tokens.Remembered;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Refresh tokens that are good for one use: each is exchanged for the next of its family, and one that comes again ends its
 * family, for then somebody has stolen it.
 */
final class RefreshTokens {

    /** Documented: 30 days by default. */
    private static final Duration LIFETIME = Duration.ofDays(30);

    private final Remembered<Family> families;
    private final Remembered<String> familyOf;

    private record Family(Grant grant, String current) {}

    /** A token that was taken. */
    record Taken(Grant grant, String family) {}

    RefreshTokens(Clock clock) {
        families = new Remembered<>(clock, LIFETIME);
        familyOf = new Remembered<>(clock, LIFETIME);
    }

    /** The first token of a family with this name. */
    synchronized String first(String family, Grant grant) {
        return next(family, grant);
    }

    /** The next token of a family. */
    synchronized String next(String family, Grant grant) {
        String token = "v1." + familyOf.add(family);
        // Remembered by what follows the version.
        families.put(family, new Family(grant, token));
        return token;
    }

    /** Takes a token out of use; empty if it is unknown, revoked, or was used before: then its whole family is revoked. */
    synchronized Optional<Taken> take(String token) {
        Optional<String> family = familyOf(token);
        Optional<Family> living = family.flatMap(families::get);
        if (living.isEmpty()) {
            return Optional.empty();
        }
        if (!living.get().current().equals(token)) {
            families.take(family.get());
            return Optional.empty();
        }
        families.put(family.get(), new Family(living.get().grant(), ""));
        return Optional.of(new Taken(living.get().grant(), family.get()));
    }

    /** Whose token it is; empty if it is not known. */
    synchronized Optional<Grant> grantOf(String token) {
        return familyOf(token).flatMap(families::get).map(Family::grant);
    }

    /** Ends the family that a token belongs to. */
    synchronized void revoke(String token) {
        familyOf(token).ifPresent(families::take);
    }

    /** Ends a family. */
    synchronized void revokeFamily(String family) {
        families.take(family);
    }

    private Optional<String> familyOf(String token) {
        return token.startsWith("v1.") ? familyOf.get(token.substring(3)) : Optional.empty();
    }
}
