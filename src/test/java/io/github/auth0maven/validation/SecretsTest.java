package io.github.auth0maven.validation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.users.User;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Wherever in its place, or in a wrong one among the hashes, a secret stands: no message shows it. */
final class SecretsTest {

    private static final String CANARY = "C4nary";
    private static final List<String> FORMS = List.of(
            "\"$2b$10$%s\"",
            "\"$argon2id$v=19$m=1,t=1,p=1$%s$%s\"",
            "\"{SSHA}%s\"",
            "\"%s\"",
            "{\"value\":\"%s\"}",
            "[\"%s\"]",
            "\"$pbkdf2-sha512$i=1,l=1$%s$%s==\"",
            "{\"%s\":\"%s\"}",
            "null",
            "\" %s \"",
            "\"\\u0043%s\"");
    private static final List<String> ALGORITHMS = List.of(
            "argon2", "bcrypt", "hmac", "ldap", "md4", "md5", "sha1", "sha256", "sha512", "pbkdf2", "scrypt", "sha");
    private static final List<String> ENCODINGS = List.of("base64", "hex", "utf8", "ascii");

    @Test
    void noMessageShowsASecret() throws IOException {
        Random random = new Random(3);
        UserValidator validator = new UserValidator(new ValidationSettings(20_000));
        int[] said = {0};
        List<String> leaks = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            String user = user(random);
            validator.judge(User.of("users.json", user.getBytes(UTF_8)), violation -> {
                said[0]++;
                String line = violation.toString();
                if (line.contains(CANARY) || line.contains("\n")) {
                    leaks.add(line + " of " + user);
                }
            });
        }
        assertThat(leaks).isEmpty();
        assertThat(said[0]).isGreaterThan(10_000);
    }

    private static String user(Random random) {
        return "{\"email\":\"jane@example.com\",\"email_verified\":true"
                + (random.nextInt(3) == 0 ? ",\"password_hash\":" + secret(random) : "")
                + ",\"custom_password_hash\":" + (random.nextInt(9) == 0 ? secret(random) : custom(random))
                + ",\"mfa_factors\":["
                + (random.nextInt(9) == 0 ? secret(random) : "{\"totp\":" + holder("secret", random) + "}")
                + "]}";
    }

    private static String custom(Random random) {
        return "{\"algorithm\":" + (random.nextInt(9) == 0 ? secret(random) : quoted(ALGORITHMS, random))
                + ",\"hash\":" + holder("value", random)
                + (random.nextBoolean() ? ",\"salt\":" + holder("value", random) : "")
                + (random.nextInt(9) == 0 ? "," + quoted(random) + ":" + secret(random) : "")
                + (random.nextInt(9) == 0 ? ",\"keylen\":" + secret(random) : "")
                + "}";
    }

    private static String holder(String name, Random random) {
        if (random.nextInt(9) == 0) {
            return secret(random);
        }
        return "{\"" + name + "\":" + secret(random)
                + (random.nextBoolean() ? ",\"encoding\":" + quoted(ENCODINGS, random) : "")
                + (random.nextInt(5) == 0 ? ",\"encodings\":" + secret(random) : "")
                + (random.nextInt(5) == 0 ? ",\"digest\":" + secret(random) : "")
                + (random.nextInt(5) == 0
                        ? ",\"key\":{\"value\":" + secret(random) + ",\"encoding\":" + secret(random) + "}"
                        : "")
                + (random.nextInt(5) == 0 ? ",\"position\":" + secret(random) : "")
                + (random.nextInt(5) == 0 ? "," + quoted(random) + ":1" : "")
                + "}";
    }

    private static String quoted(List<String> words, Random random) {
        return "\"" + words.get(random.nextInt(words.size())) + "\"";
    }

    private static String quoted(Random random) {
        return "\"" + text(random) + "\"";
    }

    private static String secret(Random random) {
        return FORMS.get(random.nextInt(FORMS.size())).replace("%s", text(random));
    }

    /** As short as a secret may be and longer. */
    private static String text(Random random) {
        StringBuilder text = new StringBuilder(CANARY + "aaaabbbbcccc");
        for (int i = random.nextInt(60); i > 0; i--) {
            text.append("abcXYZ019+/_-".charAt(random.nextInt(13)));
        }
        return text.toString();
    }
}
