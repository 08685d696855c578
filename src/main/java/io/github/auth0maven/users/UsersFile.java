package io.github.auth0maven.users;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file with a list of users.
 *
 * @param path where it is
 * @param name what messages call it
 */
public record UsersFile(Path path, String name) implements UserSource {

    @Override
    public UserReader open() throws IOException {
        return alone().open();
    }

    @Override
    public UserReader openUnchanged(Fingerprint expected) throws IOException {
        return alone().openUnchanged(expected);
    }

    private UsersFiles alone() {
        return new UsersFiles(List.of(this), ReadingOptions.DEFAULT);
    }

    /**
     * Begins to read this file.
     *
     * @param last whether it is the last one of the pass
     */
    UserReader open(ReadingOptions options, Pass pass, UserCount count, boolean last) throws IOException {
        ByteSource bytes = new Blocks(name, Files.newInputStream(path), pass, last);
        return new UsersFileReader(this, bytes, options, count);
    }
}
