package io.github.auth0maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.jobs.JobListener.Wait;
import io.github.auth0maven.users.Position;
import io.github.auth0maven.validation.Severity;
import io.github.auth0maven.validation.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was waited for is told as stretches, which are neither counted twice nor grow without end. */
class CourseTest {

    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    private final Course course = new Course();

    private void waiting(Wait reason, int from, int length) {
        course.waiting(reason, "said at " + from, START.plusSeconds(from), Duration.ofSeconds(length));
    }

    private List<WaitRecord> waits() {
        return course.waits(START.plusSeconds(100_000));
    }

    private static WaitRecord record(Wait reason, int from, int to, int waited) {
        return new WaitRecord(
                reason, "said at " + from, START.plusSeconds(from), START.plusSeconds(to), Duration.ofSeconds(waited));
    }

    @Test
    void waitsForTheSameThatFollowOneAnotherAreOneStretch() {
        waiting(Wait.SLOTS, 0, 10);
        waiting(Wait.SLOTS, 12, 10);
        waiting(Wait.SLOTS, 40, 10);

        assertThat(waits()).containsExactly(record(Wait.SLOTS, 0, 22, 20), record(Wait.SLOTS, 40, 50, 10));
    }

    @Test
    void aWaitThatBeginsBeforeTheLastOneHasEndedCutsItShort() {
        waiting(Wait.SLOTS, 0, 30);
        waiting(Wait.SLOTS, 10, 30);

        assertThat(waits()).containsExactly(record(Wait.SLOTS, 0, 40, 40));
    }

    @Test
    void aJobThatIsTakenEndsTheWaitForASlotButNotThatForTheRateLimit() {
        waiting(Wait.SLOTS, 0, 30);
        waiting(Wait.RATE_LIMIT, 0, 30);
        course.submitted(START.plusSeconds(10));

        assertThat(waits())
                .containsExactlyInAnyOrder(record(Wait.SLOTS, 0, 10, 10), record(Wait.RATE_LIMIT, 0, 30, 30));
    }

    @Test
    void noWaitLastsLongerThanTheRun() {
        waiting(Wait.SERVICE, 0, 30);
        waiting(Wait.SLOTS, 50, 10);

        assertThat(course.waits(START.plusSeconds(20))).containsExactly(record(Wait.SERVICE, 0, 20, 20));
    }

    @Test
    void aHundredThousandWaitsAreToldAsFewAndNoneOfTheirTimeIsLost() {
        for (int i = 0; i < 100_000; i++) {
            waiting(i % 2 == 0 ? Wait.SLOTS : Wait.RATE_LIMIT, i * 20, 7);
        }

        List<WaitRecord> waits = course.waits(Instant.MAX);
        assertThat(waits).hasSizeLessThanOrEqualTo(Course.MOST_WAITS + 2).hasSizeGreaterThan(100);
        assertThat(waits.stream().map(WaitRecord::waited).reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(Duration.ofSeconds(700_000));
    }

    @Test
    void duplicatesAndWarningsAreCountedForEachFile() {
        found("a.json", "DUPLICATED_USER", Severity.ERROR);
        found("a.json", "DUPLICATED_USER", Severity.ERROR);
        found("a.json", "INVALID_FORMAT", Severity.ERROR);
        found("b.json", "WHITE_SPACE", Severity.WARNING);

        assertThat(course.duplicates("a.json")).isEqualTo(2);
        assertThat(course.warnings("a.json")).isZero();
        assertThat(course.duplicates("b.json")).isZero();
        assertThat(course.warnings("b.json")).isEqualTo(1);
    }

    private void found(String file, String code, Severity severity) {
        course.found(new Violation(new Position(file, 1, 2, 3), "email", code, "wrong", severity));
    }
}
