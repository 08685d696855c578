package io.github.auth0maven.plans;

/** The hashes of what the file's users are known by, in 8 MB: one that is in it is found, one that is not seldom is. */
final class KeySet {

    private static final int BITS = 26;

    private final long[] bits = new long[1 << (BITS - 6)];

    void add(long hash) {
        set((int) (hash >>> 6) & (1 << BITS) - 1);
        set((int) (hash >>> 32) & (1 << BITS) - 1);
    }

    boolean mayHold(long hash) {
        return isSet((int) (hash >>> 6) & (1 << BITS) - 1) && isSet((int) (hash >>> 32) & (1 << BITS) - 1);
    }

    private void set(int bit) {
        bits[bit >>> 6] |= 1L << bit;
    }

    private boolean isSet(int bit) {
        return (bits[bit >>> 6] & 1L << bit) != 0;
    }
}
