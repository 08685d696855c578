package io.github.auth0maven;

import io.github.auth0maven.users.Fingerprint;
import io.github.auth0maven.users.User;
import io.github.auth0maven.users.UserReader;
import io.github.auth0maven.validation.InvalidUsers;
import java.io.IOException;

/** The users of a file that have been found valid; the others are put aside on the way. */
final class ValidUsers implements UserReader {

    private final UserReader users;
    private final InvalidUsers invalid;
    private final FailureRecorder aside;

    ValidUsers(UserReader users, InvalidUsers invalid, FailureRecorder aside) {
        this.users = users;
        this.invalid = invalid;
        this.aside = aside;
    }

    @Override
    public boolean next() throws IOException {
        while (users.next()) {
            if (!invalid.contains(users.user().index())) {
                return true;
            }
            aside.collect(users.user());
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
