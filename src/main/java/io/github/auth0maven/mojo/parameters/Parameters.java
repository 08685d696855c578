package io.github.auth0maven.mojo.parameters;

import io.github.auth0maven.management.Timeouts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Reads the values of parameters strictly. Maven itself would read {@code -Dauth0.dryRun=ture} as false, and import for real:
 * that is why every parameter is declared as a text.
 */
public final class Parameters {

    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})([smh]?)");

    private static final int LAST_PORT = 65_535;

    private static final Pattern SIZE = Pattern.compile("([0-9]{1,12})([kmgKMG]?)");

    private Parameters() {}

    public static boolean flag(String name, String value) throws MojoExecutionException {
        return choice(name, value, List.of("true", "false")).equals("true");
    }

    public static <T extends Enum<T>> T choice(String name, String value, Class<T> type) throws MojoExecutionException {
        List<String> allowed = new ArrayList<>();
        for (T constant : type.getEnumConstants()) {
            allowed.add(constant.name().toLowerCase(Locale.ROOT));
        }
        return type.getEnumConstants()[allowed.indexOf(choice(name, value, allowed))];
    }

    private static String choice(String name, String value, List<String> allowed) throws MojoExecutionException {
        String text = value.strip();
        if (!allowed.contains(text)) {
            throw wrong(name, value, String.join(" or ", allowed));
        }
        return text;
    }

    public static int number(String name, String value, int smallest, int largest) throws MojoExecutionException {
        try {
            int number = Integer.parseInt(value.strip());
            if (number >= smallest && number <= largest) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw wrong(name, value, "a whole number from " + smallest + " to " + largest);
    }

    public static double share(String name, String value) throws MojoExecutionException {
        try {
            double share = Double.parseDouble(value.strip());
            if (share > 0 && share <= 1) {
                return share;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw wrong(name, value, "a number above 0 and up to 1, such as 0.5");
    }

    public static Duration duration(String name, String value) throws MojoExecutionException {
        Matcher matcher = DURATION.matcher(value.strip());
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
            throw wrong(name, value, "a whole number of seconds, or a duration such as 90s, 30m or 2h");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofSeconds(number);
        };
    }

    /** The time that a part of a call may take. */
    public static Duration timeout(String name, String value) throws MojoExecutionException {
        Duration timeout = duration(name, value);
        if (timeout.compareTo(Timeouts.LONGEST) > 0) {
            throw wrong(name, value, "a duration of " + Timeouts.LONGEST.toHours() + "h or less");
        }
        return timeout;
    }

    /** The port that a property of the JVM names. */
    public static int port(String property, String value) throws MojoExecutionException {
        if (value.matches("[0-9]{1,5}") && Integer.parseInt(value) > 0 && Integer.parseInt(value) <= LAST_PORT) {
            return Integer.parseInt(value);
        }
        throw new MojoExecutionException(
                "-D" + property + ": \"" + value + "\" is not a port, a number from 1 to " + LAST_PORT);
    }

    /** A size in bytes. */
    public static long size(String name, String value) throws MojoExecutionException {
        Matcher matcher = SIZE.matcher(value.strip());
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
            throw wrong(name, value, "a whole number of bytes, or a size such as 500m or 16g");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2).toLowerCase(Locale.ROOT)) {
            case "k" -> number << 10;
            case "m" -> number << 20;
            case "g" -> Math.min(number, Long.MAX_VALUE >> 30) << 30;
            default -> number;
        };
    }

    static MojoExecutionException wrong(String name, String value, String allowed) {
        return new MojoExecutionException(name + " (-Dauth0." + name + "): \"" + value + "\" is not " + allowed);
    }
}
