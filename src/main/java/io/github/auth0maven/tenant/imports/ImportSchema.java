package io.github.auth0maven.tenant.imports;

import static java.util.Map.entry;

import io.github.auth0maven.tenant.connections.IdentifierAttributes;
import io.github.auth0maven.tenant.connections.IdentifierAttributes.Usernames;
import io.github.auth0maven.tenant.users.EmailFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The published schema of an import file's users, with the bounds that the documentation adds to it. */
final class ImportSchema {

    /** Of the pattern that Auth0's own message shows; the message names no value. */
    private static final String BCRYPT = "^\\$2[ab]?\\$10+\\$[./A-Za-z0-9]{53}$";

    private static final String PHONE = "^\\+[0-9]{1,15}$";

    private ImportSchema() {}

    /** A user for a connection with such identifiers. */
    static Check user(IdentifierAttributes identifiers) {
        return Check.closedObject(
                Map.ofEntries(
                        // Recorded: errors speak of the inner model's path.
                        entry("email", Check.email().as("identities[0].profileData.email")),
                        entry("email_verified", Check.type("boolean")),
                        entry("phone_number", Check.pattern(PHONE)),
                        entry("phone_verified", Check.type("boolean")),
                        entry("user_id", Check.text(0, 255).then(Check.pattern("^\\S*$"))),
                        entry("username", username(identifiers.usernames())),
                        entry("given_name", Check.text(1, 150)),
                        entry("family_name", Check.text(1, 150)),
                        entry("name", Check.text(1, 150)),
                        // Documented as 350, and on another page as 300: the larger one refuses less.
                        entry("nickname", Check.text(1, 350)),
                        entry("picture", Check.text()),
                        entry("blocked", Check.type("boolean")),
                        // Documented: paths speak of the inner model.
                        entry("password_hash", Check.pattern(BCRYPT).as("passwordHash")),
                        entry("custom_password_hash", customPasswordHash().then(PasswordHashRules::errors)),
                        entry("app_metadata", Check.type("object")),
                        entry("user_metadata", Check.type("object")),
                        entry("mfa_factors", Check.array(1, 10, mfaFactor()))),
                // The code for a missing e-mail address is not confirmed [?].
                required(identifiers));
    }

    private static String[] required(IdentifierAttributes identifiers) {
        Set<String> required = new TreeSet<>(identifiers.alsoRequired());
        if (identifiers.emailRequired()) {
            required.add("email");
        }
        return required.toArray(String[]::new);
    }

    /** Documented: letters without accents, digits and some signs, and what the connection allows. */
    private static Check username(Usernames usernames) {
        Check check =
                Check.text(usernames.least(), usernames.most()).then(Check.pattern("^[A-Za-z0-9@^$.!`\\-#+'~_]+$"));
        if (!usernames.types().contains("email")) {
            check = check.then(refusing(EmailFormat::matches, "A username must not be an email address"));
        }
        return usernames.types().contains("phone_number")
                ? check
                : check.then(refusing(name -> name.matches(PHONE), "A username must not be a phone number"));
    }

    private static Check refusing(Predicate<String> refused, String message) {
        return (path, value) ->
                refused.test(value.textValue()) ? List.of(UserError.at(path, "NOT_PASSED", message)) : List.of();
    }

    private static Check customPasswordHash() {
        Check password =
                Check.object(Map.of("encoding", Check.oneOf("ascii", "utf8", "utf16le", "ucs2", "latin1", "binary")));
        return Check.closedObject(
                Map.of(
                        "algorithm",
                        Check.oneOf(
                                "argon2", "bcrypt", "hmac", "ldap", "md4", "md5", "sha1", "sha256", "sha512", "pbkdf2",
                                "scrypt"),
                        "hash",
                        hash(),
                        "salt",
                        salt(),
                        "password",
                        password,
                        "keylen",
                        Check.type("integer"),
                        "cost",
                        Check.type("integer"),
                        "blockSize",
                        Check.type("integer"),
                        "parallelization",
                        Check.type("integer")),
                "algorithm",
                "hash");
    }

    private static Check hash() {
        Check key = Check.object(Map.of("value", Check.text(), "encoding", encoding()), "value");
        return Check.object(Map.of(
                "value",
                Check.text(),
                "encoding",
                encoding(),
                "digest",
                Check.oneOf("md4", "md5", "ripemd160", "sha1", "sha224", "sha256", "sha384", "sha512", "whirlpool"),
                "key",
                key));
    }

    private static Check salt() {
        return Check.object(
                Map.of(
                        "value", Check.text(),
                        "encoding", encoding(),
                        "position", Check.oneOf("prefix", "suffix")),
                "value");
    }

    private static Check encoding() {
        return Check.oneOf("base64", "hex", "utf8");
    }

    private static Check mfaFactor() {
        Check factor = Check.closedObject(Map.of(
                "totp", Check.closedObject(Map.of("secret", Check.pattern("^[A-Z2-7]+$")), "secret"),
                "phone", Check.closedObject(Map.of("value", Check.pattern(PHONE)), "value"),
                "email", Check.closedObject(Map.of("value", Check.email()), "value")));
        return factor.then((path, value) -> value.size() <= 1
                ? List.of()
                : List.of(UserError.at(
                        path,
                        "OBJECT_PROPERTIES_MAXIMUM",
                        "Too many properties defined (" + value.size() + "), maximum 1")));
    }
}
