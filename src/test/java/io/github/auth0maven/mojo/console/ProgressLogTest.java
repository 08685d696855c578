package io.github.auth0maven.mojo.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.imports.Assessment;
import io.github.auth0maven.imports.Progress;
import io.github.auth0maven.jobs.JobRecord;
import io.github.auth0maven.mojo.RecordedLog;
import io.github.auth0maven.pace.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

/** When progress is told, with and without a terminal. */
class ProgressLogTest {

    private final MovableClock time = new MovableClock();
    private final Instant start = time.instant();
    private final Progress progress = new Progress(time, 2);
    private final List<Long> toldAt = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final List<String> written = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();

    private final ProgressLog plain = new ProgressLog(progress, time, this::told, Optional.empty());
    private final TerminalLine line = new TerminalLine(written::add, time);
    private final ProgressLog live = new ProgressLog(progress, time, this::told, Optional.of(line));

    @Test
    void withoutATerminalLinesBecomeRarerButNeverRarerThanEveryFiveMinutes() throws Exception {
        begin();
        plain.whilePausing(this::pause).of(Duration.ofHours(2));

        assertThat(toldAt.subList(0, 6)).containsExactly(10L, 25L, 48L, 82L, 133L, 209L);
        assertThat(toldAt).hasSizeLessThan(35);
        for (int i = 1; i < toldAt.size(); i++) {
            assertThat(toldAt.get(i) - toldAt.get(i - 1)).isLessThanOrEqualTo(300);
        }
        assertThat(lines).first().asString().startsWith("0 of 14 jobs, 0 of 14,000 users, 0 failed, about ");
        assertThat(written).isEmpty();
    }

    @Test
    void nothingIsToldBeforeSomethingIsSentAndInAnImportThatTakesSeconds() throws Exception {
        plain.whilePausing(this::pause).of(Duration.ofMinutes(1));
        live.whilePausing(this::pause).of(Duration.ofMinutes(1));
        begin();
        plain.whilePausing(this::pause).of(Duration.ofSeconds(9));

        assertThat(lines).isEmpty();
        assertThat(written).isEmpty();
    }

    @Test
    void aPauseIsAsLongAsItShouldBe() throws Exception {
        plain.whilePausing(this::pause).of(Duration.ofMillis(2500));
        plain.whilePausing(this::pause).of(Duration.ofMillis(30));

        assertThat(pauses)
                .containsExactly(
                        Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMillis(500), Duration.ofMillis(30));
    }

    @Test
    void onATerminalTheLineIsWrittenOverAndLinesThatStayAreLeftToOthers() throws Exception {
        begin();
        live.tick();
        assertThat(written).isEmpty();
        live.whilePausing(this::pause).of(Duration.ofMinutes(10));

        assertThat(lines).isEmpty();
        assertThat(written)
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text)
                        .startsWith("\r\033[K")
                        .contains("0 of 14 jobs")
                        .doesNotContain("\n"));
    }

    @Test
    void theLineIsWrittenFiveTimesASecondAtMostAndOnlyIfItHasChanged() {
        line.show("a");
        line.show("b");
        time.advance(Duration.ofMillis(199));
        line.show("c");
        time.advance(Duration.ofMillis(1));
        line.show("d");
        time.advance(Duration.ofSeconds(1));
        line.show("d");

        assertThat(written).containsExactly("\r\033[K\033[?7la\033[?7h", "\r\033[K\033[?7ld\033[?7h");
    }

    @Test
    void aLineThatStaysMakesItselfRoomOnce() {
        EscapingLog log = new EscapingLog(new RecordedLog(), line::erase);
        log.info("first");
        line.show("a");
        log.info("second");
        log.error("third");
        line.show("a");

        assertThat(written).containsExactly("\r\033[K\033[?7la\033[?7h", "\r\033[K", "\r\033[K\033[?7la\033[?7h");
    }

    @Test
    void whatNobodyHearsNeedsNoRoom() {
        EscapingLog log = new EscapingLog(new SystemStreamLog(), line::erase);
        line.show("a");
        log.debug("unheard");
        log.debug("unheard", new IllegalStateException());
        log.debug(new IllegalStateException());

        assertThat(written).hasSize(1);
    }

    private void begin() {
        progress.surveyed(new Assessment.Load(14_000, 14, 7_000_000, 1));
        progress.submitted(new JobRecord(1, "job_1", "pending", 1000, 1, time.instant(), Optional.empty()));
    }

    private void told(String text) {
        toldAt.add(Duration.between(start, time.instant()).toSeconds());
        lines.add(text);
    }

    private void pause(Duration duration) {
        pauses.add(duration);
        time.advance(duration);
    }
}
