package io.github.auth0maven.validation;

import io.github.auth0maven.validation.ConnectionRules.Length;
import java.util.Optional;
import java.util.Set;

/** Connections of which everything is known. */
public final class KnownConnection {

    /** As Auth0 sets up a database, but for long usernames. */
    public static final ConnectionRules USUAL = rules(true, true, Length.WIDEST, Set.of(UsernameType.PHONE_NUMBER));

    /** With whatever identifiers users have. */
    public static final ConnectionRules LENIENT =
            rules(false, false, Length.WIDEST, Set.of(UsernameType.EMAIL, UsernameType.PHONE_NUMBER));

    private KnownConnection() {}

    /** Which requires usernames and phone numbers, and lets users log in with these identifiers. */
    public static ConnectionRules demanding(Set<String> identifiers) {
        return new ConnectionRules(
                new ConnectionRules.Required(Optional.of(false), Optional.of(true), Optional.of(true)),
                Optional.of(true),
                Optional.of(Length.WIDEST),
                Optional.of(Set.of()),
                Optional.of(identifiers));
    }

    public static ConnectionRules rules(
            boolean emailRequired, boolean emailUnique, Length length, Set<UsernameType> types) {
        return new ConnectionRules(
                new ConnectionRules.Required(Optional.of(emailRequired), Optional.of(false), Optional.of(false)),
                Optional.of(emailUnique),
                Optional.of(length),
                Optional.of(types),
                Optional.empty());
    }
}
