package io.github.auth0maven.mojo.access;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The hosts that no proxy is for, as Maven and the JDK write them: {@code localhost|*.example.com}; a comma separates as well. */
final class NonProxyHosts {

    private static final Pattern SEPARATOR = Pattern.compile("[|,\\s]+");

    private final List<Pattern> patterns;

    NonProxyHosts(@Nullable String written) {
        patterns = SEPARATOR
                .splitAsStream(written == null ? "" : written)
                .filter(pattern -> !pattern.isEmpty())
                .map(NonProxyHosts::compiled)
                .toList();
    }

    private static Pattern compiled(String pattern) {
        Stream<String> parts = Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote);
        return Pattern.compile(parts.collect(Collectors.joining(".*")), Pattern.CASE_INSENSITIVE);
    }

    boolean name(String host) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(host).matches());
    }
}
