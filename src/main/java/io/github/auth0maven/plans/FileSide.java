package io.github.auth0maven.plans;

import io.github.auth0maven.attributes.RootAttributes;
import io.github.auth0maven.users.User;
import io.github.auth0maven.validation.JudgedUsers;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The valid users of the users files as an import would send them, each with its place; kept while they are judged. */
final class FileSide implements JudgedUsers, Closeable {

    private final RootAttributes attributes;
    private final Partitions users;
    private final KeySet keys = new KeySet();
    private final List<String> files = new ArrayList<>();
    private byte[] written = new byte[1 << 12];
    private boolean lacksEmails;
    private long secrets;

    /** A user of the file, and where among the bytes of its part it is. */
    record Kept(long hash, long index, String place, int at, int length) {}

    FileSide(RootAttributes attributes, Partitions users) {
        this.attributes = attributes;
        this.users = users;
    }

    @Override
    public void judged(User user, int file, int compactSize, boolean valid) {
        if (valid) {
            try {
                keep(user);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void keep(User user) throws IOException {
        List<String> known = UserKey.all(user.json());
        if (known.isEmpty()) {
            known = List.of("n" + user.index());
        }
        lacksEmails |= !UserKey.isEmail(known.get(0));
        secrets += UserComparison.hasSecret(user.json()) ? 1 : 0;
        long hash = UserKey.hash(known.get(0));
        keys.add(hash);
        int largest = user.writtenSize() + attributes.largest(user);
        if (written.length < largest) {
            written = new byte[2 * largest];
        }
        int length = attributes.write(user, written, 0);
        int part = Partitions.of(hash);
        users.putInt(part, length);
        users.putLong(part, user.index());
        users.putInt(part, numberOf(user.position().file()));
        users.putLong(part, user.position().line());
        users.putInt(part, (int) user.position().column());
        users.putLong(part, hash);
        users.put(part, written, length);
    }

    private int numberOf(String file) {
        int number =
                files.isEmpty() || !files.get(files.size() - 1).equals(file) ? files.indexOf(file) : files.size() - 1;
        if (number >= 0) {
            return number;
        }
        files.add(file);
        return files.size() - 1;
    }

    /** The hashes of what its users are known by. */
    KeySet keys() {
        return keys;
    }

    /** Whether some are known by something else than an e-mail address. */
    boolean lacksEmails() {
        return lacksEmails;
    }

    /** How many have a hash or a factor. */
    long secrets() {
        return secrets;
    }

    /** All bytes of a part. */
    byte[] load(int part) throws IOException {
        return users.load(part);
    }

    /** The users among the bytes of a part, in the order of the files. */
    List<Kept> users(byte[] part) {
        List<Kept> all = new ArrayList<>();
        ByteBuffer bytes = ByteBuffer.wrap(part);
        while (bytes.hasRemaining()) {
            int length = bytes.getInt();
            long index = bytes.getLong();
            String place = files.get(bytes.getInt()) + ":[" + bytes.getLong() + "," + bytes.getInt() + "]";
            all.add(new Kept(bytes.getLong(), index, place, bytes.position(), length));
            bytes.position(bytes.position() + length);
        }
        return all;
    }

    @Override
    public void close() throws IOException {
        users.close();
    }
}
