package io.github.auth0maven.mojo.parameters;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Properties that begin as this plugin's do and are another tool's. */
final class OtherProperties {

    private static final Pattern SEPARATOR = Pattern.compile("[,\\s]+");

    private final List<Pattern> patterns;

    /**
     * @param written names, separated by commas; {@code *} stands for any characters
     */
    OtherProperties(@Nullable String written) {
        patterns = SEPARATOR
                .splitAsStream(written == null ? "" : written)
                .filter(name -> !name.isEmpty())
                .map(name -> Pattern.compile(
                        Stream.of(name.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"))))
                .toList();
    }

    /** Whether the property is one; what differs from a known one in capitals alone is a slip, whatever fits it. */
    boolean allow(String property, Set<String> known) {
        return known.stream().noneMatch(property::equalsIgnoreCase)
                && patterns.stream()
                        .anyMatch(pattern -> pattern.matcher(property).matches());
    }
}
