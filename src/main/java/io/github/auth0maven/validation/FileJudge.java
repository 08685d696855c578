package io.github.auth0maven.validation;

import io.github.auth0maven.users.ExportChanges;
import io.github.auth0maven.users.FileForm;
import io.github.auth0maven.users.Fingerprint;
import io.github.auth0maven.users.HashChanges;
import io.github.auth0maven.users.User;
import io.github.auth0maven.users.UserReader;
import io.github.auth0maven.users.UserSource;
import io.github.auth0maven.validation.ConnectionRules.Subject;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Judges all users of a users file, or of several: each user by itself, and then whether they are unique.
 *
 * <p>It goes through them once, and twice more if there are duplicates. The heap it needs is a few megabytes, and a bit for
 * each user.
 */
public final class FileJudge {

    private final ValidationSettings settings;
    private final Path temporaryDirectory;
    private final Comparison comparison;
    private final Predicate<Rule> held;

    /**
     * @param temporaryDirectory where the hashes of the identifiers go if there are too many for memory; made if it is needed
     */
    public FileJudge(ValidationSettings settings, Path temporaryDirectory) {
        this(settings, temporaryDirectory, Comparison.withKeysFrom(new SecureRandom()));
    }

    FileJudge(ValidationSettings settings, Path temporaryDirectory, Comparison comparison) {
        this(settings, temporaryDirectory, comparison, rule -> true);
    }

    private FileJudge(
            ValidationSettings settings, Path temporaryDirectory, Comparison comparison, Predicate<Rule> held) {
        this.comparison = comparison;
        this.settings = settings;
        this.temporaryDirectory = temporaryDirectory;
        this.held = held;
    }

    /** A judge that leaves out, and counts, what depends on what is not known of the connection yet. */
    public FileJudge beforeConnecting() {
        Set<Subject> unknown = settings.connection().unknown();
        return new FileJudge(settings, temporaryDirectory, comparison, rule -> !unknown.contains(rule.subject));
    }

    /** Whether the connection demands something that has been said of no user yet, for it was not known. */
    public boolean hasMoreToJudge(ConnectionRules found) {
        return !Collections.disjoint(found.demanded(), settings.connection().unknown());
    }

    /**
     * A judge of that alone which {@link #beforeConnecting} leaves out.
     *
     * @param found what is known by now; what had been known before goes before it
     */
    public FileJudge onceConnected(ConnectionRules found) {
        Set<Subject> unknown = settings.connection().unknown();
        ValidationSettings users = new ValidationSettings(
                settings.capacity(),
                settings.rootAttributes(),
                Optional.empty(),
                settings.warnings(),
                settings.connection().or(found));
        return new FileJudge(users, temporaryDirectory, comparison, rule -> unknown.contains(rule.subject));
    }

    /**
     * Judges the file.
     *
     * @param sink is told of all that is wrong with single users, in the order of the file, then of duplicates, in that order
     *     again
     * @throws io.github.auth0maven.users.UsersFileException if the file is not a list of users
     */
    public Judgement judge(UserSource source, Violations sink) throws IOException {
        return judge(source, sink, (user, file, compactSize, valid) -> {});
    }

    /**
     * Judges the file.
     *
     * @param each is told of each user by itself, once all that is wrong with it has been told
     * @see #judge(UserSource, Violations)
     */
    public Judgement judge(UserSource source, Violations sink, JudgedUsers each) throws IOException {
        Counter counter = new Counter(sink);
        FirstPass pass = new FirstPass(counter, each);
        try (Identifiers identifiers = new Identifiers(temporaryDirectory, comparison)) {
            FileRead read = pass.over(source, identifiers);
            if (read.users() == 0 && read.exportChanges().allLeftOut() > 0) {
                throw read.exportChanges().nobodyLeft(source.name());
            }
            try (Duplicates duplicates = identifiers.finish(read.users(), pass.repeated)) {
                if (!duplicates.isEmpty()) {
                    duplicates.tell(source, read.fingerprint(), pass.invalid, counter);
                }
            }
            return new Judgement(
                    read.users(),
                    counter.errors,
                    counter.warnings,
                    read.fingerprint(),
                    read.exportChanges(),
                    read.hashChanges(),
                    read.form(),
                    pass.validator.remarks(),
                    pass.invalid,
                    pass.validator.leftOut() + pass.repeated.leftOut());
        }
    }

    /** What is known of a file once it has been read. */
    private record FileRead(
            long users, Fingerprint fingerprint, ExportChanges exportChanges, HashChanges hashChanges, FileForm form) {}

    /** Judges each user by itself, and gathers the identifiers that have to be unique. */
    private final class FirstPass {

        private final UserValidator validator = new UserValidator(settings, held);
        private final RepeatedIdentifiers repeated = new RepeatedIdentifiers(settings, held);
        private final InvalidUsers invalid = new InvalidUsers();
        private final JudgedUsers each;
        private final FileRules rules;

        FirstPass(Counter counter, JudgedUsers each) {
            this.each = each;
            rules = new FileRules(settings, held, counter);
        }

        FileRead over(UserSource source, Identifiers identifiers) throws IOException {
            try (UserReader reader = source.open()) {
                long users = 0;
                while (reader.next()) {
                    rules.judgeHeader(reader);
                    judge(reader.user(), reader.file());
                    gather(reader.user(), identifiers);
                    users++;
                }
                rules.judgeWhole(reader, source.name());
                return new FileRead(
                        users, reader.fingerprint(), reader.exportChanges(), reader.hashChanges(), reader.form());
            }
        }

        private void judge(User user, int file) throws IOException {
            boolean valid = validator.judge(user, rules::found);
            if (!valid) {
                invalid.add(user.index());
            }
            each.judged(user, file, validator.compactSize(), valid);
        }

        private void gather(User user, Identifiers identifiers) throws IOException {
            for (Identifier identifier : Identifiers.ALL) {
                int token = validator.identifier(identifier);
                if (token != Members.ABSENT && repeated.isCompared(identifier)) {
                    identifiers.add(user, identifier, token);
                }
            }
        }
    }

    /** Counts what it passes on. */
    private static final class Counter implements Violations {

        private final Violations next;
        private long errors;
        private long warnings;

        Counter(Violations next) {
            this.next = next;
        }

        @Override
        public void found(Violation violation) {
            if (violation.severity() == Severity.ERROR) {
                errors++;
            } else {
                warnings++;
            }
            next.found(violation);
        }
    }
}
