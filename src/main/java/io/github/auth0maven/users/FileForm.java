package io.github.auth0maven.users;

import java.util.Optional;

/**
 * How the users of a file are written, so that a list of some of them can be written alike.
 *
 * @param header of CSV, the first record
 */
public record FileForm(UsersFormat format, Optional<String> header) {

    /** A JSON array, which can hold the users of any file. */
    public static final FileForm JSON = new FileForm(UsersFormat.JSON, Optional.empty());

    /** The form for a list of users of both files: theirs if it is the same, else JSON. */
    FileForm with(FileForm other) {
        return equals(other) ? this : JSON;
    }
}
