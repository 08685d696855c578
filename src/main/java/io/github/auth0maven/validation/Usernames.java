package io.github.auth0maven.validation;

import io.github.auth0maven.users.EscapedText;
import io.github.auth0maven.validation.ConnectionRules.Length;

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
        int[] others =
                username.codePoints().filter(c -> !Characters.USERNAME.has(c)).toArray();
        String found = Emails.isWhiteSpace(others[0])
                ? "white space"
                : "the character " + EscapedText.text(Character.toString(others[0]));
        String remedy = "; Auth0 takes letters without accents, digits and @^$.!`-#+'~_";
        checks.add(Rule.USERNAME_CHARACTERS, token, PATH, EscapedText.text(username) + " holds " + found + remedy);
    }

    /** By now it is ASCII: a byte is a character. */
    private boolean hasAllowedLength(int token, Text text) {
        int size = text.size();
        if (connection.usernameLength().isEmpty()) {
            warnOfUnusualLength(token, size);
            return true;
        }
        Length allowed = connection.usernameLength().get();
        if (size >= allowed.least() && size <= allowed.most()) {
            return true;
        }
        Rule rule = size < allowed.least() ? Rule.USERNAME_UNDER_LEAST : Rule.USERNAME_OVER_MOST;
        String found = "it has " + size + (size == 1 ? " character" : " characters") + ", and the connection takes ";
        checks.add(rule, token, PATH, found + allowed + "; give another one, or change the connection");
        return false;
    }

    private void warnOfUnusualLength(int token, int size) {
        if (size > Length.USUAL.most()) {
            String found = "it has " + size + " characters, and a connection takes " + Length.USUAL;
            String remedy = " unless it is set to others; shorten it, or tell by auth0.usernameLength";
            checks.add(Rule.CONNECTION_USERNAME_LENGTH, token, PATH, found + remedy);
        }
    }

    private boolean hasAllowedType(int token, Text text) {
        if (text.has('@') && Emails.isValid(checks.json().text(token))) {
            return isAllowed(UsernameType.EMAIL, token);
        }
        return !PhoneNumbers.isOne(text) || isAllowed(UsernameType.PHONE_NUMBER, token);
    }

    private boolean isAllowed(UsernameType type, int token) {
        boolean email = type == UsernameType.EMAIL;
        String name = EscapedText.text(checks.json().text(token));
        String found = name + (email ? " is an e-mail address" : " is a phone number") + ", which ";
        if (connection.usernameTypes().isEmpty()) {
            String remedy = "a connection takes for a username only if it is set to; leave it out, or tell by ";
            checks.add(Rule.CONNECTION_USERNAME_TYPE, token, PATH, found + remedy + "auth0.usernameTypes");
            return true;
        }
        boolean allowed = connection.usernameTypes().get().contains(type);
        if (!allowed) {
            Rule rule = email ? Rule.USERNAME_EMAIL : Rule.USERNAME_PHONE_NUMBER;
            String remedy = "the connection does not take for a username; leave it out or give another name";
            checks.add(rule, token, PATH, found + remedy);
        }
        return allowed;
    }
}
