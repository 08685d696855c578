package io.github.auth0maven.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A file of lines, each forced to the disk before and after something that cannot be undone, so that a restart knows of it. A line
 * is believed only when it is whole; the first one says what the file is, and another file is never written to.
 */
public final class Journal implements Closeable {

    /** Not a channel: that would be closed when the thread is interrupted, at the very moment when it is needed. */
    private final @Nullable RandomAccessFile file;

    /** Set when a line could not be written: what came after it would make no sense without it. */
    private boolean broken;

    private final String name;

    private Journal(@Nullable RandomAccessFile file, String name) {
        this.file = file;
        this.name = name;
    }

    /** A journal that nothing is written to, for runs that are not to be taken up again. */
    public static Journal none() {
        return new Journal(null, "none");
    }

    /**
     * Opens a journal.
     *
     * @param file open for reading and writing; it is closed with the journal, or if it is none
     * @param name what messages call the file
     * @param first the event of the first line
     * @throws IOException if another run holds the file, or it is no journal
     */
    public static Journal open(RandomAccessFile file, String name, Enum<?> first) throws IOException {
        try {
            lock(file, name);
            check(file, name, first);
        } catch (IOException e) {
            file.close();
            throw e;
        }
        return new Journal(file, name);
    }

    /** Whether lines are kept. */
    public boolean isKept() {
        return file != null;
    }

    /**
     * Reads what an earlier run has left, and cuts off the last line if it is not whole.
     *
     * @param reader takes each line, and throws {@link IllegalArgumentException} for one that makes no sense
     * @throws IOException if it cannot be read; then the journal is closed, and left as it was
     */
    public void recover(Consumer<JournalLine> reader) throws IOException {
        if (file == null) {
            return;
        }
        try {
            file.setLength(read(file, reader));
        } catch (IllegalArgumentException e) {
            file.close();
            throw notUnderstood(e);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private static void lock(RandomAccessFile file, String name) throws IOException {
        boolean locked;
        try {
            locked = file.getChannel().tryLock() != null;
        } catch (OverlappingFileLockException e) {
            locked = false;
        }
        if (!locked) {
            throw new IOException("Another import is running with the journal " + name
                    + ": wait until it has ended, or give this one a journal of its own (auth0.journal)");
        }
    }

    /** A file that does not begin as a journal does is somebody's. Of the first line, there may be the beginning only. */
    private static void check(RandomAccessFile file, String name, Enum<?> first) throws IOException {
        String line = JournalLine.of(first).toString();
        byte[] expected = line.substring(0, line.length() - 1).getBytes(UTF_8);
        byte[] found = new byte[(int) Math.min(expected.length, file.length())];
        file.seek(0);
        file.readFully(found);
        if (!Arrays.equals(found, Arrays.copyOf(expected, found.length))) {
            throw new IOException(name + " is no journal and stays as it is: name another file by auth0.journal");
        }
    }

    /** Hands over all lines. */
    public void read(Consumer<JournalLine> reader) throws IOException {
        if (file == null) {
            return;
        }
        try {
            read(file, reader);
        } catch (IllegalArgumentException e) {
            throw notUnderstood(e);
        }
    }

    private IOException notUnderstood(IllegalArgumentException e) {
        return new IOException(
                "The journal " + name + " cannot be understood (" + e.getMessage()
                        + "): what it tells of may have been sent. Look into it, then move it away",
                e);
    }

    /** Reads the whole lines and returns where they end. */
    private static long read(RandomAccessFile file, Consumer<JournalLine> consumer) throws IOException {
        file.seek(0);
        BufferedReader reader = new BufferedReader(new InputStreamReader(new FileInputStream(file.getFD()), UTF_8));
        long size = file.length();
        long whole = 0;
        long number = 1;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            long end = whole + line.getBytes(UTF_8).length + 1;
            if (end > size) {
                break;
            }
            whole = end;
            take(line, number++, consumer);
        }
        return whole;
    }

    private static void take(String line, long number, Consumer<JournalLine> consumer) {
        try {
            consumer.accept(JournalLine.parse(line));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("line " + number + ": " + e.getMessage(), e);
        }
    }

    /** Forgets whatever there is and begins anew with this line. */
    public void begin(JournalLine first) throws IOException {
        if (file != null) {
            file.setLength(0);
        }
        append(List.of(first));
    }

    /** Adds lines; when this returns, they are on the disk. */
    public void append(List<JournalLine> lines) throws IOException {
        if (file == null) {
            return;
        }
        if (broken) {
            throw new IOException("The journal could not be written before");
        }
        broken = true;
        try {
            write(file, lines);
        } catch (IOException e) {
            throw new IOException("The journal cannot be written: " + e.getMessage(), e);
        }
        broken = false;
    }

    private static void write(RandomAccessFile file, List<JournalLine> lines) throws IOException {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        file.seek(file.length());
        file.write(text.toString().getBytes(UTF_8));
        file.getFD().sync();
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
