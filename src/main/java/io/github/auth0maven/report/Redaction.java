package io.github.auth0maven.report;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.auth0maven.validation.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Replaces e-mail addresses in what is told of users by digests, {@code email:} and 16 hexadecimal digits, which whoever holds the
 * users file can make again: the HMAC-SHA-256 of the address in lower case, with the SHA-256 of the file, in hexadecimal digits,
 * as its key.
 *
 * <p>Of one that is shown in part only, {@value #CUT} is left: its place in the users file tells which it is.
 */
public final class Redaction {

    private static final String DIGEST = "email:";
    private static final String CUT = "email:?";
    private static final int DIGITS = 16;
    private static final String ATTRIBUTE = "email";
    private static final String ALGORITHM = "HmacSHA256";

    private final @Nullable SecretKeySpec key;

    /** What is looked for. Nobody compiles it who redacts nothing, which is the usual case. */
    private static final class Shapes {

        /** What may stand around an address is no part of it, although it might be: quotes, and what separates fields. */
        private static final String LOCAL = "[\\p{L}\\p{N}_+#$!%~^*-][\\p{L}\\p{N}_+#$!%~^*'`.-]*+";

        /** With a dot in its domain, for a directory may be called {@code workspace@2}; an ellipsis ends one that was cut. */
        static final Pattern ADDRESS =
                Pattern.compile(LOCAL + "@(?:[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)++(?!…)|[\\p{L}\\p{N}.-]*+…)");

        /** How a message about the attribute begins that shows what it is. */
        static final Pattern SHOWN = Pattern.compile("^\"(?!email:).+?\"(?=:? \\p{L}|$)");
    }

    private Redaction(@Nullable SecretKeySpec key) {
        this.key = key;
    }

    /** Leaves everything as it is. */
    public static Redaction none() {
        return new Redaction(null);
    }

    /** Whether it leaves everything as it is. */
    public boolean isNone() {
        return key == null;
    }

    /** With a key made of the bytes of these files, one after the other. */
    public static Redaction keyedBy(List<Path> files) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (Path file : files) {
                try (InputStream in = Files.newInputStream(file)) {
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        digest.update(buffer, 0, read);
                    }
                }
            }
            byte[] text = HexFormat.of().formatHex(digest.digest()).getBytes(US_ASCII);
            return new Redaction(new SecretKeySpec(text, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    /** The text without what looks like an address. */
    public String text(String text) {
        return key == null || text.indexOf('@') < 0
                ? text
                : Shapes.ADDRESS.matcher(text).replaceAll(this::replacement);
    }

    /** The text without what looks like an address, and without this one, whatever it looks like. */
    public String text(String text, Optional<String> address) {
        if (key == null || address.filter(known -> known.contains("@")).isEmpty()) {
            return text(text);
        }
        Pattern known =
                Pattern.compile(Pattern.quote(address.orElseThrow()), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        return text(known.matcher(text).replaceAll(found -> digest(found.group())));
    }

    /** The same violation, with a message that is redacted. */
    public Violation of(Violation violation) {
        return key == null
                ? violation
                : new Violation(
                        violation.position(),
                        violation.attribute(),
                        violation.code(),
                        message(violation.attribute(), violation.message()),
                        violation.severity());
    }

    /** The same failure, with a message that is redacted. */
    public Failure of(Failure failure) {
        return key == null
                ? failure
                : new Failure(
                        failure.position(),
                        failure.attribute(),
                        failure.code(),
                        message(failure.attribute().orElse(null), failure.message()));
    }

    private String message(@Nullable String attribute, String message) {
        String known = ATTRIBUTE.equals(attribute)
                ? Shapes.SHOWN.matcher(message).replaceFirst(found -> '"' + shown(found.group()) + '"')
                : message;
        return text(known);
    }

    /** What a message shows in quotes: all of it, or cut, or with characters escaped. */
    private String shown(String quoted) {
        String value = quoted.substring(1, quoted.length() - 1);
        return value.endsWith("…") || value.indexOf('\\') >= 0 ? CUT : digest(value);
    }

    private String replacement(MatchResult found) {
        return found.group().endsWith("…") ? CUT : digest(found.group());
    }

    private String digest(String address) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] digest = mac.doFinal(address.toLowerCase(Locale.ROOT).getBytes(UTF_8));
            return DIGEST + HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK has HMAC-SHA-256", e);
        }
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "Redaction[" + (key == null ? "none" : "emails") + "]";
    }
}
