package io.github.auth0maven.validation;

import io.github.auth0maven.users.Json;
import io.github.auth0maven.users.User;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * The identifiers of all users of a file, 12 bytes each: a hash, and whose it is. The first of them stay in memory, the rest
 * goes to a temporary file, so that the heap does not grow with the users file.
 *
 * <p>No text is kept. Two identifiers are taken for the same if they agree in two hashes of 64 bits under independent random
 * keys, the second of which is taken in a later pass, of the candidates alone: that two different ones do so is a chance of
 * about 2<sup>-128</sup> a pair. That a true duplicate goes unnoticed takes a third identifier which collides with both in the
 * first hash: for ten million users, a chance of about 1 in 10,000 that there is any such collision at all.
 */
final class Identifiers implements Closeable {

    static final Identifier[] ALL = Identifier.values();
    private static final int KIND_BITS = 2;
    /** A record of three ints: the hash without the bits that number its partition, and the reference, of 38 bits. */
    private static final int WIDTH = 3;

    private static final int REFERENCE = 2;
    private static final int SHARED = 1;
    private static final int SHARED_BITS = 26;
    private static final int SHARED_MASK = (1 << SHARED_BITS) - 1;
    /** What is left of a hash numbers its partition. */
    private static final int PARTITION_SHIFT = Long.SIZE - Integer.numberOfTrailingZeros(Tuning.PARTITIONS);

    private final Path directory;
    private final Comparison comparison;
    private final Text text = new Text();
    private final Spill records;

    /**
     * @param directory where temporary files are made if they are needed
     */
    Identifiers(Path directory, Comparison comparison) {
        this.directory = directory;
        this.comparison = comparison;
        records = new Spill(directory, WIDTH, comparison.numbersInMemory());
    }

    /** Adds an identifier of a user. */
    void add(User user, Identifier identifier, int token) throws IOException {
        long number = comparison.hash().of(identifier, normalized(text, user.json(), identifier, token));
        int partition = (int) (number >>> PARTITION_SHIFT);
        int[] record = records.add(partition);
        write(record, records.at(partition), number, reference(user.index(), identifier));
    }

    /** The text of an identifier, in lower case if its case does not matter. */
    static Text normalized(Text text, Json json, Identifier identifier, int token) {
        text.set(json, token);
        boolean anyCase = identifier == Identifier.EMAIL || identifier == Identifier.USERNAME;
        if (anyCase && !text.isLowerCase()) {
            text.set(json.text(token).toLowerCase(Locale.ROOT));
        }
        return text;
    }

    static long reference(long user, Identifier identifier) {
        return user << KIND_BITS | identifier.attribute;
    }

    static void write(int[] record, int at, long number, long reference) {
        record[at] = (int) number;
        record[at + SHARED] =
                ((int) (number >>> Integer.SIZE) & SHARED_MASK) | ((int) (reference >>> Integer.SIZE) << SHARED_BITS);
        record[at + REFERENCE] = (int) reference;
    }

    static long number(int[] record, int at) {
        return Integer.toUnsignedLong(record[at]) | ((long) (record[at + SHARED] & SHARED_MASK) << Integer.SIZE);
    }

    static long reference(int[] record, int at) {
        return Integer.toUnsignedLong(record[at + REFERENCE])
                | ((long) (record[at + SHARED] >>> SHARED_BITS) << Integer.SIZE);
    }

    static long user(long reference) {
        return reference >>> KIND_BITS;
    }

    static Identifier identifier(long reference) {
        return ALL[(int) reference & (1 << KIND_BITS) - 1];
    }

    /**
     * Compares the identifiers of all users.
     *
     * @param users how many users there are
     * @param repeated is to tell of those who share one
     */
    Duplicates finish(long users, RepeatedIdentifiers repeated) throws IOException {
        Duplicates duplicates = new Duplicates(directory, comparison, users, repeated);
        boolean compared = false;
        try {
            Table table = new Table(duplicates);
            for (int partition = 0; partition < Tuning.PARTITIONS; partition++) {
                table.compare(partition);
            }
            compared = true;
            return duplicates;
        } finally {
            if (!compared) {
                duplicates.close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    /** Finds equal hashes by open addressing; a partition that is too large for it is gone through several times. */
    private final class Table implements Spill.Reader {

        private final Duplicates duplicates;
        private long[] hashes = new long[0];
        /** Whose each is, plus one; 0 where there is none. */
        private long[] owners = new long[0];

        private long passes;
        private int pass;

        Table(Duplicates duplicates) {
            this.duplicates = duplicates;
        }

        void compare(int partition) throws IOException {
            long count = records.records(partition);
            passes = Math.max(1, roundedUp((count + comparison.atOnce() - 1) / comparison.atOnce()));
            for (pass = 0; pass < passes; pass++) {
                clear((int) roundedUp(2 * (count / passes) + 2));
                records.read(partition, this);
            }
        }

        /** Takes a record if it is one of this pass. */
        @Override
        public void read(int[] record, int at) throws IOException {
            if ((record[at + SHARED] & passes - 1) == pass) {
                add(number(record, at), reference(record, at));
            }
        }

        private void clear(int size) {
            if (hashes.length < size) {
                hashes = new long[size];
                owners = new long[size];
            }
            Arrays.fill(owners, 0);
        }

        private void add(long number, long reference) throws IOException {
            int mask = hashes.length - 1;
            int slot = (int) number & mask;
            while (owners[slot] != 0) {
                if (hashes[slot] == number) {
                    duplicates.add(owners[slot] - 1, reference);
                    return;
                }
                slot = (slot + 1) & mask;
            }
            hashes[slot] = number;
            owners[slot] = reference + 1;
        }
    }

    private static long roundedUp(long number) {
        return number <= 1 ? number : Long.highestOneBit(number - 1) << 1;
    }
}
