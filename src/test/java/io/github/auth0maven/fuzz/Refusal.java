package io.github.auth0maven.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Something that a user is refused for, in words that both sides have.
 *
 * @param place the attribute's path in the users file; of a name that is not known, a question mark
 * @param code in Auth0's spelling
 */
record Refusal(String place, String code) implements Comparable<Refusal> {

    static final String UNKNOWN = "OBJECT_ADDITIONAL_PROPERTIES";

    /** Somebody who judges users. */
    interface Judge extends Function<Map<String, Object>, Set<Refusal>> {

        /** Judges each of several users. */
        default List<Set<Refusal>> all(List<Map<String, Object>> users) {
            return users.stream().map(this).toList();
        }
    }

    @Override
    public int compareTo(Refusal other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return place + " " + code;
    }
}
