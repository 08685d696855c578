package io.github.auth0maven.validation;

import io.github.auth0maven.users.FileWarning;
import io.github.auth0maven.users.Position;
import io.github.auth0maven.users.UserReader;
import io.github.auth0maven.users.UsersFileException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Judges what holds for a file as a whole, so that it is told once, and not of each user. */
final class FileRules {

    private static final Set<String> EMAIL = Set.of("email");
    private static final Set<String> IDENTIFIERS = Set.of("email", "username", "phone_number");
    private static final String REMEDY = ": add such a column, or say in <columns> which one it is"
            + " (<columns><Login>username</Login></columns>)";

    private final ValidationSettings settings;
    private final Predicate<Rule> held;
    private final Violations sink;
    private int file = -1;
    private boolean toldThatEmailsLack;

    /** @param held which rules the file is held to */
    FileRules(ValidationSettings settings, Predicate<Rule> held, Violations sink) {
        this.settings = settings;
        this.held = held;
        this.sink = sink;
    }

    /** Judges the header of the file that the user is in who has just been read, if it is another one than before. */
    void judgeHeader(UserReader reader) throws UsersFileException {
        if (reader.file() == file) {
            return;
        }
        file = reader.file();
        toldThatEmailsLack = false;
        Optional<Position> header = reader.headerWithout(IDENTIFIERS);
        if (header.isPresent()) {
            tell(
                    Rule.IDENTIFIER_MISSING,
                    new FileWarning(
                            header.get(),
                            "email",
                            "the header names it as little as username and phone_number, and Auth0 takes no user without any"
                                    + " of them" + REMEDY));
        } else {
            header = reader.headerWithout(EMAIL);
            if (header.isPresent()) {
                judgeHeaderWithoutEmail(header.get());
            }
        }
    }

    private void judgeHeaderWithoutEmail(Position header) throws UsersFileException {
        Optional<Boolean> required = settings.connection().required().email();
        if (required.isEmpty()) {
            toldThatEmailsLack = held.test(Rule.CONNECTION_EMAIL_REQUIRED);
            tell(
                    Rule.CONNECTION_EMAIL_REQUIRED,
                    new FileWarning(
                            header,
                            "email",
                            "the header does not name it, and it is not known whether the connection requires one; add such a"
                                    + " column, or tell by auth0.emailRequired"));
        } else if (required.get()) {
            tell(
                    Rule.EMAIL_MISSING,
                    new FileWarning(
                            header,
                            "email",
                            "the header does not name it, and the connection takes no user without an e-mail address"
                                    + REMEDY));
        }
    }

    /** What is to be told of a user, but for what has been told of the whole file. */
    void found(Violation violation) {
        if (!toldThatEmailsLack || !violation.code().equals(Rule.CONNECTION_EMAIL_REQUIRED.code)) {
            sink.found(violation);
        }
    }

    /** Judges what is known once all users have been read. */
    void judgeWhole(UserReader reader, String name) throws UsersFileException {
        for (FileWarning warning : reader.columnWarnings()) {
            tell(Rule.COLUMN_OF_TEXTS, warning);
        }
        for (FileWarning warning : reader.exportChanges().warnings(name)) {
            tell(Rule.SEVERAL_CONNECTIONS, warning);
        }
    }

    /** Tells what is odd about a file; where that is an error, it is one of the whole file. */
    private void tell(Rule rule, FileWarning warning) throws UsersFileException {
        if (!held.test(rule) || settings.warnings().ignores(rule)) {
            return;
        }
        Severity severity = settings.warnings().severityOf(rule);
        Violation violation =
                new Violation(warning.position(), warning.subject(), rule.code, warning.message(), severity);
        if (severity == Severity.ERROR) {
            throw new UsersFileException(
                    warning.position(), warning.subject() + ": " + warning.message() + " [" + rule.code + "]");
        }
        sink.found(violation);
    }
}
