package io.github.auth0maven.passwords.sources;

import io.github.auth0maven.passwords.sources.Auth0Form.Cost;
import io.github.auth0maven.passwords.sources.Auth0Form.Encoded;
import java.util.List;
import java.util.regex.Matcher;

/** Forms that begin with a dollar sign and a word, passlib's among them, and plain bcrypt. */
final class PhcForms {

    private static final String COUNT = "([0-9]{1,10})";
    private static final String TEXT = "([A-Za-z0-9+/.]+)";

    static final List<HashForm> ALL = List.of(
            new HashForm(
                    "bcrypt", "\\$2[aby]\\$", "[0-9]{2}\\$[./A-Za-z0-9]{53}", parts -> Auth0Form.bcrypt(parts.group())),
            new HashForm("argon2", "\\$argon2(?:id|i|d)\\$", ".+", parts -> Auth0Form.argon2(parts.group())),
            new HashForm(
                    "passlib's pbkdf2",
                    "\\$pbkdf2(?:-(sha1|sha256|sha512))?\\$(?!i=)",
                    COUNT + "\\$([A-Za-z0-9+/.]*)\\$" + TEXT,
                    PhcForms::pbkdf2),
            new HashForm(
                    "pbkdf2",
                    "\\$pbkdf2-[A-Za-z0-9/_-]+\\$i=",
                    "[0-9]+.*",
                    parts -> Auth0Form.text("pbkdf2", parts.group())),
            new HashForm(
                    "scrypt as passlib writes it",
                    "\\$scrypt\\$",
                    "ln=([0-9]{1,2}),r=" + COUNT + ",p=" + COUNT + "\\$([A-Za-z0-9+/.]*)\\$" + TEXT,
                    PhcForms::scrypt),
            new HashForm(
                    "NTLM",
                    "(?:\\$NT\\$|\\{(?:NT|NTLM|nt|ntlm)}|[0-9a-fA-F]{32}:(?=[0-9a-fA-F]{32}$))",
                    "([0-9a-fA-F]{32})",
                    parts -> Auth0Form.ntlm(parts.group(1))),
            new HashForm(
                    "scrypt as Better Auth writes it",
                    "([0-9a-f]{32}):",
                    "([0-9a-f]{128})",
                    parts -> Auth0Form.scrypt(
                            Encoded.hex(parts.group(2)), Encoded.utf8(parts.group(1)), 64, new Cost(16_384, 16, 1))));

    private PhcForms() {}

    private static String pbkdf2(Matcher parts) {
        String digest = parts.group(1) == null ? "sha1" : parts.group(1);
        return Auth0Form.pbkdf2(
                digest, Long.parseLong(parts.group(2)), B64.decoded(parts.group(3)), B64.decoded(parts.group(4)));
    }

    private static String scrypt(Matcher parts) {
        byte[] key = B64.decoded(parts.group(5));
        return Auth0Form.scrypt(
                Encoded.base64(key),
                Encoded.base64(B64.decoded(parts.group(4))),
                key.length,
                new Cost(
                        1L << Math.min(Integer.parseInt(parts.group(1)), 62),
                        Integer.parseInt(parts.group(2)),
                        Integer.parseInt(parts.group(3))));
    }
}
