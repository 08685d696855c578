package io.github.auth0maven.mojo.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value, no secret, with what has given it.
 *
 * @param source in words for the log: {@code the command line}
 */
public record SourcedValue(String value, String source) {

    /** A text as it is meant, without the white space around it; one that is blank says nothing. */
    static Optional<String> text(@Nullable String value) {
        String text = value == null ? "" : value.strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    @Override
    public String toString() {
        return value + " (" + source + ")";
    }
}
