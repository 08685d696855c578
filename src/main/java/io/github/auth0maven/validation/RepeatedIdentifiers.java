package io.github.auth0maven.validation;

import io.github.auth0maven.users.EscapedText;
import io.github.auth0maven.users.Position;
import io.github.auth0maven.users.User;
import java.util.function.Predicate;

/** Tells of users who have an identifier of an earlier one. */
final class RepeatedIdentifiers {

    private final Findings findings;
    private final ConnectionRules connection;

    RepeatedIdentifiers(ValidationSettings settings, Predicate<Rule> held) {
        findings = new Findings(settings.warnings(), held);
        connection = settings.connection();
    }

    /** Whether two users of the connection may not have the same one, as far as is known. */
    boolean isCompared(Identifier identifier) {
        return identifier != Identifier.EMAIL || connection.emailUnique().orElse(true);
    }

    void begin(User user) {
        findings.begin(user);
    }

    void add(User user, Identifier identifier, int token, Position first) {
        boolean unknown =
                identifier == Identifier.EMAIL && connection.emailUnique().isEmpty();
        String message = identifier.message(EscapedText.text(user.json().text(token)), first.toString());
        findings.add(
                unknown ? Rule.CONNECTION_EMAIL_UNIQUE : identifier.repeated,
                token,
                identifier.inFile(),
                unknown ? message + ", unless the connection allows it: tell by auth0.emailUnique" : message);
    }

    /** Tells what was found, and returns whether there was no error. */
    boolean end(Violations sink) {
        return findings.end(sink);
    }

    /** How often a rule was broken that the users are not held against. */
    long leftOut() {
        return findings.leftOut();
    }
}
