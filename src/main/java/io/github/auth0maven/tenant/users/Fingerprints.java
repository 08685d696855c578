package io.github.auth0maven.tenant.users;

/**
 * A set of texts, of which only 64 bits each are remembered: a dry run of millions of users must fit into a build's
 * memory.
 *
 * <p>For ten million texts the chance that any two share a fingerprint is about one in 370,000.
 */
final class Fingerprints {

    private static final long OFFSET_BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private long[] table = new long[64];
    private int size;

    void add(String text) {
        if (2 * (size + 1) > table.length) {
            grow();
        }
        if (put(table, fingerprint(text))) {
            size++;
        }
    }

    boolean contains(String text) {
        long fingerprint = fingerprint(text);
        return table[place(table, fingerprint)] == fingerprint;
    }

    private void grow() {
        long[] larger = new long[table.length * 2];
        for (long fingerprint : table) {
            if (fingerprint != 0) {
                put(larger, fingerprint);
            }
        }
        table = larger;
    }

    private static boolean put(long[] table, long fingerprint) {
        int place = place(table, fingerprint);
        boolean isNew = table[place] == 0;
        table[place] = fingerprint;
        return isNew;
    }

    /** Where a fingerprint is, or the free place where it belongs. */
    private static int place(long[] table, long fingerprint) {
        int place = (int) fingerprint & (table.length - 1);
        while (table[place] != 0 && table[place] != fingerprint) {
            place = (place + 1) & (table.length - 1);
        }
        return place;
    }

    /** FNV-1a, stirred by MurmurHash3's last step; never 0, which marks a free place. */
    static long fingerprint(String text) {
        long hash = OFFSET_BASIS;
        for (int at = 0; at < text.length(); at++) {
            hash = (hash ^ text.charAt(at)) * PRIME;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        hash ^= hash >>> 33;
        return hash == 0 ? 1 : hash;
    }
}
