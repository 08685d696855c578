package io.github.auth0maven.validation;

import io.github.auth0maven.users.EscapedText;
import io.github.auth0maven.validation.ConnectionRules.Length;
import java.util.Set;

/** Judges usernames, by what Auth0 asks of all of them and by what the connection asks. */
final class Usernames {

    private static final String PATH = "username";

    private final Checks checks;
    private final ConnectionRules connection;

    Usernames(Checks checks, ConnectionRules connection) {
        this.checks = checks;
        this.connection = connection;
    }

    boolean isUsername(int token) {
        if (!checks.isText(token, PATH)) {
            return false;
        }
        Text text = checks.text(token);
        if (text.isEmpty()) {
            checks.add(Rule.USERNAME_SHORT, token, PATH, "it is empty; leave it out");
            return false;
        }
        if (text.isLongerThan(Length.WIDEST.most())) {
            checks.add(Rule.USERNAME_LONG, token, PATH, Checks.tooLong(text, Length.WIDEST.most()));
            return false;
        }
        if (Characters.USERNAME.firstOther(text.bytes, text.from, text.to) < text.to) {
            refuseCharacters(token);
            return false;
        }
        return hasAllowedLength(token, text) && hasAllowedType(token, text);
    }

    private void refuseCharacters(int token) {
        String username = checks.json().text(token);
        int other = username.codePoints()
                .filter(c -> !Characters.USERNAME.has(c))
                .findFirst()
                .orElseThrow();
        String found = Emails.isWhiteSpace(other)
                ? "white space"
                : "the character " + EscapedText.text(Character.toString(other));
        checks.add(
                Rule.USERNAME_CHARACTERS,
                token,
                PATH,
                EscapedText.text(username) + " holds " + found
                        + "; Auth0 takes letters without accents, digits and @^$.!`-#+'~_");
    }

    /** By now it is ASCII: a byte is a character. */
    private boolean hasAllowedLength(int token, Text text) {
        int size = text.size();
        if (connection.usernameLength().isEmpty()) {
            if (size > Length.USUAL.most()) {
                checks.add(
                        Rule.CONNECTION_USERNAME_LENGTH,
                        token,
                        PATH,
                        "it has " + size + " characters, and a connection takes " + Length.USUAL
                                + " unless it is set to others; shorten it, or tell by auth0.usernameLength");
            }
            return true;
        }
        Length allowed = connection.usernameLength().get();
        if (size >= allowed.least() && size <= allowed.most()) {
            return true;
        }
        checks.add(
                size < allowed.least() ? Rule.USERNAME_UNDER_LEAST : Rule.USERNAME_OVER_MOST,
                token,
                PATH,
                "it has " + size + (size == 1 ? " character" : " characters") + ", and the connection takes " + allowed
                        + "; give another one, or change the connection");
        return false;
    }

    private boolean hasAllowedType(int token, Text text) {
        if (text.has('@') && Emails.isValid(checks.json().text(token))) {
            return isAllowed(UsernameType.EMAIL, token);
        }
        return !PhoneNumbers.isOne(text) || isAllowed(UsernameType.PHONE_NUMBER, token);
    }

    private boolean isAllowed(UsernameType type, int token) {
        boolean email = type == UsernameType.EMAIL;
        String found =
                EscapedText.text(checks.json().text(token)) + (email ? " is an e-mail address" : " is a phone number");
        if (connection.usernameTypes().isEmpty()) {
            checks.add(
                    Rule.CONNECTION_USERNAME_TYPE,
                    token,
                    PATH,
                    found + ", which a connection takes for a username only if it is set to; leave it out, or tell by"
                            + " auth0.usernameTypes");
            return true;
        }
        Set<UsernameType> allowed = connection.usernameTypes().get();
        if (!allowed.contains(type)) {
            checks.add(
                    email ? Rule.USERNAME_EMAIL : Rule.USERNAME_PHONE_NUMBER,
                    token,
                    PATH,
                    found + ", which the connection does not take for a username; leave it out or give another name");
        }
        return allowed.contains(type);
    }
}
