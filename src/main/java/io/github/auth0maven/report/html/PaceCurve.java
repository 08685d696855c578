package io.github.auth0maven.report.html;

import io.github.auth0maven.jobs.JobRecord;
import io.github.auth0maven.report.Pace;
import io.github.auth0maven.report.ReportHead;
import io.github.auth0maven.report.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How many users an hour were taken when, on a logarithmic scale, beside what is reported for Auth0.
 *
 * @param path the steps of the line
 * @param levels heights with a name
 * @param bandTop where that which is reported begins
 * @param bandHeight how high that is
 */
public record PaceCurve(String path, List<TimeScale.Tick> levels, int bandTop, int bandHeight, int height) {

    private static final int TOP = 16;
    private static final int BUCKETS = 60;
    private static final int LOWEST = 3;
    private static final int HIGHEST = 6;

    static PaceCurve of(ReportHead head, TimeScale scale) {
        double[] pace = pace(head, scale);
        int decades = HIGHEST - LOWEST;
        for (double users : pace) {
            decades = Math.max(decades, (int) Math.ceil(Math.log10(Math.max(1, users))) - LOWEST);
        }
        List<TimeScale.Tick> levels = new ArrayList<>();
        for (int decade = 0; decade <= decades; decade++) {
            long users = Math.round(Math.pow(10, LOWEST + decade));
            levels.add(new TimeScale.Tick(y((double) users, decades), Verdict.grouped(users)));
        }
        int bandTop = y(Pace.MOST_IN_AN_HOUR, decades);
        int bandEnd = y(Pace.FEWEST_IN_AN_HOUR, decades);
        return new PaceCurve(path(pace, decades), levels, bandTop, bandEnd - bandTop, TOP + UsersCurve.PLOT + 34);
    }

    /** Users an hour in each part of the time: those of a job are spread over the time that it took. */
    private static double[] pace(ReportHead head, TimeScale scale) {
        double[] users = new double[BUCKETS];
        double bucket = scale.millis() / (double) BUCKETS;
        for (JobRecord job : head.jobs()) {
            if (job.finishedAt().isPresent()) {
                double from = Math.max(0, millis(scale, job, false));
                double to = Math.max(from + 1, millis(scale, job, true));
                for (int i = 0; i < BUCKETS; i++) {
                    double shared = Math.min(to, (i + 1) * bucket) - Math.max(from, i * bucket);
                    users[i] += shared <= 0 ? 0 : job.users() * shared / (to - from);
                }
            }
        }
        for (int i = 0; i < BUCKETS; i++) {
            users[i] *= 3_600_000 / bucket;
        }
        return users;
    }

    private static double millis(TimeScale scale, JobRecord job, boolean end) {
        return Duration.between(scale.start(), end ? job.finishedAt().orElseThrow() : job.submittedAt())
                .toMillis();
    }

    private static String path(double[] pace, int decades) {
        StringBuilder path = new StringBuilder();
        boolean drawing = false;
        for (int i = 0; i < BUCKETS; i++) {
            int x = TimeScale.x(i / (double) BUCKETS);
            if (pace[i] >= 1) {
                path.append(drawing ? "H" + x + "V" : "M" + x + " ").append(y(pace[i], decades));
            } else if (drawing) {
                path.append('H').append(x);
            }
            drawing = pace[i] >= 1;
        }
        return drawing ? path.append('H').append(TimeScale.RIGHT).toString() : path.toString();
    }

    private static int y(double users, int decades) {
        double share = (Math.log10(Math.max(users, 1)) - LOWEST) / decades;
        return TOP + UsersCurve.PLOT - (int) Math.round(UsersCurve.PLOT * Math.max(0, Math.min(1, share)));
    }
}
