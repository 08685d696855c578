package io.github.auth0maven.attributes;

import java.util.Optional;

/**
 * A root attribute that a user lacks.
 *
 * @param attribute its name
 * @param value what the user is given: a text or a boolean; nothing if that would be made of attributes that the user lacks, too
 * @param composed whether it is made of the user's own attributes
 */
public record SuppliedAttribute(String attribute, Optional<Object> value, boolean composed) {

    /** The name only: the value is made of a user's. */
    @Override
    public String toString() {
        return "SuppliedAttribute[" + attribute + "]";
    }
}
