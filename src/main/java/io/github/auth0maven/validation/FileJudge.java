package io.github.auth0maven.validation;

import io.github.auth0maven.users.ExportChanges;
import io.github.auth0maven.users.Fingerprint;
import io.github.auth0maven.users.User;
import io.github.auth0maven.users.UserReader;
import io.github.auth0maven.users.UserSource;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;

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

    /**
     * @param temporaryDirectory where the hashes of the identifiers go if there are too many for memory; made if it is needed
     */
    public FileJudge(ValidationSettings settings, Path temporaryDirectory) {
        this(settings, temporaryDirectory, Comparison.withKeysFrom(new SecureRandom()));
    }

    FileJudge(ValidationSettings settings, Path temporaryDirectory, Comparison comparison) {
        this.comparison = comparison;
        this.settings = settings;
        this.temporaryDirectory = temporaryDirectory;
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
        InvalidUsers invalid = new InvalidUsers();
        try (Identifiers identifiers = new Identifiers(temporaryDirectory, comparison)) {
            long users = 0;
            Fingerprint fingerprint;
            ExportChanges exportChanges;
            List<String> remarks;
            try (UserReader reader = source.open()) {
                UserValidator validator = new UserValidator(settings);
                while (reader.next()) {
                    User user = reader.user();
                    boolean valid = validator.judge(user, counter);
                    if (!valid) {
                        invalid.add(user.index());
                    }
                    each.judged(user, reader.file(), validator.compactSize(), valid);
                    add(user, validator, identifiers);
                    users++;
                }
                fingerprint = reader.fingerprint();
                exportChanges = reader.exportChanges();
                remarks = validator.remarks();
            }
            try (Duplicates duplicates = identifiers.finish(users)) {
                if (!duplicates.isEmpty()) {
                    duplicates.tell(source, fingerprint, invalid, counter);
                }
            }
            return new Judgement(users, counter.errors, counter.warnings, fingerprint, exportChanges, remarks, invalid);
        }
    }

    private static void add(User user, UserValidator validator, Identifiers identifiers) throws IOException {
        for (Identifier identifier : Identifiers.ALL) {
            int token = validator.identifier(identifier);
            if (token != Members.ABSENT) {
                identifiers.add(user, identifier, token);
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
