package io.github.auth0maven.batch;

/** Counts the batches that a {@link Batcher} makes of users of these sizes, without making them. */
public final class Packing {

    private final int capacity;
    private int last;
    private long batches;
    private long bytes;
    private long users;

    /**
     * @param capacity the size of the largest import file, in bytes, brackets included
     */
    public Packing(int capacity) {
        this.capacity = capacity;
    }

    /** Adds the next user, of so many bytes as it is sent. */
    public void add(int size) {
        if (size + Batcher.BRACKETS > capacity) {
            throw new IllegalArgumentException(size + " bytes are too many for any batch");
        }
        boolean fits = batches > 0 && last + Batcher.COMMA + size <= capacity;
        int added = size + (fits ? Batcher.COMMA : Batcher.BRACKETS);
        last = fits ? last + added : added;
        batches += fits ? 0 : 1;
        bytes += added;
        users++;
    }

    /** How many users there are. */
    public long users() {
        return users;
    }

    /** How many batches they make. */
    public long batches() {
        return batches;
    }

    /** The size of all batches together. */
    public long bytes() {
        return bytes;
    }

    /** How much of the batches' capacity is used, from 0 to 1. */
    public double fill() {
        return batches == 0 ? 0 : (double) bytes / batches / capacity;
    }
}
