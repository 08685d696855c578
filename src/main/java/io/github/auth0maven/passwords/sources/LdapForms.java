package io.github.auth0maven.passwords.sources;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What directories write: a scheme in braces, then base64; in LDIF, that in base64 once more. */
final class LdapForms {

    private static final int SALT = 16;
    private static final int COUNT = 10_000;
    private static final String BASE64 = "([A-Za-z0-9+/]+={0,2})";
    private static final Pattern LDIF = Pattern.compile("(?:::?\\s*)?(e[A-Za-z0-9+/]{11,}={0,2})");

    static final List<HashForm> ALL = List.of(
            new HashForm(
                    "ldap", "\\{(?i:S?MD5|S?SHA(?:-?[0-9]{1,3})?)}", BASE64, parts -> Auth0Form.ldap(parts.group())),
            new HashForm(
                    "bcrypt in a directory",
                    "\\{(?i:CRYPT)}(?=\\$2)",
                    "(\\$2[aby]\\$[0-9]{2}\\$[./A-Za-z0-9]{53})",
                    parts -> Auth0Form.bcrypt(parts.group(1))),
            new HashForm(
                    "argon2 in a directory",
                    "\\{(?i:ARGON2)}",
                    "(\\$argon2.+)",
                    parts -> Auth0Form.argon2(parts.group(1))),
            new HashForm(
                    "pbkdf2 in a directory",
                    "\\{(?i:PBKDF2(?:-(SHA1|SHA256|SHA512))?)}",
                    "([0-9]{1,10})\\$([A-Za-z0-9+/.]*)\\$([A-Za-z0-9+/.]+)",
                    LdapForms::pbkdf2),
            new HashForm("Atlassian's pbkdf2", "\\{PKCS5S2}", BASE64, LdapForms::atlassian));

    private LdapForms() {}

    /** The text that a value of LDIF in base64 stands for, if that is a hash with its scheme; else the value itself. */
    static String outOfLdif(String text) {
        Matcher value = LDIF.matcher(text);
        if (!value.matches()) {
            return text;
        }
        try {
            String decoded = new String(Base64.getDecoder().decode(value.group(1)), ISO_8859_1);
            return decoded.matches("\\{[A-Za-z0-9-]+}[!-~]+") ? decoded : text;
        } catch (IllegalArgumentException notBase64) {
            return text;
        }
    }

    private static String pbkdf2(Matcher parts) {
        String digest = parts.group(1) == null ? "sha1" : parts.group(1).toLowerCase(java.util.Locale.ROOT);
        return Auth0Form.pbkdf2(
                digest, Long.parseLong(parts.group(2)), B64.decoded(parts.group(3)), B64.decoded(parts.group(4)));
    }

    private static String atlassian(Matcher parts) {
        byte[] bytes = B64.decoded(parts.group(1));
        if (bytes.length != SALT + 32) {
            throw new IllegalArgumentException("not 16 bytes of salt and 32 of a key");
        }
        return Auth0Form.pbkdf2(
                "sha1", COUNT, Arrays.copyOf(bytes, SALT), Arrays.copyOfRange(bytes, SALT, bytes.length));
    }
}
