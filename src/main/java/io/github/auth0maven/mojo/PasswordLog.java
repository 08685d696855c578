package io.github.auth0maven.mojo;

import io.github.auth0maven.passwords.HashShape;
import io.github.auth0maven.passwords.PasswordCheck;
import io.github.auth0maven.passwords.PasswordResult;
import io.github.auth0maven.passwords.PasswordResult.Count;
import io.github.auth0maven.report.PasswordReport;
import io.github.auth0maven.report.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.maven.plugin.logging.Log;

/** Tells Maven's log how a check of passwords goes, and what it found; each user that matches at the level of debug. */
final class PasswordLog implements PasswordCheck.Progress {

    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final int MOST_TOLD = 20;

    private final Log log;
    private final Clock clock;
    private final Instant start;
    private Instant told;

    PasswordLog(Log log, Clock clock) {
        this.log = log;
        this.clock = clock;
        start = clock.instant();
        told = start;
    }

    @Override
    public synchronized void tried(int samples, int all) {
        Instant now = clock.instant();
        if (Duration.between(told, now).compareTo(INTERVAL) >= 0) {
            told = now;
            long left = Duration.between(start, now).toSeconds() * Math.max(0, all - samples) / samples;
            log.info(samples + " of " + Verdict.plural(all, "sample") + " tried, about " + left + " s left");
        }
    }

    @Override
    public void searching(int hashes) {
        log.info("Looking for the reason why "
                + (hashes == 1 ? "a hash does" : Verdict.plural(hashes, "hash").replace("hashs", "hashes") + " do")
                + " not match");
    }

    void tell(PasswordResult result, boolean requiresSamples) {
        if (!result.hashChanges().isNone()) {
            log.info(result.hashChanges().toString());
        }
        result.matches().forEach(match -> log.debug(match + " matches"));
        first(
                result.findings().stream()
                        .map(finding -> PasswordVerdict.failure(finding).toString())
                        .toList(),
                log::error);
        first(result.samples().unused().stream().map(PasswordVerdict::unused).toList(), log::error);
        first(
                result.shapes().entrySet().stream()
                        .map(each -> PasswordVerdict.shape(each.getKey(), each.getValue())
                                .toString())
                        .toList(),
                log::info);
        for (Map.Entry<HashShape, Count> each : result.shapes().entrySet()) {
            each.getKey()
                    .problem()
                    .filter(why -> !each.getKey().isNone())
                    .ifPresent(why -> log.warn(impossible(each, why)));
        }
        first(
                result.unproven().stream()
                        .map(shape ->
                                PasswordVerdict.unproven(shape) + (requiresSamples ? " (auth0.requireSamples)" : ""))
                        .toList(),
                requiresSamples ? log::error : log::warn);
    }

    private static String impossible(Map.Entry<HashShape, Count> shape, String why) {
        return shape.getValue().first() + " password_hash"
                + (shape.getValue().users() == 1
                        ? ""
                        : ", as of " + Verdict.plural(shape.getValue().users(), "user")) + ": " + why;
    }

    private static void first(List<String> lines, Consumer<String> level) {
        lines.stream().limit(MOST_TOLD).forEach(level);
        if (lines.size() > MOST_TOLD) {
            level.accept("… and " + (lines.size() - MOST_TOLD) + " more in the report");
        }
    }

    /** The last line. */
    void verdict(PasswordResult result, boolean good) {
        String verdict = new PasswordReport.Samples(
                        result.samples().total(), result.samples().matched(), 0, 0)
                .toString();
        if (good) {
            log.info(verdict);
        } else {
            log.error(verdict);
        }
    }
}
