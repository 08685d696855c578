package io.github.auth0maven.users;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What has been made of passwords and their hashes as users were read.
 *
 * @param sources what they were, and how many users had each of them
 */
public record HashChanges(SortedMap<String, Long> sources) {

    /** Of a file whose hashes are such as Auth0 takes. */
    public static final HashChanges NONE = new HashChanges(new TreeMap<>());

    public HashChanges {
        sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
    }

    /** Whether all were left as they are. */
    public boolean isNone() {
        return sources.isEmpty();
    }

    /** These and those of another file. */
    public HashChanges plus(HashChanges other) {
        SortedMap<String, Long> all = new TreeMap<>(sources);
        other.sources.forEach((source, users) -> all.merge(source, users, Long::sum));
        return new HashChanges(all);
    }

    /** All of them in one line. */
    @Override
    public String toString() {
        return "Hashes made into what Auth0 takes: "
                + sources.entrySet().stream()
                        .map(source -> source.getKey() + " (" + source.getValue() + ")")
                        .collect(Collectors.joining(", "));
    }
}
