package io.github.auth0maven.users;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What has been changed of an export of Auth0's, so that it can be imported.
 *
 * @param usersLeftOut how many users are none of a database connection
 * @param connections of which database connections the others are
 * @param droppedProperties the properties that an import refuses, and how many users had each of them
 * @param changed what has been changed of other properties, and how many times
 */
public record ExportChanges(
        long usersLeftOut,
        Connections connections,
        SortedMap<String, Long> droppedProperties,
        Map<Change, Long> changed) {

    /** Stands for the connection of users who do not tell theirs. */
    static final String UNTOLD = "(not told)";

    /** Of a file that is no export. */
    public static final ExportChanges NONE = new ExportChanges(0, Connections.NONE, new TreeMap<>(), Map.of());

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

    /**
     * How many users are of each database connection.
     *
     * @param read of those whose users are read
     * @param leftOut of those that have not been named
     * @param named whether it has been said whose users are read
     */
    public record Connections(SortedMap<String, Long> read, SortedMap<String, Long> leftOut, boolean named) {

        static final Connections NONE = new Connections(new TreeMap<>(), new TreeMap<>(), false);

        public Connections {
            read = Collections.unmodifiableSortedMap(new TreeMap<>(read));
            leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
        }

        private Connections plus(Connections other) {
            return new Connections(sum(read, other.read), sum(leftOut, other.leftOut), named || other.named);
        }

        private long usersLeftOut() {
            return leftOut.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    public ExportChanges {
        droppedProperties = Collections.unmodifiableSortedMap(new TreeMap<>(droppedProperties));
        changed = Map.copyOf(changed);
    }

    /** Of a file of which so many texts lost their apostrophe. */
    static ExportChanges apostrophes(long texts) {
        return new ExportChanges(0, Connections.NONE, new TreeMap<>(), Map.of(Change.APOSTROPHE, texts));
    }

    /** How many times this has been changed. */
    public long count(Change change) {
        return changed.getOrDefault(change, 0L);
    }

    /** Whether nothing has been changed. */
    public boolean isNone() {
        return allLeftOut() == 0 && connections.read.isEmpty() && droppedProperties.isEmpty() && changed.isEmpty();
    }

    /** How many users are not read. */
    public long allLeftOut() {
        return usersLeftOut + connections.usersLeftOut();
    }

    /** What is to be told if users of several databases go to one connection without its being said that they are to. */
    public List<FileWarning> warnings(String name) {
        if (connections.read.size() < 2 || connections.named) {
            return List.of();
        }
        return List.of(new FileWarning(
                Position.ofWhole(name),
                "identities[0].connection",
                "the users of this export are of " + connections.read.size() + " database connections, "
                        + counts(connections.read)
                        + ", and all of them go to one: name in auth0.exportConnections whose are meant"));
    }

    /** These and those of another file. */
    public ExportChanges plus(ExportChanges other) {
        Map<Change, Long> all = new EnumMap<>(Change.class);
        all.putAll(changed);
        other.changed.forEach((change, times) -> all.merge(change, times, Long::sum));
        return new ExportChanges(
                usersLeftOut + other.usersLeftOut,
                connections.plus(other.connections),
                sum(droppedProperties, other.droppedProperties),
                all);
    }

    private static SortedMap<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
        SortedMap<String, Long> sum = new TreeMap<>(one);
        other.forEach((name, users) -> sum.merge(name, users, Long::sum));
        return sum;
    }

    /** All of them in one line. */
    @Override
    public String toString() {
        return "Auth0's export: " + (connections.read.isEmpty() ? "" : "users of " + counts(connections.read) + ", ")
                + (connections.leftOut.isEmpty()
                        ? ""
                        : plural(connections.usersLeftOut(), "user") + " of connections that are not named left out: "
                                + counts(connections.leftOut) + ", ")
                + plural(usersLeftOut, "user") + " of other than database connections left out, "
                + "\"auth0|\" stripped from " + plural(count(Change.PREFIX), "user id")
                + told(Change.APOSTROPHE, "the apostrophe before each text stripped")
                + told(Change.PASSWORD_HASH, "passwordHash taken as password_hash")
                + told(Change.ID, "_id taken as user_id") + ", dropped "
                + (droppedProperties.isEmpty() ? "nothing" : counts(droppedProperties));
    }

    /** The failure to be told if nobody is left of the users in the files of this name. */
    public UsersFileException nobodyLeft(String name) {
        return new UsersFileException(
                Position.ofWhole(name),
                "nobody is left to import: "
                        + (allLeftOut() == 1 ? "the only user" : "each of the " + allLeftOut() + " users")
                        + " of this export belongs to another connection than "
                        + (connections.leftOut.isEmpty()
                                ? "a database, and only users of databases can be imported; if that is wrong, and they"
                                        + " are to be read as they are, set auth0.export to false"
                                : "auth0.exportConnections names: it has users of " + counts(connections.leftOut)
                                        + (usersLeftOut == 0 ? "" : ", and " + usersLeftOut + " of no database")));
    }

    private String told(Change change, String what) {
        return count(change) == 0 ? "" : ", " + what + " (" + count(change) + ")";
    }

    private static String plural(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static String counts(Map<String, Long> names) {
        return names.entrySet().stream()
                .map(name -> EscapedText.text(name.getKey()).replaceAll("^\"|\"$", "") + " (" + name.getValue() + ")")
                .collect(Collectors.joining(", "));
    }
}
