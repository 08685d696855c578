package io.github.auth0maven.users;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What has been made of passwords and their hashes as users were read.
 *
 * @param sources what they were, and how many users had each of them
 * @param refused what those were of which nothing can be made, and how many users had each of them
 */
public record HashChanges(SortedMap<String, Long> sources, SortedMap<String, Long> refused) {

    /** Of a file whose hashes are such as Auth0 takes. */
    public static final HashChanges NONE = new HashChanges(new TreeMap<>(), new TreeMap<>());

    public HashChanges {
        sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
        refused = Collections.unmodifiableSortedMap(new TreeMap<>(refused));
    }

    /** Whether none was made into anything else. */
    public boolean isNone() {
        return sources.isEmpty();
    }

    /** These and those of another file. */
    public HashChanges plus(HashChanges other) {
        return new HashChanges(sum(sources, other.sources), sum(refused, other.refused));
    }

    private static SortedMap<String, Long> sum(SortedMap<String, Long> one, SortedMap<String, Long> other) {
        SortedMap<String, Long> all = new TreeMap<>(one);
        other.forEach((source, users) -> all.merge(source, users, Long::sum));
        return all;
    }

    /** All that was made into something, in one line. */
    @Override
    public String toString() {
        return "Hashes made into what Auth0 takes: "
                + sources.entrySet().stream()
                        .map(source -> source.getKey() + " (" + source.getValue() + ")")
                        .collect(Collectors.joining(", "));
    }
}
