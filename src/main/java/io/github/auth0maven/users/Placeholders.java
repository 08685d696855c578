package io.github.auth0maven.users;

import java.util.Optional;

/** The values of the placeholders in users files, such as {@code ${env.HOME}}. */
@FunctionalInterface
public interface Placeholders {

    /**
     * The value of a placeholder.
     *
     * @param name what stands between the braces
     */
    Optional<String> value(String name);
}
