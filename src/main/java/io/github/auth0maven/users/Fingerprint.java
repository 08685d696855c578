package io.github.auth0maven.users;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;

/**
 * What a users file's bytes were when they were judged: a checksum for each block of {@value Blocks#SIZE} bytes, so that a
 * change is noticed before the changed block is handed on. It guards against accidents, not against forgery.
 *
 * <p>With it goes what a second pass need not find out again: a bit for each user.
 */
public final class Fingerprint {

    private int[] checksums = new int[16];
    private int count;
    private long length;
    private final BitSet lines = new BitSet();
    private boolean foreignHashes;

    Fingerprint() {}

    /** The number of bytes in the file, or in all the files. */
    public long length() {
        return length;
    }

    /** A digest of all the blocks, for comparing two runs over what should be the same file. */
    public String digest() {
        long digest = length;
        for (int i = 0; i < count; i++) {
            digest = (digest ^ checksums[i]) * 0x9E3779B97F4A7C15L;
            digest ^= digest >>> 29;
        }
        return HexFormat.of().toHexDigits(digest);
    }

    void add(int checksum, int bytes) {
        if (count == checksums.length) {
            checksums = Arrays.copyOf(checksums, count * 2);
        }
        checksums[count++] = checksum;
        length += bytes;
    }

    /** This user, counted from 0, stands on a line of its own just as it is sent. */
    void addOnLine(long user) {
        if (user <= Integer.MAX_VALUE) {
            lines.set((int) user);
        }
    }

    boolean isOnLine(long user) {
        return user <= Integer.MAX_VALUE && lines.get((int) user);
    }

    /** A user's hash is not as Auth0 takes it. */
    void addForeignHash() {
        foreignHashes = true;
    }

    boolean hasForeignHashes() {
        return foreignHashes;
    }

    int blocks() {
        return count;
    }

    boolean hasBlock(int block, int checksum) {
        return block < count && checksums[block] == checksum;
    }

    boolean hasEnd(int blocks, long bytes) {
        return blocks == count && bytes == length;
    }
}
