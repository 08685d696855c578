package io.github.auth0maven.validation;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records of a few numbers in {@value Tuning#PARTITIONS} partitions, each in the order of arrival: the first ones in memory,
 * the rest in a temporary file that only its owner can read and that is gone when this is closed.
 */
final class Spill implements Closeable {

    /** Takes a record. */
    @FunctionalInterface
    interface Reader {

        /** A record, whose numbers begin at this index; the array is used again for others. */
        void read(int[] numbers, int at) throws IOException;
    }

    /** Doubled a few times, it is {@link Tuning#BLOCK}. */
    private static final int SMALLEST_BLOCK = 48;

    private static final int[] NOTHING = new int[0];

    private static final class Partition {
        private final List<int[]> kept = new ArrayList<>();
        private int[] written = new int[0];
        private int writtenBlocks;
        private int[] open = NOTHING;
        private int filled;
        private long records;
    }

    private final Path directory;
    private final int width;
    private final long numbersInMemory;
    private final Partition[] partitions = new Partition[Tuning.PARTITIONS];
    private long numbersKept;
    private int blocksInFile;
    private @Nullable Path path;
    private @Nullable FileChannel file;
    private @Nullable ByteBuffer buffer;

    /**
     * @param directory where the temporary file is made if one is needed
     * @param width how many numbers a record has
     * @param numbersInMemory how many numbers are kept in memory
     */
    Spill(Path directory, int width, long numbersInMemory) {
        this.directory = directory;
        this.width = width;
        this.numbersInMemory = numbersInMemory;
        Arrays.setAll(partitions, i -> new Partition());
    }

    /** Makes room for a record and returns the array for its numbers; {@link #at} says where in it they belong. */
    int[] add(int partition) throws IOException {
        Partition target = partitions[partition];
        if (target.filled == target.open.length) {
            extend(target);
        }
        target.filled += width;
        target.records++;
        return target.open;
    }

    /** Writes a number of 64 bits into two places of a record. */
    static void put(int[] record, int at, long number) {
        record[at] = (int) number;
        record[at + 1] = (int) (number >>> Integer.SIZE);
    }

    /** Reads what {@link #put} has written. */
    static long get(int[] record, int at) {
        return Integer.toUnsignedLong(record[at]) | ((long) record[at + 1] << Integer.SIZE);
    }

    /** Where in its array the record that was added last to the partition begins. */
    int at(int partition) {
        return partitions[partition].filled - width;
    }

    long records(int partition) {
        return partitions[partition].records;
    }

    /** Reads the records of a partition in the order in which they were added. */
    void read(int partition, Reader reader) throws IOException {
        Partition source = partitions[partition];
        for (int[] block : source.kept) {
            read(block, block.length, reader);
        }
        if (source.writtenBlocks > 0) {
            int[] block = new int[Tuning.BLOCK];
            for (int i = 0; i < source.writtenBlocks; i++) {
                load(source.written[i], block);
                read(block, block.length, reader);
            }
        }
        read(source.open, source.filled, reader);
    }

    private void read(int[] block, int to, Reader reader) throws IOException {
        for (int at = 0; at < to; at += width) {
            reader.read(block, at);
        }
    }

    private void extend(Partition partition) throws IOException {
        if (partition.open.length < Tuning.BLOCK) {
            partition.open = Arrays.copyOf(partition.open, Math.max(SMALLEST_BLOCK, 2 * partition.open.length));
            return;
        }
        if (numbersKept + Tuning.BLOCK <= numbersInMemory) {
            numbersKept += Tuning.BLOCK;
            partition.kept.add(partition.open);
            partition.open = new int[Tuning.BLOCK];
        } else {
            if (partition.writtenBlocks == partition.written.length) {
                partition.written = Arrays.copyOf(partition.written, 2 * partition.writtenBlocks + 4);
            }
            partition.written[partition.writtenBlocks++] = store(partition.open);
        }
        partition.filled = 0;
    }

    /** Writes a block to the end of the file, and returns its number. */
    private int store(int[] block) throws IOException {
        FileChannel channel = file();
        ByteBuffer bytes = buffer();
        ints(bytes).put(block);
        long position = (long) blocksInFile * bytes.capacity();
        while (bytes.hasRemaining()) {
            position += channel.write(bytes, position);
        }
        return blocksInFile++;
    }

    private void load(int number, int[] block) throws IOException {
        FileChannel channel = file();
        ByteBuffer bytes = buffer();
        long position = (long) number * bytes.capacity();
        while (bytes.hasRemaining()) {
            int read = channel.read(bytes, position);
            if (read < 0) {
                throw new EOFException(path + " was cut off by somebody else; run the build again");
            }
            position += read;
        }
        ints(bytes.clear()).get(block);
    }

    private static IntBuffer ints(ByteBuffer bytes) {
        return bytes.asIntBuffer();
    }

    private ByteBuffer buffer() {
        if (buffer == null) {
            buffer = ByteBuffer.allocateDirect(Tuning.BLOCK * Integer.BYTES);
        }
        return buffer.clear();
    }

    private FileChannel file() throws IOException {
        if (file == null) {
            Files.createDirectories(directory);
            path = Files.createTempFile(directory, "auth0-identifiers-", ".tmp");
            file = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        }
        return file;
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
        if (path != null) {
            Files.deleteIfExists(path);
        }
    }
}
