package io.github.auth0maven.users;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads users one at a time, in the order of the files, in memory that does not grow with them. */
public interface UserReader extends Closeable {

    /** Reads users from a JSON array in memory. */
    static UserReader over(String name, byte[] array) {
        return new JsonArrayReader(name, new Blocks(name, new ByteArrayInputStream(array), null));
    }

    /**
     * Goes on to the next user.
     *
     * @return whether there is one
     * @throws UsersFileException if what follows is not a user in a list of users
     * @throws UsersFileChangedException if the file is not what it was when the expected fingerprint was taken
     */
    boolean next() throws IOException;

    /**
     * The user that the last call of {@link #next} went to, and before the first call one with index 0 and nothing in it. The
     * same object may serve for many of them.
     */
    User user();

    /** The number of the users file that the user is in, from 0. */
    default int file() {
        return 0;
    }

    /** What the file's bytes are, as far as they have been read; of the whole file once {@link #next} has returned false. */
    Fingerprint fingerprint();

    /** The user as a record of the file, where that is CSV. */
    default Optional<String> record() {
        return Optional.empty();
    }

    /** How the users that have been read are written; of several files, what {@link FileForm#with} makes of it. */
    default FileForm form() {
        return FileForm.JSON;
    }

    /** What has been changed of users that Auth0 exported, as far as they have been read. */
    default ExportChanges exportChanges() {
        return ExportChanges.NONE;
    }

    /** What has been made of hashes that their sources wrote in forms of their own, as far as they have been read. */
    default HashChanges hashChanges() {
        return HashChanges.NONE;
    }

    /** What is odd about columns of CSV files; told of each file once it has been read to its end. */
    default List<FileWarning> columnWarnings() {
        return List.of();
    }

    /** The place of the file's header, where that is CSV and has a column for none of these attributes; once a user has been read. */
    default Optional<Position> headerWithout(Set<String> attributes) {
        return Optional.empty();
    }
}
