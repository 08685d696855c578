package io.github.auth0maven.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Names for failures by which they are known again when lines have moved: made of the file, the attribute, the code and the
 * message; of several that are the same, by their order.
 */
public final class Fingerprints {

    private static final int DIGITS = 32;

    private final Map<String, Integer> seen = new HashMap<>();
    private final MessageDigest digest;

    public Fingerprints() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    /** The name of the next failure. */
    public String of(Failure failure) {
        String known = String.join(
                "\n",
                failure.position().map(place -> place.file()).orElse(""),
                failure.attribute().orElse(""),
                failure.code(),
                failure.message());
        int number = seen.merge(hex(known), 1, Integer::sum);
        return hex(known + "\n" + number);
    }

    private String hex(String text) {
        return HexFormat.of().formatHex(digest.digest(text.getBytes(UTF_8))).substring(0, DIGITS);
    }
}
