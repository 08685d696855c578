package io.github.auth0maven.users;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What has been changed of an export of Auth0's, so that it can be imported.
 *
 * @param usersLeftOut how many users are none of a database connection
 * @param droppedProperties the properties that an import refuses, and how many users had each of them
 * @param strippedPrefixes how many user ids began with {@code auth0|}, which Auth0 puts before them again
 */
public record ExportChanges(long usersLeftOut, SortedMap<String, Long> droppedProperties, long strippedPrefixes) {

    /** Of a file that is no export. */
    public static final ExportChanges NONE = new ExportChanges(0, new TreeMap<>(), 0);

    public ExportChanges {
        droppedProperties = Collections.unmodifiableSortedMap(new TreeMap<>(droppedProperties));
    }

    /** Whether nothing has been changed. */
    public boolean isNone() {
        return usersLeftOut == 0 && droppedProperties.isEmpty() && strippedPrefixes == 0;
    }

    /** These and those of another file. */
    public ExportChanges plus(ExportChanges other) {
        SortedMap<String, Long> dropped = new TreeMap<>(droppedProperties);
        other.droppedProperties.forEach((name, users) -> dropped.merge(name, users, Long::sum));
        return new ExportChanges(usersLeftOut + other.usersLeftOut, dropped, strippedPrefixes + other.strippedPrefixes);
    }

    /** All of them in one line. */
    @Override
    public String toString() {
        return "Auth0's export: " + usersLeftOut + (usersLeftOut == 1 ? " user" : " users")
                + " of other than database connections left out, \"auth0|\" stripped from " + strippedPrefixes
                + (strippedPrefixes == 1 ? " user id" : " user ids") + ", dropped "
                + (droppedProperties.isEmpty() ? "nothing" : dropped(droppedProperties));
    }

    private static String dropped(Map<String, Long> properties) {
        return properties.entrySet().stream()
                .map(property ->
                        Shown.text(property.getKey()).replaceAll("^\"|\"$", "") + " (" + property.getValue() + ")")
                .collect(Collectors.joining(", "));
    }
}
