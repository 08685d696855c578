package io.github.auth0maven.users;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Users files that are read one after the other, as if they were one; a user's index runs on over all of them.
 *
 * @param files in the order in which they are read, at least one
 */
public record UsersFiles(List<UsersFile> files, ReadingOptions options) implements UserSource {

    private static final int NAMED = 3;

    public UsersFiles {
        files = List.copyOf(files);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("no users file");
        }
    }

    /** The name of the file; of several, how many there are and the first of their names. */
    @Override
    public String name() {
        if (files.size() == 1) {
            return files.get(0).name();
        }
        return files.size() + " users files ("
                + files.stream().limit(NAMED).map(UsersFile::name).collect(Collectors.joining(", "))
                + (files.size() > NAMED ? ", …)" : ")");
    }

    @Override
    public List<String> names() {
        return files.stream().map(UsersFile::name).toList();
    }

    @Override
    public UserReader open() throws IOException {
        return open(null);
    }

    @Override
    public UserReader openUnchanged(Fingerprint expected) throws IOException {
        return open(expected);
    }

    private UserReader open(@Nullable Fingerprint expected) throws IOException {
        Pass pass = new Pass(expected);
        UserCount count = new UserCount();
        return files.size() == 1
                ? files.get(0).open(options, pass, count, true)
                : new SequenceReader(this, pass, count);
    }
}
