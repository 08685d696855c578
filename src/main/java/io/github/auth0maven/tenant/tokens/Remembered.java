package io.github.auth0maven.tenant.tokens;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Texts that nobody can guess, each standing for something that the tenant remembers for a while: codes, tickets, sessions.
 *
 * <p>It never holds more than a bound; the oldest are forgotten first. It is safe for use by several threads.
 *
 * @param <T> what they stand for
 */
public final class Remembered<T> {

    private static final int MOST = 100_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Clock clock;
    private final Duration lifetime;
    private final Map<String, Entry<T>> entries = new LinkedHashMap<>();

    private record Entry<T>(T value, Instant end) {}

    /** Remembers each for this long. */
    public Remembered(Clock clock, Duration lifetime) {
        this.clock = clock;
        this.lifetime = lifetime;
    }

    /** A new text of 256 random bits. */
    public static String randomText() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Remembers the value under a new text. */
    public String add(T value) {
        String text = randomText();
        put(text, value);
        return text;
    }

    /** Remembers the value under this text, from now on. */
    public synchronized void put(String text, T value) {
        entries.remove(text);
        entries.put(text, new Entry<>(value, clock.instant().plus(lifetime)));
        forgetOld();
    }

    /** What the text stands for, if it is still remembered. */
    public synchronized Optional<T> get(String text) {
        return Optional.ofNullable(entries.get(text))
                .filter(entry -> entry.end().isAfter(clock.instant()))
                .map(Entry::value);
    }

    /** What the text stood for until now. */
    public synchronized Optional<T> take(String text) {
        Optional<T> value = get(text);
        entries.remove(text);
        return value;
    }

    private void forgetOld() {
        Instant now = clock.instant();
        Iterator<Entry<T>> oldest = entries.values().iterator();
        while (oldest.hasNext()) {
            if (oldest.next().end().isAfter(now) && entries.size() <= MOST) {
                return;
            }
            oldest.remove();
        }
    }
}
