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
            if (Character.getType(text.charAt(i)) == Character.FORMAT
                    || (text.charAt(i) > 127 && Emails.isWhiteSpace(text.charAt(i)))) {
                return Optional.of(String.format(
                        Locale.ROOT,
                        "there is an invisible character in it (U+%04X); remove it unless it is meant",
                        (int) text.charAt(i)));
            }
            int at = FOREIGN.indexOf(text.charAt(i));
            if (latin && at >= 0) {
                return Optional.of(String.format(
                        Locale.ROOT,
                        "the letter %s in it is the %s one (U+%04X), not the Latin %s; check that it is meant",
                        EscapedText.text(text.substring(i, i + 1)),
                        Character.UnicodeScript.of(text.charAt(i)) == Character.UnicodeScript.GREEK
                                ? "Greek"
                                : "Cyrillic",
                        (int) text.charAt(i),
                        EscapedText.text(LATIN.substring(at, at + 1))));
            }
        }
        return Optional.empty();
    }
}
