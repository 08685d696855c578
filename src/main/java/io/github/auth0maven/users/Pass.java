package io.github.auth0maven.users;

import org.jspecify.annotations.Nullable;

/** One reading of all the users files: the fingerprint it takes, and the one it is held to. */
final class Pass {

    /** Stands between the blocks of two files. */
    private static final int NEXT_FILE = 0x0F11E5;

    private final @Nullable Fingerprint expected;
    private final Fingerprint seen = new Fingerprint();
    private long users;

    Pass(@Nullable Fingerprint expected) {
        this.expected = expected;
    }

    /** A block of a file, before it is handed on. */
    void block(String file, int checksum, int bytes) throws UsersFileChangedException {
        if (expected != null && !expected.hasBlock(seen.blocks(), checksum)) {
            throw new UsersFileChangedException(file);
        }
        seen.add(checksum, bytes);
    }

    /** A file ends, and another one follows. */
    void next(String file) throws UsersFileChangedException {
        block(file, NEXT_FILE, 0);
    }

    /** The last file ends. */
    void end(String file) throws UsersFileChangedException {
        if (expected != null && !expected.hasEnd(seen.blocks(), seen.length())) {
            throw new UsersFileChangedException(file);
        }
    }

    /** Whether the user that comes next stands on a line of its own just as it is sent, as {@link #user} was told before. */
    boolean isNextOnLine() {
        return expected != null && expected.isOnLine(users);
    }

    /** A user has been read, of those that stand in a file as JSON. */
    void user(boolean onLine) {
        if (onLine) {
            seen.addOnLine(users);
        }
        users++;
    }

    /** A user's hash is not as Auth0 takes it. */
    void foreignHash() {
        seen.addForeignHash();
    }

    /** Whether users may have such hashes. */
    boolean mayHaveForeignHashes() {
        return expected == null || expected.hasForeignHashes();
    }

    /** Whether there has been a pass before this one. */
    boolean isRepeated() {
        return expected != null;
    }

    Fingerprint fingerprint() {
        return seen;
    }
}
