package io.github.auth0maven.management;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a connection's options say of the identifiers of its users, as far as they say it.
 *
 * @param required whether a profile needs {@code email}, {@code username} or {@code phone_number}, where that is said
 * @param usernameTypes what usernames may look like, in Auth0's words: {@code email} and {@code phone_number}
 * @param active with which of the three users log in
 */
public record IdentifierOptions(
        Map<String, Boolean> required,
        Optional<Boolean> emailUnique,
        Optional<Length> usernameLength,
        Optional<Set<String>> usernameTypes,
        Optional<Set<String>> active) {

    /** Of options that cannot be read, which takes a scope of its own. */
    static final IdentifierOptions UNKNOWN =
            new IdentifierOptions(Map.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static final List<String> ATTRIBUTES = List.of("email", "username", "phone_number");

    private static final Length USUAL = new Length(1, 15);
    private static final int LONGEST = 128;

    /** A number of characters. */
    public record Length(int least, int most) {}

    /** Copies what is said. */
    public IdentifierOptions {
        required = Map.copyOf(required);
    }

    /** Reads a connection as the Management API describes it. */
    static IdentifierOptions of(ResponseJson connection) {
        ResponseJson options = connection.member("options");
        if (!options.isObject() || options.written().equals("{}")) {
            return UNKNOWN;
        }
        ResponseJson attributes = options.member("attributes");
        return attributes.isObject() ? flexible(attributes) : classic(options);
    }

    /** Without flexible identifiers, an e-mail address is a must, and a username is none. */
    private static IdentifierOptions classic(ResponseJson options) {
        ResponseJson username = options.member("validation").member("username");
        Optional<Length> length = username.isObject()
                ? length(username.member("min"), username.member("max"))
                : options.member("requires_username").isTrue() ? Optional.of(USUAL) : Optional.empty();
        return new IdentifierOptions(
                Map.of("email", true),
                Optional.of(true),
                length,
                Optional.of(Set.of("phone_number")),
                Optional.empty());
    }

    private static IdentifierOptions flexible(ResponseJson attributes) {
        ResponseJson email = attributes.member("email");
        ResponseJson username = attributes.member("username");
        return new IdentifierOptions(
                required(attributes),
                truth(email.member("unique")).or(() -> Optional.of(true)),
                username.isObject() ? length(username.member("validation")) : Optional.empty(),
                username.isObject() ? Optional.of(types(username.member("validation"))) : Optional.empty(),
                Optional.of(active(attributes)).filter(active -> !active.isEmpty()));
    }

    /** What is left out altogether is no attribute of these users. */
    private static Map<String, Boolean> required(ResponseJson attributes) {
        Map<String, Boolean> required = new HashMap<>();
        for (String attribute : ATTRIBUTES) {
            ResponseJson options = attributes.member(attribute);
            (options.isObject() ? truth(options.member("profile_required")) : Optional.of(false))
                    .ifPresent(needed -> required.put(attribute, needed));
        }
        return required;
    }

    private static Set<String> active(ResponseJson attributes) {
        Set<String> active = new HashSet<>();
        for (String attribute : ATTRIBUTES) {
            if (attributes
                    .member(attribute)
                    .member("identifier")
                    .member("active")
                    .isTrue()) {
                active.add(attribute);
            }
        }
        return active;
    }

    /** Whether a profile needs this, if it is known. */
    public Optional<Boolean> required(String attribute) {
        return Optional.ofNullable(required.get(attribute));
    }

    private static Optional<Length> length(ResponseJson validation) {
        return length(validation.member("min_length"), validation.member("max_length"));
    }

    /** What makes no sense is as good as unknown. */
    private static Optional<Length> length(ResponseJson least, ResponseJson most) {
        long from = least.number(USUAL.least());
        long to = most.number(USUAL.most());
        return from >= 1 && from <= to && to <= LONGEST
                ? Optional.of(new Length((int) from, (int) to))
                : Optional.empty();
    }

    private static Set<String> types(ResponseJson validation) {
        Set<String> types = new HashSet<>();
        for (String type : Set.of("email", "phone_number")) {
            if (validation.member("allowed_types").member(type).isTrue()) {
                types.add(type);
            }
        }
        return Set.copyOf(types);
    }

    private static Optional<Boolean> truth(ResponseJson value) {
        return value.isTrue()
                ? Optional.of(true)
                : value.text().equals("false") ? Optional.of(false) : Optional.empty();
    }
}
