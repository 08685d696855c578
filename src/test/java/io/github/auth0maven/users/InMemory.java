package io.github.auth0maven.users;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;

/**
 * A users file that is nowhere but in memory, read as one on disk is.
 *
 * @param name what messages call it, and what tells its format where its content does not
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
public record InMemory(String name, byte[] content, ReadingOptions options) implements UserSource {

    @Override
    public UserReader open() {
        return open(new Pass(null));
    }

    @Override
    public UserReader openUnchanged(Fingerprint expected) {
        return open(new Pass(expected));
    }

    private UserReader open(Pass pass) {
        return new UsersFileReader(
                new UsersFile(Path.of(name), name),
                new Blocks(name, new ByteArrayInputStream(content), pass, true),
                options,
                new UserCount());
    }

    @Override
    public String toString() {
        return name;
    }
}
