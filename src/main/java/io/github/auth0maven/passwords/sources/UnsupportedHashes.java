package io.github.auth0maven.passwords.sources;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Hashes that Auth0 can compute in no form. */
final class UnsupportedHashes {

    private static final String REMAINS =
            ", which Auth0 can verify in no form; leave it out, and let these users set a new"
                    + " password by e-mail, or have a custom database import each of them at the first login";

    private static final List<UnsupportedHashes> ALL = List.of(
            new UnsupportedHashes("\\$P\\$", "a phpass hash, as WordPress makes it"),
            new UnsupportedHashes("\\$H\\$", "a phpass hash, as phpBB makes it"),
            new UnsupportedHashes("\\$wp\\$", "a WordPress hash (bcrypt of an HMAC)"),
            new UnsupportedHashes("\\$S\\$", "a Drupal hash"),
            new UnsupportedHashes("\\$1\\$", "an md5-crypt hash"),
            new UnsupportedHashes("\\$apr1\\$", "an Apache md5-crypt hash"),
            new UnsupportedHashes("\\$5\\$", "a sha256-crypt hash"),
            new UnsupportedHashes("\\$6\\$", "a sha512-crypt hash"),
            new UnsupportedHashes("\\$(?:y|gy|7)\\$", "a yescrypt hash"),
            new UnsupportedHashes("\\{(?i:CRYPT)}(?!\\$2)", "a hash of crypt(3)"),
            new UnsupportedHashes("crypt\\$", "a hash of crypt(3), as Django writes it"),
            new UnsupportedHashes("\\$bcrypt-sha256\\$", "a bcrypt_sha256 hash of passlib's (bcrypt of an HMAC)"),
            new UnsupportedHashes("bcrypt_sha256\\$", "a bcrypt_sha256 hash of Django's (bcrypt of a SHA-256)"),
            new UnsupportedHashes("\\{sha256}[0-9a-f]{80}$", "Spring Security's {sha256} (1,024 rounds of SHA-256)"),
            new UnsupportedHashes(
                    "\\{\\s*\"(?:localId|passwordHash|hash_config)\"|(?:[A-Za-z0-9_-]{86}|[A-Za-z0-9+/_-]{85}[AQgw])==$",
                    "64 bytes in base64, as Firebase exports the hashes of its own scrypt"));

    private static final Pattern PLAIN = Pattern.compile("\\{(?i:noop|plain|cleartext|clear)}");

    private final Pattern beginning;
    private final String name;

    private UnsupportedHashes(String beginning, String name) {
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
        for (UnsupportedHashes each : ALL) {
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
