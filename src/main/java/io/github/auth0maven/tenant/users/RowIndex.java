package io.github.auth0maven.tenant.users;

import java.util.Arrays;

/**
 * Which rows hold a text: 64 bits of it for each row, so that a hundred thousand users fit into a build's memory.
 *
 * <p>Whoever asks has to compare the text itself: two texts may share a fingerprint.
 */
final class RowIndex {

    private static final int FREE = -1;
    private static final int GONE = -2;

    private long[] fingerprints = new long[64];
    private int[] rows = freeRows(64);
    private int used;

    void add(String text, int row) {
        if (2 * (used + 1) > rows.length) {
            grow();
        }
        put(Fingerprints.fingerprint(text), row);
        used++;
    }

    void remove(String text, int row) {
        long fingerprint = Fingerprints.fingerprint(text);
        for (int place = start(fingerprint); rows[place] != FREE; place = next(place)) {
            if (rows[place] == row && fingerprints[place] == fingerprint) {
                rows[place] = GONE;
                return;
            }
        }
    }

    /** The rows that may hold the text, oldest first. */
    int[] rows(String text) {
        long fingerprint = Fingerprints.fingerprint(text);
        int[] found = new int[4];
        int count = 0;
        for (int place = start(fingerprint); rows[place] != FREE; place = next(place)) {
            if (rows[place] != GONE && fingerprints[place] == fingerprint) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, 2 * count);
                }
                found[count++] = rows[place];
            }
        }
        int[] exact = Arrays.copyOf(found, count);
        Arrays.sort(exact);
        return exact;
    }

    private void grow() {
        long[] oldFingerprints = fingerprints;
        int[] oldRows = rows;
        fingerprints = new long[2 * oldRows.length];
        rows = freeRows(fingerprints.length);
        used = 0;
        for (int place = 0; place < oldRows.length; place++) {
            if (oldRows[place] >= 0) {
                put(oldFingerprints[place], oldRows[place]);
                used++;
            }
        }
    }

    private void put(long fingerprint, int row) {
        int place = start(fingerprint);
        while (rows[place] != FREE) {
            place = next(place);
        }
        fingerprints[place] = fingerprint;
        rows[place] = row;
    }

    private int start(long fingerprint) {
        return (int) fingerprint & (rows.length - 1);
    }

    private int next(int place) {
        return (place + 1) & (rows.length - 1);
    }

    private static int[] freeRows(int length) {
        int[] rows = new int[length];
        Arrays.fill(rows, FREE);
        return rows;
    }
}
