package io.github.auth0maven.imports;

import io.github.auth0maven.jobs.ImportJournal;
import io.github.auth0maven.users.ForwardingReader;
import io.github.auth0maven.users.User;
import io.github.auth0maven.users.UserReader;
import io.github.auth0maven.users.UserSource;
import io.github.auth0maven.validation.InvalidUsers;
import io.github.auth0maven.validation.Judgement;
import java.io.IOException;
import java.util.function.Predicate;

/** Those users of a file that are to be sent; of the others, those that are to be mended are put aside on the way. */
final class ChosenUsers extends ForwardingReader {

    private final Predicate<User> chosen;

    private ChosenUsers(UserReader users, Predicate<User> chosen) {
        super(users);
        this.chosen = chosen;
    }

    /** The users that have been found valid; the others are put aside. */
    static UserReader valid(UserReader users, InvalidUsers invalid, FailureRecorder aside) {
        return new ChosenUsers(users, user -> {
            boolean valid = !invalid.contains(user.index());
            if (!valid) {
                aside.collect(user, users.record());
            }
            return valid;
        });
    }

    /** Goes through the users for the invalid ones alone, and puts them aside: they are to be mended. */
    static void putInvalidAside(UserSource source, Judgement judgement, FailureRecorder aside) throws IOException {
        if (judgement.invalidUsers() > 0) {
            try (UserReader users = source.openUnchanged(judgement.fingerprint())) {
                UserReader valid = valid(users, judgement.invalid(), aside);
                while (valid.next()) {
                    // only the others are of interest here
                }
            }
        }
    }

    /** The users whose batches have not ended in an earlier run; of the others, those that were rejected are put aside. */
    static UserReader unsent(UserReader users, ImportJournal journal, FailureRecorder aside) {
        return new ChosenUsers(users, user -> {
            boolean unsent = !journal.hasEnded(user.index());
            if (!unsent) {
                aside.collectIfRejectedBefore(user, users.record());
            }
            return unsent;
        });
    }

    @Override
    public boolean next() throws IOException {
        while (users.next()) {
            if (chosen.test(users.user())) {
                return true;
            }
        }
        return false;
    }
}
