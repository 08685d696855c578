package io.github.auth0maven.tenant.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/**
 * Which properties a query asks for: {@code fields}, and {@code include_fields=false} to leave those out.
 *
 * @param names the properties named; none means all
 */
public record Fields(Set<String> names, boolean included) {

    public static Fields of(Request request) {
        String names = request.parameter("fields").orElse("");
        return new Fields(
                names.isEmpty() ? Set.of() : Set.copyOf(List.of(names.split(",", -1))),
                !request.parameter("include_fields").orElse("true").equals("false"));
    }

    public ObjectNode of(ObjectNode whole) {
        if (names.isEmpty()) {
            return whole;
        }
        return included ? whole.retain(names) : whole.remove(names);
    }
}
