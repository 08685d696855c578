package io.github.auth0maven.passwords.sources;

import io.github.auth0maven.passwords.sources.Auth0Form.Cost;
import io.github.auth0maven.passwords.sources.Auth0Form.Encoded;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;

/** Spring Security's forms: an id in braces before the hash. */
final class SpringForms {

    private static final int KEY = 32;
    private static final String BASE64 = "([A-Za-z0-9+/]+={0,2})";

    static final List<HashForm> ALL = List.of(
            new HashForm(
                    "Spring Security's bcrypt",
                    "\\{bcrypt}",
                    "(\\$2[aby]\\$[0-9]{2}\\$[./A-Za-z0-9]{53})",
                    parts -> Auth0Form.bcrypt(parts.group(1))),
            new HashForm(
                    "Spring Security's argon2",
                    "\\{argon2[^}]*}",
                    "(\\$argon2(?:id|i|d)\\$.+)",
                    parts -> Auth0Form.argon2(parts.group(1))),
            new HashForm(
                    "Spring Security's pbkdf2",
                    "\\{pbkdf2}",
                    "([0-9a-f]{80})",
                    parts -> pbkdf2("sha1", 185_000, parts.group(1))),
            new HashForm(
                    "Spring Security's pbkdf2 of 5.8",
                    "\\{pbkdf2@SpringSecurity_v5_8}",
                    "([0-9a-f]{96})",
                    parts -> pbkdf2("sha256", 310_000, parts.group(1))),
            new HashForm(
                    "Spring Security's scrypt",
                    "(?:\\{scrypt[^}]*}|(?=\\$[0-9a-f]{5,6}\\$))",
                    "\\$([0-9a-f]{5,8})\\$" + BASE64 + "\\$" + BASE64,
                    SpringForms::scrypt),
            new HashForm(
                    "Spring Security's digest",
                    "\\{(MD4|MD5|SHA-1|SHA-256|SHA-512)}(?=\\{|[0-9a-f]+$)",
                    "(\\{[^}]*})?((?:[0-9a-f]{2}){16,64})",
                    SpringForms::digest),
            new HashForm(
                    "Spring Security's ldap",
                    "\\{ldap}",
                    "(\\{[A-Za-z0-9-]+}" + BASE64 + ")",
                    parts -> Auth0Form.ldap(parts.group(1))));

    private SpringForms() {}

    private static String pbkdf2(String digest, int iterations, String hex) {
        byte[] bytes = B64.hex(hex);
        int salt = bytes.length - KEY;
        return Auth0Form.pbkdf2(
                digest, iterations, Arrays.copyOf(bytes, salt), Arrays.copyOfRange(bytes, salt, bytes.length));
    }

    /** The parameters are one number in hex: log2 of N in its upper half, then r and p, a byte each. */
    private static String scrypt(Matcher parts) {
        long parameters = Long.parseLong(parts.group(1), 16);
        byte[] key = B64.decoded(parts.group(3));
        return Auth0Form.scrypt(
                Encoded.base64(key),
                Encoded.base64(B64.decoded(parts.group(2))),
                key.length,
                new Cost(1L << Math.min(parameters >> 16, 62), (int) (parameters >> 8 & 0xFF), (int)
                        (parameters & 0xFF)));
    }

    private static String digest(Matcher parts) {
        String algorithm = parts.group(1).toLowerCase(Locale.ROOT).replace("-", "");
        String salt = parts.group(2) == null ? "" : parts.group(2);
        return Auth0Form.digest(algorithm, Encoded.hex(parts.group(3)), salt, "suffix");
    }
}
