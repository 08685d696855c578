package io.github.auth0maven.report.html;

import io.github.auth0maven.jobs.JobRecord;
import io.github.auth0maven.report.ReportHead;
import io.github.auth0maven.report.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The jobs on their slots, and how many users had been taken when, as shapes of a drawing.
 *
 * @param bars the jobs, of which the first are drawn
 * @param users the points of a line
 * @param undrawn how many jobs are not drawn
 */
public record Timeline(List<Bar> bars, String users, int height, String end, int undrawn) {

    static final int WIDTH = 900;
    private static final int MOST = 500;
    private static final int LANE = 22;
    private static final int CURVE = 80;

    /** A job. */
    public record Bar(int x, int y, int width, boolean failed, String title) {}

    static Timeline of(ReportHead head) {
        List<JobRecord> jobs = head.jobs().stream()
                .sorted(Comparator.comparing(JobRecord::submittedAt))
                .limit(MOST)
                .toList();
        Scale scale = new Scale(head.span().start(), head.span().length());
        List<Instant> lanes = new ArrayList<>();
        List<Bar> bars = new ArrayList<>();
        for (JobRecord job : jobs) {
            Instant end = job.finishedAt().orElse(head.span().end());
            int lane = lane(lanes, job.submittedAt(), end);
            int x = scale.x(job.submittedAt());
            bars.add(new Bar(
                    x,
                    lane * LANE,
                    Math.max(2, scale.x(end) - x - 1),
                    !job.status().equals("completed"),
                    "Job " + job.number() + ", " + job.id() + ": " + Verdict.plural(job.users(), "user") + ", "
                            + job.status() + " after " + Verdict.shown(Duration.between(job.submittedAt(), end))));
        }
        int top = lanes.size() * LANE + 10;
        return new Timeline(
                bars,
                curve(head.jobs(), scale, top),
                top + CURVE + 20,
                Verdict.shown(head.span().length()),
                head.jobs().size() - jobs.size());
    }

    /** The first lane that is free by then. */
    private static int lane(List<Instant> lanes, Instant from, Instant to) {
        for (int lane = 0; lane < lanes.size(); lane++) {
            if (!lanes.get(lane).isAfter(from)) {
                lanes.set(lane, to);
                return lane;
            }
        }
        lanes.add(to);
        return lanes.size() - 1;
    }

    private static String curve(List<JobRecord> jobs, Scale scale, int top) {
        List<JobRecord> ended = jobs.stream()
                .filter(job -> job.finishedAt().isPresent())
                .sorted(Comparator.comparing(job -> job.finishedAt().orElseThrow()))
                .toList();
        long all = Math.max(1, ended.stream().mapToLong(JobRecord::users).sum());
        StringBuilder points = new StringBuilder("0," + (top + CURVE));
        long taken = 0;
        int step = Math.max(1, ended.size() / MOST);
        for (int i = 0; i < ended.size(); i++) {
            taken += ended.get(i).users();
            if (i % step == 0 || i == ended.size() - 1) {
                points.append(' ')
                        .append(scale.x(ended.get(i).finishedAt().orElseThrow()))
                        .append(',')
                        .append(top + CURVE - CURVE * taken / all);
            }
        }
        return points.toString();
    }

    private record Scale(Instant start, Duration length) {
        int x(Instant at) {
            long all = Math.max(1, length.toMillis());
            long passed = Duration.between(start, at).toMillis();
            return (int) (WIDTH * Math.max(0, Math.min(passed, all)) / all);
        }
    }
}
