package io.github.auth0maven.mojo.tenants;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** Reads strictly what a POM says within an element of a goal's configuration. */
record ElementReader(String element) {

    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|[smh]?)");
    private static final Pattern SEPARATOR = Pattern.compile("[,\\s]+");

    /** A text that has to be there. */
    String text(String name, @Nullable String value) throws MojoExecutionException {
        if (value == null || value.isBlank()) {
            throw new MojoExecutionException("<" + element + "> has no <" + name + ">");
        }
        return value.strip();
    }

    /** A text, or another if there is none. */
    static String textOr(String other, @Nullable String value) {
        return value == null || value.isBlank() ? other : value.strip();
    }

    /** Words with commas or white space between them. */
    static List<String> words(@Nullable String value) {
        return SEPARATOR
                .splitAsStream(value == null ? "" : value.strip())
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Words, each of them one of these. */
    Set<String> wordsOf(Set<String> allowed, String name, String value) throws MojoExecutionException {
        List<String> words = words(value);
        if (words.isEmpty() || !allowed.containsAll(words)) {
            throw wrong(name, value, words(allowed.stream()));
        }
        return Set.copyOf(words);
    }

    /** One of the constants of an enum, in lower case. */
    <T extends Enum<T>> T choice(String name, String value, Class<T> type) throws MojoExecutionException {
        for (T each : type.getEnumConstants()) {
            if (lower(each).equals(value.strip())) {
                return each;
            }
        }
        throw wrong(name, value, words(Stream.of(type.getEnumConstants()).map(ElementReader::lower)));
    }

    /** A whole number. */
    int number(String name, String value, int smallest, int largest) throws MojoExecutionException {
        if (value.strip().matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(value.strip());
            if (number >= smallest && number <= largest) {
                return number;
            }
        }
        throw wrong(name, value, "a whole number from " + smallest + " to " + largest);
    }

    /** A duration; 0 is one. */
    Duration duration(String name, String value) throws MojoExecutionException {
        Matcher matcher = DURATION.matcher(value.strip());
        if (!matcher.matches()) {
            throw wrong(name, value, "a whole number of seconds, or a duration such as 20ms, 90s, 30m or 2h");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofSeconds(number);
        };
    }

    MojoExecutionException wrong(String name, String value, String allowed) {
        return new MojoExecutionException(
                "<" + name + "> of <" + element + ">: \"" + value.strip() + "\" is not " + allowed);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String words(Stream<String> allowed) {
        return allowed.sorted().collect(Collectors.joining(" or "));
    }
}
