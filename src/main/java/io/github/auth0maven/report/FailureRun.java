package io.github.auth0maven.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** Failures that follow one another in their file, in the order of their users; a few of them are read at a time. */
final class FailureRun {

    static final String INDEX = "index";

    private static final String NAMED = '"' + INDEX + "\":";

    private final Path file;
    private final int atOnce;
    private final long from;
    private final long to;
    private final Deque<String> lines = new ArrayDeque<>();
    private long at;
    private String line = "";
    private long index;

    /**
     * @param atOnce how many bytes are read at a time, at least
     */
    FailureRun(Path file, int atOnce, long from, long to) {
        this.file = file;
        this.atOnce = atOnce;
        this.from = from;
        this.to = to;
        at = from;
    }

    long from() {
        return from;
    }

    /** The failure at hand, as JSON. */
    String line() {
        return line;
    }

    /** The user that it is of. */
    long index() {
        return index;
    }

    /** Goes on to the next failure that is of a user; says whether there is one. */
    boolean next() throws IOException {
        while (!lines.isEmpty() || at < to) {
            if (lines.isEmpty()) {
                read();
            }
            line = lines.remove();
            int named = line.indexOf(NAMED);
            if (named >= 0) {
                index = Long.parseLong(line, named + NAMED.length(), line.indexOf(',', named), 10);
                return true;
            }
        }
        return false;
    }

    private void read() throws IOException {
        try (RandomAccessFile opened = new RandomAccessFile(file.toFile(), "r")) {
            opened.seek(at);
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(new FileInputStream(opened.getFD()), UTF_8));
            long until = Math.min(to, at + atOnce);
            while (at < until) {
                String read = reader.readLine();
                if (read == null) {
                    throw new EOFException(file + " has become shorter");
                }
                lines.add(read);
                at += read.getBytes(UTF_8).length + 1;
            }
        }
    }
}
