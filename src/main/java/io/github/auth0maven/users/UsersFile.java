package io.github.auth0maven.users;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file with a list of users.
 *
 * @param path where it is
 * @param name what messages call it
 */
public record UsersFile(Path path, String name) {

    /** Opens the file. */
    public UserReader open() throws IOException {
        return open(null);
    }

    /**
     * Opens the file for another pass.
     *
     * @param expected what the file was; reading anything else fails before it is handed on
     */
    public UserReader openUnchanged(Fingerprint expected) throws IOException {
        return open(expected);
    }

    private UserReader open(@Nullable Fingerprint expected) throws IOException {
        return new JsonArrayReader(name, new Blocks(name, Files.newInputStream(path), expected));
    }
}
