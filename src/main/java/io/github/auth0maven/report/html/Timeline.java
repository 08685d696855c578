package io.github.auth0maven.report.html;

import io.github.auth0maven.jobs.JobListener.Wait;
import io.github.auth0maven.jobs.JobRecord;
import io.github.auth0maven.report.ReportHead;
import io.github.auth0maven.report.Verdict;
import io.github.auth0maven.report.WaitRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The jobs on the slots that they had, and below them what was waited for. */
public record Timeline(List<Lane> lanes, int height) {

    static final int LANE = 30;

    /** With more jobs than this, those that would be drawn as one another's neighbours are drawn as one. */
    private static final int MOST_JOBS = 400;

    /** A row of bars. */
    public record Lane(String label, int y, List<Bar> bars) {}

    /** A job, several, or a wait. */
    public record Bar(int x, int width, String look, String title) {

        private boolean touches(Bar next) {
            return look.equals(next.look) && next.x <= x + width + 1;
        }
    }

    static Timeline of(ReportHead head, TimeScale scale) {
        List<Lane> lanes = new ArrayList<>();
        List<Slot> slots = slots(head);
        for (Slot slot : slots) {
            lanes.add(new Lane("Slot " + (lanes.size() + 1), lanes.size() * LANE, bars(slot, head, scale)));
        }
        for (Wait reason : Wait.values()) {
            List<Bar> waits = head.waits().stream()
                    .filter(wait -> wait.reason() == reason)
                    .map(wait -> bar(wait, scale))
                    .toList();
            if (!waits.isEmpty()) {
                lanes.add(new Lane(label(reason), lanes.size() * LANE, waits));
            }
        }
        return new Timeline(lanes, lanes.size() * LANE + 34);
    }

    /** The jobs that followed one another in a slot. */
    private static final class Slot {
        private final List<JobRecord> jobs = new ArrayList<>();
        private Instant free = Instant.MIN;
    }

    /** As Auth0 does not say which slot a job has, each has the first that is free by then. */
    private static List<Slot> slots(ReportHead head) {
        List<Slot> slots = new ArrayList<>();
        List<JobRecord> jobs = new ArrayList<>(head.jobs());
        jobs.sort(Comparator.comparing(JobRecord::submittedAt));
        for (JobRecord job : jobs) {
            Slot slot = slots.stream()
                    .filter(each -> !each.free.isAfter(job.submittedAt()))
                    .findFirst()
                    .orElseGet(() -> {
                        Slot another = new Slot();
                        slots.add(another);
                        return another;
                    });
            slot.jobs.add(job);
            slot.free = job.finishedAt().orElse(head.span().end());
        }
        return slots;
    }

    private static List<Bar> bars(Slot slot, ReportHead head, TimeScale scale) {
        boolean joins = head.jobs().size() > MOST_JOBS;
        List<Bar> bars = new ArrayList<>();
        long users = 0;
        int first = 0;
        for (JobRecord job : slot.jobs) {
            Bar bar = bar(job, head, scale);
            Bar last = bars.isEmpty() ? null : bars.get(bars.size() - 1);
            if (joins && last != null && last.touches(bar)) {
                users += job.users();
                bars.set(
                        bars.size() - 1,
                        new Bar(
                                last.x,
                                Math.max(last.width, bar.x + bar.width - last.x),
                                bar.look,
                                "Jobs " + first + " to " + job.number() + ": " + Verdict.plural(users, "user")));
            } else {
                bars.add(bar);
                users = job.users();
                first = job.number();
            }
        }
        return bars;
    }

    private static Bar bar(JobRecord job, ReportHead head, TimeScale scale) {
        Instant end = job.finishedAt().orElse(head.span().end());
        int x = scale.x(job.submittedAt());
        String look = job.finishedAt().isEmpty() ? "running" : job.status().equals("completed") ? "done" : "failed";
        return new Bar(
                x,
                Math.max(2, scale.x(end) - x - 1),
                look,
                "Job " + job.number() + ", " + job.id() + ": " + Verdict.plural(job.users(), "user") + ", "
                        + job.status() + " after " + Verdict.shown(Duration.between(job.submittedAt(), end)));
    }

    private static Bar bar(WaitRecord wait, TimeScale scale) {
        int x = scale.x(wait.from());
        return new Bar(
                x,
                Math.max(2, scale.x(wait.to()) - x),
                wait.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                "Waited " + Verdict.shown(wait.waited()) + " " + wait.goal()
                        + (wait.detail().isBlank() ? "" : ": " + wait.detail()));
    }

    private static String label(Wait reason) {
        return switch (reason) {
            case SLOTS -> "Slots taken";
            case RATE_LIMIT -> "Rate limit";
            case SERVICE -> "No answer";
        };
    }
}
