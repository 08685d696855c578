package io.github.auth0maven.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Test
    void waitsDoubleUpToTheLongest() {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), LONGEST, () -> 0.5);

        for (int seconds : new int[] {1, 2, 4, 8, 16, 30, 30}) {
            assertThat(backoff.next()).isEqualTo(Duration.ofSeconds(seconds));
        }
        assertThat(backoff.attempts()).isEqualTo(7);
    }

    @Test
    void waitsStayTheLongestHoweverManyThereAre() {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), LONGEST, () -> 0.5);
        for (int attempt = 0; attempt < 10_000; attempt++) {
            assertThat(backoff.next()).isBetween(Duration.ofSeconds(1), LONGEST);
        }
    }

    @Test
    void chanceSpreadsAWaitByAFifth() {
        AtomicReference<Double> chance = new AtomicReference<>(0.0);
        Backoff backoff = new Backoff(Duration.ofSeconds(10), LONGEST, chance::get);

        assertThat(backoff.next()).isEqualTo(Duration.ofSeconds(8));
        chance.set(1.0);
        assertThat(backoff.next()).isEqualTo(Duration.ofSeconds(24));
    }

    @Test
    void aSuccessStartsAnew() {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), LONGEST, () -> 0.5);
        backoff.next();
        backoff.next();
        backoff.succeeded();

        assertThat(backoff.attempts()).isZero();
        assertThat(backoff.next()).isEqualTo(Duration.ofSeconds(1));
    }
}
