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

    public static ConnectionRules rules(
            boolean emailRequired, boolean emailUnique, Length length, Set<UsernameType> types) {
        return new ConnectionRules(
                Optional.of(emailRequired), Optional.of(emailUnique), Optional.of(length), Optional.of(types));
    }
}
