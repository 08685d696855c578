package io.github.auth0maven;

import io.github.auth0maven.jobs.Journal;
import io.github.auth0maven.users.Fingerprint;
import io.github.auth0maven.users.User;
import io.github.auth0maven.users.UserReader;
import java.io.IOException;

/** The users whose batches have not ended in an earlier run; of the others, those that were rejected are put aside on the way. */
final class UnsentUsers implements UserReader {

    private final UserReader users;
    private final Journal journal;
    private final FailureRecorder aside;

    UnsentUsers(UserReader users, Journal journal, FailureRecorder aside) {
        this.users = users;
        this.journal = journal;
        this.aside = aside;
    }

    @Override
    public boolean next() throws IOException {
        while (users.next()) {
            if (!journal.hasEnded(users.user().index())) {
                return true;
            }
            aside.collectIfRejectedBefore(users.user());
        }
        return false;
    }

    @Override
    public User user() {
        return users.user();
    }

    @Override
    public Fingerprint fingerprint() {
        return users.fingerprint();
    }

    @Override
    public void close() throws IOException {
        users.close();
    }
}
