package io.github.auth0maven.tenant.logins;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.crypto.spec.SecretKeySpec;

/** Proves one-time passwords that follow the time (RFC 6238): six digits, a new one each 30 s, the one before and after taken too. */
final class OneTimePasswords {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final Duration STEP = Duration.ofSeconds(30);

    private final Clock clock;
    private final ConcurrentMap<String, Long> lastUsed = new ConcurrentHashMap<>();

    OneTimePasswords(Clock clock) {
        this.clock = clock;
    }

    /** Whether this is a password of now for the secret, and no password as late was used by this user before. */
    boolean isRight(String userId, String base32Secret, String given) {
        Key key = new SecretKeySpec(decoded(base32Secret), "HmacSHA1");
        Instant now = clock.instant();
        for (Instant at : List.of(now, now.minus(STEP), now.plus(STEP))) {
            if (generated(key, at).equals(given)) {
                long step = at.getEpochSecond() / STEP.toSeconds();
                Long before = lastUsed.getOrDefault(userId, Long.MIN_VALUE);
                return before < step && put(userId, before, step);
            }
        }
        return false;
    }

    /** False if another thread used a password in the meantime. */
    private boolean put(String userId, Long before, Long step) {
        return before == Long.MIN_VALUE
                ? lastUsed.putIfAbsent(userId, step) == null
                : lastUsed.replace(userId, before, step);
    }

    private static String generated(Key key, Instant at) {
        try {
            return new TimeBasedOneTimePasswordGenerator(STEP).generateOneTimePasswordString(key, at);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** The bytes of a text in Base32 (RFC 4648), without padding; bits that fill no byte are dropped. */
    static byte[] decoded(String base32) {
        byte[] bytes = new byte[base32.length() * 5 / 8];
        int buffer = 0;
        int bits = 0;
        int filled = 0;
        for (int at = 0; at < base32.length(); at++) {
            buffer = buffer << 5 | BASE32.indexOf(base32.charAt(at));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[filled++] = (byte) (buffer >> bits);
                buffer &= (1 << bits) - 1;
            }
        }
        return bytes;
    }
}
