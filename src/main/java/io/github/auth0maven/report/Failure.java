package io.github.auth0maven.report;

import io.github.auth0maven.users.Position;
import io.github.auth0maven.validation.Violation;
import java.util.Optional;

/**
 * A user that was not imported, and why.
 *
 * @param position the user's place in the users file; nothing if the service names a user that matches none that was sent
 * @param attribute the attribute at fault, as the users file calls it
 * @param code Auth0's spelling wherever Auth0 has one
 */
public record Failure(Optional<Position> position, Optional<String> attribute, String code, String message) {

    /** What validation found. */
    public static Failure of(Violation violation) {
        return new Failure(
                Optional.of(violation.position()),
                Optional.ofNullable(violation.attribute()),
                violation.code(),
                violation.message());
    }

    @Override
    public String toString() {
        return position.map(place -> place + " ").orElse("")
                + attribute.map(name -> name + ": ").orElse("") + message + " [" + code + "]";
    }
}
