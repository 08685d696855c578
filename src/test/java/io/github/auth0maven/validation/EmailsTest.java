package io.github.auth0maven.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The two ways to judge an e-mail address agree, with each other and with validator.js's own expressions. */
final class EmailsTest {

    private static final String[] PIECES = {
        "a",
        "Z",
        "0",
        ".",
        ".",
        "-",
        "_",
        "@",
        "@",
        "com",
        "xn--p1ai",
        "é",
        "я",
        "\"",
        "\\",
        " ",
        "\u00a0",
        "\u00a9",
        "\u0085",
        "\ud83d\ude00",
        "ｘ",
        "+",
        "example",
        "\n",
        "\u3000",
        "(",
        "\ue000",
        "co",
        "jane"
    };

    private static final Pattern LOCAL_ATOM =
            Pattern.compile("[a-zA-Z\\d!#$%&'*+\\-/=?^_`{|}~\\u00A1-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFEF]+");
    private static final Pattern QUOTED =
            Pattern.compile("([\\x01-\\x21\\x23-\\x5b\\x5d-\\x7f\\u00A0-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFEF]"
                    + "|\\\\[\\x01-\\x09\\x0b-\\x7f\\u00A0-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFEF])*");

    @Test
    void whatIsTakenIsWhatValidatorJsTakes() {
        Random random = new Random(7);
        int taken = 0;
        for (int i = 0; i < 60_000; i++) {
            String email = random(random);
            boolean expected = isEmail(email);
            taken += expected ? 1 : 0;
            List<Boolean> judged = List.of(Emails.isValid(email), Emails.problem(email) == null);
            if (!judged.equals(List.of(expected, expected))) {
                assertThat(judged).as(email).containsOnly(expected);
            }
        }
        assertThat(taken).isGreaterThan(200);
    }

    @Test
    void theCommonKindIsValid() {
        Random random = new Random(11);
        Text text = new Text();
        int common = 0;
        for (int i = 0; i < 60_000; i++) {
            String email = random(random);
            text.set(email);
            if (Emails.isCommon(text.bytes, text.from, text.to)) {
                common++;
                assertThat(Emails.isValid(email)).as(email).isTrue();
            } else if (text.isAscii() && !email.contains("\"") && !email.contains("xn--")) {
                assertThat(Emails.isValid(email)).as(email).isFalse();
            }
        }
        assertThat(common).isGreaterThan(200);
    }

    private static String random(Random random) {
        StringBuilder email = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            email.append(PIECES[random.nextInt(PIECES.length)]);
        }
        email.append('@');
        for (int i = random.nextInt(5); i >= 0; i--) {
            email.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return random.nextBoolean() ? email + ".com" : email.toString();
    }

    private static boolean isEmail(String email) {
        int at = email.lastIndexOf('@');
        String local = email.substring(0, at);
        if (!isDomain(email.substring(at + 1))) {
            return false;
        }
        if (local.startsWith("\"") && local.endsWith("\"")) {
            return local.length() > 1
                    && QUOTED.matcher(local.substring(1, local.length() - 1)).matches();
        }
        for (String atom : local.split("\\.", -1)) {
            if (!LOCAL_ATOM.matcher(atom).matches()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDomain(String domain) {
        String[] labels = domain.split("\\.", -1);
        String last = labels[labels.length - 1];
        if (labels.length < 2
                || !last.matches(
                        "(?i)[a-z\\u00a1-\\u00a8\\u00aa-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\uffef]{2,}|xn[a-z0-9-]{2,}")
                || last.matches("(?s).*[\\s\\u00a0\\u3000].*")) {
            return false;
        }
        for (String label : labels) {
            if (!label.matches("(?i)[a-z0-9\\u00a1-\\uffff\\x{10000}-\\x{10ffff}-]+")
                    || label.matches("(?s).*[\\uff01-\\uff5e].*")
                    || label.startsWith("-")
                    || label.endsWith("-")) {
                return false;
            }
        }
        return true;
    }
}
