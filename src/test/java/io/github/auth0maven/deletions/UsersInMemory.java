package io.github.auth0maven.deletions;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.auth0maven.users.Fingerprint;
import io.github.auth0maven.users.UserReader;
import io.github.auth0maven.users.UserSource;

/** A users file that is none. */
public record UsersInMemory(String json) implements UserSource {

    @Override
    public String name() {
        return "users.json";
    }

    @Override
    public UserReader open() {
        return UserReader.over(name(), json.getBytes(UTF_8));
    }

    @Override
    public UserReader openUnchanged(Fingerprint expected) {
        return open();
    }
}
