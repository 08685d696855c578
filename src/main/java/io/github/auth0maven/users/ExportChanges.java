package io.github.auth0maven.users;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What has been changed of an export of Auth0's, so that it can be imported.
 *
 * @param usersLeftOut how many users are none of a database connection
 * @param droppedProperties the properties that an import refuses, and how many users had each of them
 * @param changed what has been changed of other properties, and how many times
 */
public record ExportChanges(long usersLeftOut, SortedMap<String, Long> droppedProperties, Map<Change, Long> changed) {

    /** Of a file that is no export. */
    public static final ExportChanges NONE = new ExportChanges(0, new TreeMap<>(), Map.of());

    /** What is changed of a property that is imported. */
    public enum Change {
        /** {@code auth0|} at the beginning of a user id, which Auth0 puts there again. */
        PREFIX,
        /** The apostrophe at the beginning of each text in CSV. */
        APOSTROPHE,
        /** A {@code passwordHash} that becomes the {@code password_hash}. */
        PASSWORD_HASH,
        /** An {@code _id} that becomes the {@code user_id}. */
        ID
    }

    public ExportChanges {
        droppedProperties = Collections.unmodifiableSortedMap(new TreeMap<>(droppedProperties));
        changed = Map.copyOf(changed);
    }

    /** How many times this has been changed. */
    public long count(Change change) {
        return changed.getOrDefault(change, 0L);
    }

    /** Whether nothing has been changed. */
    public boolean isNone() {
        return usersLeftOut == 0 && droppedProperties.isEmpty() && changed.isEmpty();
    }

    /** These and those of another file. */
    public ExportChanges plus(ExportChanges other) {
        SortedMap<String, Long> dropped = new TreeMap<>(droppedProperties);
        other.droppedProperties.forEach((name, users) -> dropped.merge(name, users, Long::sum));
        Map<Change, Long> all = new EnumMap<>(Change.class);
        all.putAll(changed);
        other.changed.forEach((change, times) -> all.merge(change, times, Long::sum));
        return new ExportChanges(usersLeftOut + other.usersLeftOut, dropped, all);
    }

    /** All of them in one line. */
    @Override
    public String toString() {
        return "Auth0's export: " + plural(usersLeftOut, "user") + " of other than database connections left out, "
                + "\"auth0|\" stripped from " + plural(count(Change.PREFIX), "user id")
                + told(Change.APOSTROPHE, "the apostrophe before each text stripped")
                + told(Change.PASSWORD_HASH, "passwordHash taken as password_hash")
                + told(Change.ID, "_id taken as user_id") + ", dropped "
                + (droppedProperties.isEmpty() ? "nothing" : dropped(droppedProperties));
    }

    /** The failure to be told if nobody is left of the users in the files of this name. */
    public UsersFileException nobodyLeft(String name) {
        return new UsersFileException(
                Position.ofWhole(name),
                "nobody is left to import: "
                        + (usersLeftOut == 1 ? "the only user" : "each of the " + usersLeftOut + " users")
                        + " of this export belongs to another connection than a database, and only users of databases"
                        + " can be imported; if that is wrong, and they are to be read as they are, set auth0.export to"
                        + " false");
    }

    private String told(Change change, String what) {
        return count(change) == 0 ? "" : ", " + what + " (" + count(change) + ")";
    }

    private static String plural(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static String dropped(Map<String, Long> properties) {
        return properties.entrySet().stream()
                .map(property -> EscapedText.text(property.getKey()).replaceAll("^\"|\"$", "") + " ("
                        + property.getValue() + ")")
                .collect(Collectors.joining(", "));
    }
}
