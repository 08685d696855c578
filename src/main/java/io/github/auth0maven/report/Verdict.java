package io.github.auth0maven.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What became of an import, in a few lines for a person. */
public final class Verdict {

    /** In milliseconds: what would be rounded to 60.0 s. */
    private static final int LEAST_MINUTE = 59_950;

    private Verdict() {}

    /** One line: the counts, the jobs and the time. */
    public static String summary(ImportReport report) {
        ImportReport.Users users = report.users();
        List<String> parts = new ArrayList<>();
        parts.add(count(users.inserted(), "inserted"));
        addSome(parts, users.updated(), "updated");
        parts.add(count(users.failed(), "failed"));
        addSome(parts, users.invalid(), "invalid and not sent");
        addSome(parts, users.unsent(), users.invalid() > 0 ? "valid and not sent either" : "not sent");
        addSome(parts, users.pending(), "still under way");
        return plural(users.total(), "user") + ": " + String.join(", ", parts) + "; "
                + plural(report.jobs().size(), "job") + ", " + shown(report.duration());
    }

    private static void addSome(List<String> parts, long number, String what) {
        if (number > 0) {
            parts.add(count(number, what));
        }
    }

    /** One line: why the build fails. */
    public static String failure(ImportReport report) {
        ImportReport.Users users = report.users();
        if (report.jobs().isEmpty() && users.invalid() > 0) {
            return invalid(users.invalid(), users.total()) + ": nothing has been sent. Mend the users file"
                    + (users.total() > users.invalid() ? ", or set auth0.invalidUsers to skip to send the others" : "");
        }
        return grouped(users.notImported()) + " of " + plural(users.total(), "user")
                + (users.notImported() == 1 ? " was" : " were") + " not imported";
    }

    /** How many users Auth0 would refuse. */
    public static String invalid(long invalid, long total) {
        return grouped(invalid) + " of " + plural(total, "user") + (invalid == 1 ? " is" : " are") + " invalid";
    }

    /** How many there are of each code: {@code 12 × INVALID_FORMAT, 1 × DUPLICATED_USER}. */
    public static String byCode(Map<String, Long> counts) {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, Long> count : counts.entrySet()) {
            parts.add(grouped(count.getValue()) + " × " + count.getKey());
        }
        return String.join(", ", parts);
    }

    private static String count(long number, String what) {
        return grouped(number) + " " + what;
    }

    /** A number with its noun. */
    public static String plural(long number, String noun) {
        return grouped(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** A number with its thousands set apart. */
    public static String grouped(long number) {
        StringBuilder digits = new StringBuilder(Long.toString(number));
        for (int at = digits.length() - 3; at > (number < 0 ? 1 : 0); at -= 3) {
            digits.insert(at, ',');
        }
        return digits.toString();
    }

    /** A duration as people say it: {@code 0.3 s}, {@code 2 min 5 s}, {@code 1 h 10 min}. */
    public static String shown(Duration duration) {
        if (duration.toMillis() < LEAST_MINUTE) {
            long tenths = (duration.toMillis() + 50) / 100;
            return tenths / 10 + "." + tenths % 10 + " s";
        }
        if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
            return "1 min 0 s";
        }
        if (duration.compareTo(Duration.ofHours(1)) < 0) {
            return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
        }
        return duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }
}
