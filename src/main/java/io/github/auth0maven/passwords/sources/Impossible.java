package io.github.auth0maven.passwords.sources;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Hashes that Auth0 can compute in no form. */
final class Impossible {

    private static final String REMAINS =
            ", which Auth0 can verify in no form; leave it out, and let these users set a new"
                    + " password by e-mail, or have a custom database import each of them at the first login";

    private static final List<Impossible> ALL = List.of(
            new Impossible("\\$P\\$", "a phpass hash, as WordPress makes it"),
            new Impossible("\\$H\\$", "a phpass hash, as phpBB makes it"),
            new Impossible("\\$wp\\$", "a WordPress hash (bcrypt of an HMAC)"),
            new Impossible("\\$S\\$", "a Drupal hash"),
            new Impossible("\\$1\\$", "an md5-crypt hash"),
            new Impossible("\\$apr1\\$", "an Apache md5-crypt hash"),
            new Impossible("\\$5\\$", "a sha256-crypt hash"),
            new Impossible("\\$6\\$", "a sha512-crypt hash"),
            new Impossible("\\$(?:y|gy|7)\\$", "a yescrypt hash"),
            new Impossible("\\{(?i:CRYPT)}(?!\\$2)", "a hash of crypt(3)"),
            new Impossible("crypt\\$", "a hash of crypt(3), as Django writes it"),
            new Impossible("\\$bcrypt-sha256\\$", "a bcrypt_sha256 hash of passlib's (bcrypt of an HMAC)"),
            new Impossible("bcrypt_sha256\\$", "a bcrypt_sha256 hash of Django's (bcrypt of a SHA-256)"),
            new Impossible("\\{sha256}[0-9a-f]{80}$", "Spring Security's {sha256} (1,024 rounds of SHA-256)"),
            new Impossible(
                    "\\{\\s*\"(?:localId|passwordHash|hash_config)\"|(?:[A-Za-z0-9_-]{86}|[A-Za-z0-9+/_-]{85}[AQgw])==$",
                    "64 bytes in base64, as Firebase exports the hashes of its own scrypt"));

    private static final Pattern PLAIN = Pattern.compile("\\{(?i:noop|plain|cleartext|clear)}");

    private final Pattern beginning;
    private final String name;

    private Impossible(String beginning, String name) {
        this.beginning = Pattern.compile(beginning);
        this.name = name;
    }

    static Optional<SourceHash> read(String text) {
        if (PLAIN.matcher(text).lookingAt()) {
            return refused(
                    "a plain password",
                    "it is no hash but a plain password, which Auth0 does not take: leave it out, and let these users"
                            + " set a new password by e-mail; for test users, write it into password, without what is in braces,"
                            + " and set auth0.hashPasswords");
        }
        if (text.startsWith("!") || text.equals("*")) {
            return refused(
                    "the mark of an account without a password",
                    "it is the mark of an account without a password; leave it out");
        }
        for (Impossible each : ALL) {
            if (each.beginning.matcher(text).lookingAt()) {
                return refused(each.name, "it is " + each.name + REMAINS);
            }
        }
        return Optional.empty();
    }

    private static Optional<SourceHash> refused(String source, String reason) {
        return Optional.of(new SourceHash.Refused(source, reason));
    }
}
