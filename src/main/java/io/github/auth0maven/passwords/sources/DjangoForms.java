package io.github.auth0maven.passwords.sources;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.auth0maven.passwords.sources.Auth0Form.Cost;
import io.github.auth0maven.passwords.sources.Auth0Form.Encoded;
import java.util.List;
import java.util.regex.Matcher;

/** Django's forms, and Werkzeug's: a word, then a salt that is text, separated by dollar signs. */
final class DjangoForms {

    private static final String COUNT = "([0-9]{1,10})";
    private static final String SALT = "([^$]*)";
    private static final String BASE64 = "([A-Za-z0-9+/]+={0,2})";
    private static final String HEX = "((?:[0-9a-fA-F]{2})+)";

    static final List<HashForm> ALL = List.of(
            new HashForm(
                    "Django's pbkdf2",
                    "pbkdf2_(sha1|sha256|sha512)\\$",
                    COUNT + "\\$" + SALT + "\\$" + BASE64,
                    DjangoForms::pbkdf2),
            new HashForm(
                    "Django's argon2",
                    "argon2\\$",
                    "(argon2(?:id|i|d)\\$.+)",
                    parts -> Auth0Form.argon2("$" + parts.group(1))),
            new HashForm(
                    "Django's bcrypt",
                    "bcrypt\\$",
                    "(\\$2[aby]\\$[0-9]{2}\\$[./A-Za-z0-9]{53})",
                    parts -> Auth0Form.bcrypt(parts.group(1))),
            new HashForm(
                    "Django's scrypt",
                    "scrypt\\$",
                    COUNT + "\\$" + SALT + "\\$" + COUNT + "\\$" + COUNT + "\\$" + BASE64,
                    DjangoForms::scrypt),
            new HashForm("Django's md5", "md5\\$", SALT + "\\$([0-9a-f]{32})", parts -> salted("md5", parts)),
            new HashForm("Django's sha1", "sha1\\$", SALT + "\\$([0-9a-f]{40})", parts -> salted("sha1", parts)),
            new HashForm(
                    "Werkzeug's pbkdf2",
                    "pbkdf2:(sha1|sha256|sha512)",
                    ":" + COUNT + "\\$" + SALT + "\\$" + HEX,
                    parts -> Auth0Form.pbkdf2(
                            parts.group(1),
                            Long.parseLong(parts.group(2)),
                            parts.group(3).getBytes(UTF_8),
                            B64.hex(parts.group(4)))),
            new HashForm(
                    "Werkzeug's scrypt",
                    "scrypt:",
                    COUNT + ":" + COUNT + ":" + COUNT + "\\$" + SALT + "\\$" + HEX,
                    DjangoForms::scryptOfWerkzeug),
            new HashForm(
                    "Werkzeug's hmac",
                    "(sha256|sha512)\\$",
                    SALT + "\\$" + HEX,
                    parts -> Auth0Form.hmac(parts.group(1), parts.group(2), Encoded.hex(parts.group(3)))));

    private DjangoForms() {}

    private static String pbkdf2(Matcher parts) {
        return Auth0Form.pbkdf2(
                parts.group(1),
                Long.parseLong(parts.group(2)),
                parts.group(3).getBytes(UTF_8),
                B64.decoded(parts.group(4)));
    }

    private static String salted(String algorithm, Matcher parts) {
        return Auth0Form.digest(algorithm, Encoded.hex(parts.group(2)), parts.group(1), "prefix");
    }

    private static String scrypt(Matcher parts) {
        byte[] key = B64.decoded(parts.group(5));
        return Auth0Form.scrypt(
                Encoded.base64(key),
                Encoded.utf8(parts.group(2)),
                key.length,
                new Cost(
                        Long.parseLong(parts.group(1)),
                        Integer.parseInt(parts.group(3)),
                        Integer.parseInt(parts.group(4))));
    }

    private static String scryptOfWerkzeug(Matcher parts) {
        return Auth0Form.scrypt(
                Encoded.hex(parts.group(5)),
                Encoded.utf8(parts.group(4)),
                parts.group(5).length() / 2,
                new Cost(
                        Long.parseLong(parts.group(1)),
                        Integer.parseInt(parts.group(2)),
                        Integer.parseInt(parts.group(3))));
    }
}
