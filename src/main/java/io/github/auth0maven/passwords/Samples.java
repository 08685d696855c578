package io.github.auth0maven.passwords;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Known passwords of some users, found by whatever names a user; wiped when they are closed. */
public final class Samples implements AutoCloseable {

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

    /** Samples of one user alone. */
    public static Samples ofOne(String identifier, char[] password) {
        Samples samples = new Samples();
        samples.add(List.of(identifier), KnownPassword.of(password));
        return samples;
    }

    /** Adds the password of the user whom any of these name; false if one of them was named before. */
    boolean add(Collection<String> identifiers, KnownPassword password) {
        Sample sample = new Sample(all.size() + 1, password);
        all.add(sample);
        boolean isNew = true;
        for (String identifier : identifiers) {
            isNew &= byIdentifier.putIfAbsent(key(identifier), sample) == null;
        }
        return isNew;
    }

    /** The sample of the user with this e-mail address, username or user id. */
    Optional<Sample> of(String identifier) {
        return Optional.ofNullable(byIdentifier.get(key(identifier)));
    }

    List<Sample> all() {
        return List.copyOf(all);
    }

    /** How many there are. */
    public int size() {
        return all.size();
    }

    private static String key(String identifier) {
        String lower = identifier.strip().toLowerCase(Locale.ROOT);
        return lower.startsWith(PREFIX) ? lower.substring(PREFIX.length()) : lower;
    }

    @Override
    public void close() {
        all.forEach(sample -> sample.password().close());
        byIdentifier.clear();
    }
}
