package io.github.auth0maven.users;

import java.util.List;

/**
 * What a column of a CSV file is meant for.
 *
 * @param steps that lead to its value in a user: names of members, and <code>[0]</code> and so on for the items of lists
 * @param type of its values
 * @param said whether the header says the type
 */
record ColumnName(List<String> steps, ColumnType type, boolean said) {

    ColumnName {
        steps = List.copyOf(steps);
    }

    /** Whether the step leads to an item of a list. */
    static boolean isItem(String step) {
        return step.startsWith("[");
    }

    /** The first steps as a path, such as <code>mfa_factors[0].phone</code>. */
    static String path(List<String> steps) {
        return String.join(".", steps).replace(".[", "[");
    }

    String path() {
        return path(steps);
    }

    /** The path without the numbers of items: <code>mfa_factors[].phone</code>. */
    static String form(List<String> steps) {
        return path(steps.stream().map(step -> isItem(step) ? "[]" : step).toList());
    }

    /** Whether it is a place that a user has for Auth0. */
    boolean isKnown() {
        return AttributeTypes.isKnown(form(steps));
    }
}
