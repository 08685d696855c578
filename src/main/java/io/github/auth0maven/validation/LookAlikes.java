package io.github.auth0maven.validation;

import io.github.auth0maven.users.EscapedText;
import java.util.Locale;
import java.util.Optional;

/** Characters that cannot be told from others by looking: invisible ones, and Cyrillic and Greek letters like Latin ones. */
final class LookAlikes {

    private static final String FOREIGN = "аеорсхуіѕјһԁԛԝАВЕКМНОРСТХІЅЈοανρΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";
    private static final String LATIN = "aeopcxyisjhdqwABEKMHOPCTXISJoavpABEZHIKMNOPTYX";

    private LookAlikes() {}

    /** What to say of the first of them; of letters, only in a text that has Latin ones as well. */
    static Optional<String> find(String text) {
        boolean latin = text.chars().anyMatch(Characters.LETTERS::has);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isInvisible(c)) {
                return Optional.of(invisible(c));
            }
            if (latin && FOREIGN.indexOf(c) >= 0) {
                return Optional.of(foreign(c));
            }
        }
        return Optional.empty();
    }

    private static boolean isInvisible(char c) {
        return Character.getType(c) == Character.FORMAT || (c > 127 && Emails.isWhiteSpace(c));
    }

    private static String invisible(char c) {
        return String.format(
                Locale.ROOT, "there is an invisible character in it (U+%04X); remove it unless it is meant", (int) c);
    }

    private static String foreign(char c) {
        boolean greek = Character.UnicodeScript.of(c) == Character.UnicodeScript.GREEK;
        return String.format(
                Locale.ROOT,
                "the letter %s in it is the %s one (U+%04X), not the Latin %s; check that it is meant",
                EscapedText.text(String.valueOf(c)),
                greek ? "Greek" : "Cyrillic",
                (int) c,
                EscapedText.text(String.valueOf(LATIN.charAt(FOREIGN.indexOf(c)))));
    }
}
