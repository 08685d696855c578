package io.github.auth0maven.validation;

/** The numbers that trade memory for speed, none of which changes a judgement. */
final class Tuning {

    /** So many violations of a single user are listed; one more says that there are others. */
    static final int LISTED_VIOLATIONS = 100;

    /** Records are kept apart in so many partitions, of which one at a time is looked at. */
    static final int PARTITIONS = 64;

    /** The size of the blocks in which records are kept and written to disk, in ints; every record's width divides it. */
    static final int BLOCK = 6144;

    /** At least so many ints of identifiers stay in memory (4 MB). */
    private static final int FEWEST_NUMBERS = 1 << 20;

    /** At most so many (256 MB): more memory would not make it faster. */
    private static final int MOST_NUMBERS = 1 << 26;

    private static final int SHARE_OF_HEAP = 16;

    /** So many identifiers are compared at once: a table of 8 MB. */
    static final int COMPARED_AT_ONCE = 1 << 18;

    private Tuning() {}

    /**
     * So many ints of identifiers stay in memory, and of duplicates twice again; the rest goes to disk.
     *
     * @param heap what the JVM may use, in bytes
     */
    static int numbersInMemory(long heap) {
        return (int) Math.max(FEWEST_NUMBERS, Math.min(MOST_NUMBERS, heap / SHARE_OF_HEAP / Integer.BYTES));
    }
}
