package io.github.auth0maven.validation;

import io.github.auth0maven.users.EscapedText;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Judges what tells users apart: e-mail address, username, user_id and phone number. */
final class IdentifierRules {

    private static final byte[] AUTH0_PREFIX = {'a', 'u', 't', 'h', '0', '|'};
    private static final int LONGEST_USER_ID = 255;

    private final Checks checks;
    private final ConnectionRules connection;
    private final Usernames usernames;
    private final int[] usable = new int[Identifiers.ALL.length];

    IdentifierRules(Checks checks, ConnectionRules connection) {
        this.checks = checks;
        this.connection = connection;
        usernames = new Usernames(checks, connection);
    }

    /** Judges those of a user. */
    void judge(Members members) {
        Arrays.fill(usable, Members.ABSENT);
        boolean none = true;
        for (Identifier identifier : Identifiers.ALL) {
            int token = members.value(identifier.attribute);
            if (token != Members.ABSENT) {
                none &= identifier == Identifier.USER_ID;
                usable[identifier.attribute] = isUsable(identifier, token) ? token : Members.ABSENT;
            }
        }
        if (none) {
            addMissing(
                    Rule.IDENTIFIER_MISSING,
                    "email",
                    ", as are username and phone_number, and Auth0 takes no user without any of them; give one");
        } else {
            if (!members.has(Identifier.EMAIL.attribute)) {
                judgeMissingEmail();
            }
            judgeMissing(members, Identifier.USERNAME, Rule.USERNAME_MISSING);
            judgeMissing(members, Identifier.PHONE_NUMBER, Rule.PHONE_NUMBER_MISSING);
            judgeLogin(members);
        }
    }

    /** The token of an identifier of the user judged last, or -1 if it has none that is valid. */
    int usable(Identifier identifier) {
        return usable[identifier.attribute];
    }

    private void judgeMissingEmail() {
        Optional<Boolean> required = connection.required().email();
        if (required.isEmpty()) {
            addMissing(
                    Rule.CONNECTION_EMAIL_REQUIRED,
                    "email",
                    ", and it is not known whether the connection requires one; give one, or tell by auth0.emailRequired");
        } else if (required.get()) {
            addMissing(
                    Rule.EMAIL_MISSING,
                    "email",
                    ", and the connection takes no user without an e-mail address; give one");
        }
    }

    private void judgeMissing(Members members, Identifier identifier, Rule rule) {
        boolean username = identifier == Identifier.USERNAME;
        ConnectionRules.Required required = connection.required();
        boolean isRequired = (username ? required.username() : required.phoneNumber()).orElse(false);
        if (isRequired && !members.has(identifier.attribute)) {
            String noun = username ? "username" : "phone number";
            addMissing(
                    rule, identifier.inFile(), ", and the connection takes no user without a " + noun + "; give one");
        }
    }

    private void addMissing(Rule rule, String path, String remedy) {
        checks.add(rule, Findings.USER, path, "it is missing" + remedy);
    }

    private void judgeLogin(Members members) {
        Set<String> active = connection.identifiers().orElse(Set.of());
        if (!active.isEmpty() && Stream.of(Identifiers.ALL).noneMatch(own -> isAmong(active, own, members))) {
            String names = ConnectionRules.inOrder(active);
            checks.add(
                    Rule.CONNECTION_IDENTIFIERS,
                    Findings.USER,
                    names.replaceFirst(" .*", ""),
                    "the connection lets users log in with " + names
                            + ", and this one has no such identifier; give one");
        }
    }

    private static boolean isAmong(Set<String> active, Identifier identifier, Members members) {
        return active.contains(identifier.inFile()) && members.has(identifier.attribute);
    }

    private boolean isUsable(Identifier identifier, int token) {
        return switch (identifier) {
            case EMAIL -> checks.isEmail(token, Rule.EMAIL_FORMAT, "email");
            case USERNAME -> usernames.isUsername(token);
            case USER_ID -> isUserId(token);
            case PHONE_NUMBER -> checks.isPhoneNumber(token, Rule.PHONE_NUMBER_FORMAT, "phone_number");
        };
    }

    private boolean isUserId(int token) {
        final String path = "user_id";
        if (!checks.isText(token, path)) {
            return false;
        }
        Text text = checks.text(token);
        if (text.isEmpty()) {
            checks.add(Rule.USER_ID_EMPTY, token, path, "it is empty; leave it out, and Auth0 makes one up");
            return false;
        }
        if (text.isLongerThan(LONGEST_USER_ID)) {
            checks.add(Rule.USER_ID_LONG, token, path, Checks.tooLong(text, LONGEST_USER_ID));
            return false;
        }
        return hasFormOfUserId(token, text, path);
    }

    private boolean hasFormOfUserId(int token, Text text, String path) {
        if (hasWhiteSpace(token, text)) {
            String id = EscapedText.text(checks.json().text(token));
            String remedy = " holds white space, which Auth0 does not take; remove it";
            checks.add(Rule.USER_ID_WHITE_SPACE, token, path, id + remedy);
            return false;
        }
        if (text.startsWith(AUTH0_PREFIX)) {
            String remedy = "Auth0 puts \"auth0|\" before it, so that it begins \"auth0|auth0|\"; remove the prefix";
            checks.add(Rule.USER_ID_PREFIXED, token, path, remedy);
        }
        return true;
    }

    private boolean hasWhiteSpace(int token, Text text) {
        if (text.isVisible()) {
            return false;
        }
        boolean ascii = true;
        for (int i = text.from; i < text.to; i++) {
            byte c = text.bytes[i];
            if (c == ' ' || (c >= '\t' && c <= '\r')) {
                return true;
            }
            ascii &= c >= 0;
        }
        return !ascii && checks.json().text(token).chars().anyMatch(Emails::isWhiteSpace);
    }
}
