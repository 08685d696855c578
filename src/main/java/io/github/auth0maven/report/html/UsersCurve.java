package io.github.auth0maven.report.html;

import io.github.auth0maven.jobs.JobRecord;
import io.github.auth0maven.report.ReportHead;
import io.github.auth0maven.report.Verdict;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * How many users of jobs that had ended there were when.
 *
 * @param points of a line that rises
 * @param levels heights with a name
 */
public record UsersCurve(String points, List<TimeScale.Tick> levels, int height) {

    static final int PLOT = 120;
    private static final int TOP = 16;
    private static final int MOST_POINTS = 400;

    static UsersCurve of(ReportHead head, TimeScale scale) {
        List<JobRecord> ended = head.jobs().stream()
                .filter(job -> job.finishedAt().isPresent())
                .sorted(Comparator.comparing(UsersCurve::end))
                .toList();
        long all = Math.max(1, ended.stream().mapToLong(JobRecord::users).sum());
        StringBuilder points = new StringBuilder(TimeScale.LEFT + "," + (TOP + PLOT));
        long taken = 0;
        int step = Math.max(1, ended.size() / MOST_POINTS);
        for (int i = 0; i < ended.size(); i++) {
            taken += ended.get(i).users();
            if (i % step == 0 || i == ended.size() - 1) {
                points.append(' ')
                        .append(scale.x(end(ended.get(i))))
                        .append(',')
                        .append(y(taken, all));
            }
        }
        points.append(' ').append(TimeScale.RIGHT).append(',').append(y(taken, all));
        List<TimeScale.Tick> levels = List.of(
                new TimeScale.Tick(y(all, all), Verdict.grouped(all)),
                new TimeScale.Tick(y(all / 2, all), Verdict.grouped(all / 2)),
                new TimeScale.Tick(y(0, all), "0"));
        return new UsersCurve(points.toString(), levels, TOP + PLOT + 34);
    }

    /** The same as a surface above its base. */
    public String surface() {
        return points + " " + TimeScale.RIGHT + "," + (TOP + PLOT);
    }

    private static Instant end(JobRecord job) {
        return job.finishedAt().orElseThrow();
    }

    private static int y(long users, long all) {
        return TOP + PLOT - (int) (PLOT * users / all);
    }
}
