package io.github.auth0maven.report;

import io.github.auth0maven.report.ImportReport.Status;
import io.github.auth0maven.users.Position;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of a check of known passwords, but for what failed.
 *
 * @param shapes what there is of each algorithm with its options, the most frequent first
 * @param matches where the hashes stand that a known password opens
 * @param problem what ended it before its end, if something did
 */
public record PasswordReport(
        Status status,
        String usersFile,
        Instant startedAt,
        Instant finishedAt,
        Samples samples,
        List<Shape> shapes,
        List<Position> matches,
        Optional<String> problem) {

    public PasswordReport {
        shapes = List.copyOf(shapes);
        matches = List.copyOf(matches);
    }

    /**
     * How many known passwords there were.
     *
     * @param unused those of users who are not in the users file
     */
    public record Samples(long total, long matched, long notMatched, long unused) {

        public static final Samples NONE = new Samples(0, 0, 0, 0);

        /** The verdict in one line. */
        @Override
        public String toString() {
            return Verdict.grouped(matched) + " of " + Verdict.plural(total, "sample")
                    + (total == 1 ? " matches" : " match");
        }
    }

    /**
     * Users whose hashes are made alike.
     *
     * @param samples how many of their hashes a known password was tried on
     * @param matched how many of these it opens
     */
    public record Shape(String name, long users, long samples, long matched) {

        /** How many it does not open. */
        public long notMatched() {
            return samples - matched;
        }

        /** In one line. */
        @Override
        public String toString() {
            return name + ": " + Verdict.plural(users, "user") + ", " + Verdict.plural(samples, "sample") + ", "
                    + Verdict.grouped(matched) + " matched, " + Verdict.grouped(notMatched()) + " not matched";
        }
    }

    /** How many users there are. */
    public long users() {
        return shapes.stream().mapToLong(Shape::users).sum();
    }
}
