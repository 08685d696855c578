package io.github.auth0maven.plans;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Users by a hash of what they are known by, in parts of which each fits into memory: the last few kilobytes of each part in memory,
 * the rest in blocks of one temporary file that only its owner can read.
 */
final class Partitions implements Closeable {

    /** How many there are: of a million users, each holds some 8,000. */
    static final int COUNT = 128;

    private static final int BLOCK = 1 << 14;

    private final Path path;
    private final KeptFiles open;
    private final byte[][] buffers = new byte[COUNT][];
    private final int[] filled = new int[COUNT];
    private final int[][] blocks = new int[COUNT][];
    private final int[] written = new int[COUNT];
    private int blocksInFile;
    private @Nullable RandomAccessFile file;

    Partitions(Path path, KeptFiles open) {
        this.path = path;
        this.open = open;
        Arrays.setAll(buffers, i -> new byte[0]);
        Arrays.setAll(blocks, i -> new int[0]);
    }

    /** The part that a hash belongs to. */
    static int of(long hash) {
        return (int) (hash >>> (Long.SIZE - Integer.numberOfTrailingZeros(COUNT)));
    }

    void putInt(int partition, int number) throws IOException {
        for (int shift = 24; shift >= 0; shift -= 8) {
            if (filled[partition] == buffers[partition].length) {
                extend(partition);
            }
            buffers[partition][filled[partition]++] = (byte) (number >>> shift);
        }
    }

    void putLong(int partition, long number) throws IOException {
        putInt(partition, (int) (number >>> Integer.SIZE));
        putInt(partition, (int) number);
    }

    /** Adds bytes to a part. */
    void put(int partition, byte[] bytes, int length) throws IOException {
        int at = 0;
        while (at < length) {
            if (filled[partition] == buffers[partition].length) {
                extend(partition);
            }
            int count = Math.min(length - at, buffers[partition].length - filled[partition]);
            System.arraycopy(bytes, at, buffers[partition], filled[partition], count);
            filled[partition] += count;
            at += count;
        }
    }

    /** All bytes of a part. */
    byte[] load(int partition) throws IOException {
        byte[] all = new byte[Math.addExact(Math.multiplyExact(written[partition], BLOCK), filled[partition])];
        for (int i = 0; i < written[partition]; i++) {
            RandomAccessFile from = file();
            from.seek((long) blocks[partition][i] * BLOCK);
            try {
                from.readFully(all, i * BLOCK, BLOCK);
            } catch (EOFException e) {
                throw new IOException(path + " was cut off by somebody else; run the build again", e);
            }
        }
        System.arraycopy(buffers[partition], 0, all, written[partition] * BLOCK, filled[partition]);
        return all;
    }

    private void extend(int partition) throws IOException {
        int size = buffers[partition].length;
        if (size < BLOCK) {
            buffers[partition] = Arrays.copyOf(buffers[partition], Math.min(BLOCK, Math.max(256, 4 * size)));
            return;
        }
        RandomAccessFile to = file();
        to.seek((long) blocksInFile * BLOCK);
        to.write(buffers[partition], 0, BLOCK);
        if (written[partition] == blocks[partition].length) {
            blocks[partition] = Arrays.copyOf(blocks[partition], 2 * written[partition] + 4);
        }
        blocks[partition][written[partition]++] = blocksInFile++;
        filled[partition] = 0;
    }

    private RandomAccessFile file() throws IOException {
        RandomAccessFile opened = file;
        if (opened == null) {
            opened = open.create(path);
            file = opened;
        }
        return opened;
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
            Files.deleteIfExists(path);
        }
    }
}
