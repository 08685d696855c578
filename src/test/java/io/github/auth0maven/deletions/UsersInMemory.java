package io.github.auth0maven.deletions;

import io.github.auth0maven.users.Fingerprint;
import io.github.auth0maven.users.UserReader;
import io.github.auth0maven.users.UserSource;

/** A users file that is none. */
record UsersInMemory(byte[] json) implements UserSource {

    @Override
    public String name() {
        return "users.json";
    }

    @Override
    public UserReader open() {
        return UserReader.over(name(), json);
    }

    @Override
    public UserReader openUnchanged(Fingerprint expected) {
        return open();
    }
}
