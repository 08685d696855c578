package io.github.auth0maven.passwords;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Known passwords of some users, found by whatever names a user; wiped when they are closed. */
public final class Samples implements AutoCloseable {

    /** What names a user. */
    static final List<String> IDENTIFIERS = List.of("email", "username", "user_id");

    private static final String PREFIX = "auth0|";

    private final Map<String, Sample> byIdentifier = new LinkedHashMap<>();
    private final List<Sample> all = new ArrayList<>();

    /**
     * The known password of a user.
     *
     * @param number which it is among the samples, from 1
     */
    record Sample(int number, KnownPassword password) {

        /** Leaves the password out. */
        @Override
        public String toString() {
            return "Sample[" + number + "]";
        }
    }

    /** The password of one user, whichever of the three the identifier is. */
    public static Samples ofOne(String identifier, char[] password) {
        Samples samples = new Samples();
        Map<String, String> identifiers = new LinkedHashMap<>();
        IDENTIFIERS.forEach(name -> identifiers.put(name, identifier));
        samples.add(identifiers, KnownPassword.of(password));
        return samples;
    }

    /** Adds the password of the user whom these name; false if one of them was named before. */
    boolean add(Map<String, String> identifiers, KnownPassword password) {
        Sample sample = new Sample(all.size() + 1, password);
        all.add(sample);
        boolean isNew = true;
        for (Map.Entry<String, String> identifier : identifiers.entrySet()) {
            isNew &= byIdentifier.putIfAbsent(key(identifier.getKey(), identifier.getValue()), sample) == null;
        }
        return isNew;
    }

    /** The samples of the user with this e-mail address, username or user id: one, unless they name the user differently. */
    List<Sample> of(JsonNode user) {
        return IDENTIFIERS.stream()
                .filter(name -> user.path(name).isTextual())
                .flatMap(name -> of(name, user.path(name).asText()).stream())
                .distinct()
                .toList();
    }

    private Optional<Sample> of(String name, String identifier) {
        return Optional.ofNullable(byIdentifier.get(key(name, identifier)));
    }

    List<Sample> all() {
        return List.copyOf(all);
    }

    /** How many there are. */
    public int size() {
        return all.size();
    }

    /** E-mail addresses and usernames are stored in lower case; user ids are not, and an export begins them with a prefix. */
    private static String key(String name, String identifier) {
        String bare = identifier.strip();
        if (!name.equals("user_id")) {
            return name + ":" + bare.toLowerCase(Locale.ROOT);
        }
        return name + ":" + (bare.startsWith(PREFIX) ? bare.substring(PREFIX.length()) : bare);
    }

    @Override
    public void close() {
        all.forEach(sample -> sample.password().close());
        byIdentifier.clear();
    }

    /** Tells how many there are, and nothing else of them. */
    @Override
    public String toString() {
        return "Samples[" + size() + "]";
    }
}
