package io.github.auth0maven.report.html;

import io.github.auth0maven.jobs.JobListener.Wait;
import io.github.auth0maven.jobs.JobRecord;
import io.github.auth0maven.report.ReportHead;
import io.github.auth0maven.report.Verdict;
import io.github.auth0maven.report.WaitRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The drawings of how the jobs went, over one and the same time, and the same in words. */
public record Charts(
        Timeline timeline, UsersCurve users, PaceCurve pace, List<TimeScale.Tick> ticks, List<String> words) {

    /** Nothing, of a run without jobs. */
    static Optional<Charts> of(ReportHead head) {
        if (head.jobs().isEmpty()) {
            return Optional.empty();
        }
        TimeScale scale = new TimeScale(head.span().start(), head.span().length());
        Timeline timeline = Timeline.of(head, scale);
        return Optional.of(new Charts(
                timeline, UsersCurve.of(head, scale), PaceCurve.of(head, scale), scale.ticks(), words(head)));
    }

    private static List<String> words(ReportHead head) {
        List<String> words = new ArrayList<>();
        words.add(Verdict.plural(head.jobs().size(), "job") + " in "
                + Verdict.shown(head.span().length()));
        long users = head.jobs().stream()
                .filter(job -> job.finishedAt().isPresent())
                .mapToLong(JobRecord::users)
                .sum();
        long millis = Math.max(1, head.span().length().toMillis());
        words.add(Verdict.grouped(Math.round(users * 3_600_000.0 / millis)) + " users an hour");
        Map<Wait, Duration> waited = new EnumMap<>(Wait.class);
        head.waits().forEach(wait -> waited.merge(wait.reason(), wait.waited(), Duration::plus));
        waited.forEach(
                (reason, length) -> words.add("waited " + Verdict.shown(length) + " " + WaitRecord.goal(reason)));
        return words;
    }
}
