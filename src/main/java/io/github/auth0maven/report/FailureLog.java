package io.github.auth0maven.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.auth0maven.users.Position;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The file of the failures, one a line, written as they come.
 *
 * <p>They come in a few runs, each in the order of the users file: what is wrong with single users, then duplicates, then what an
 * earlier run was told of each job. So those of one user after the other are found without keeping any in memory.
 */
final class FailureLog implements Closeable {

    private static final int LEAST_AT_ONCE = 1 << 9;
    private static final int MOST_AT_ONCE = 1 << 16;

    private final Path file;
    private final Map<String, Long> counts = new TreeMap<>();
    private final List<Long> runs = new ArrayList<>();
    private final RandomAccessFile out;
    private long length;
    private long lastIndex = Long.MAX_VALUE;
    private @Nullable PriorityQueue<FailureRun> unread;

    FailureLog(Path file) throws IOException {
        this.file = file;
        out = OwnerOnly.create(file);
    }

    /** How many there are of each code. */
    Map<String, Long> counts() {
        return counts;
    }

    /** Takes a failure, and returns it as JSON. */
    String add(Failure failure) throws IOException {
        counts.merge(failure.code(), 1L, Long::sum);
        StringWriter line = new StringWriter();
        try (JsonGenerator json = Generators.onOneLine(line)) {
            write(failure, json);
        }
        if (failure.position().isPresent() && failure.position().get().index() < lastIndex) {
            runs.add(length);
        }
        failure.position().ifPresent(place -> lastIndex = place.index());
        byte[] bytes = (line + "\n").getBytes(UTF_8);
        out.write(bytes);
        length += bytes.length;
        return line.toString();
    }

    /** The failures of a user, each as JSON; to be asked for one user after the other, once there are no more of them. */
    List<String> of(long index) throws IOException {
        PriorityQueue<FailureRun> ahead = unread == null ? openRuns() : unread;
        unread = ahead;
        List<String> failures = new ArrayList<>();
        for (FailureRun run = ahead.peek(); run != null && run.index() <= index; run = ahead.peek()) {
            if (run.index() == index) {
                failures.add(run.line());
            }
            ahead.remove();
            if (run.next()) {
                ahead.add(run);
            }
        }
        return failures;
    }

    private PriorityQueue<FailureRun> openRuns() throws IOException {
        PriorityQueue<FailureRun> opened =
                new PriorityQueue<>(Comparator.comparingLong(FailureRun::index).thenComparingLong(FailureRun::from));
        int atOnce = Math.max(LEAST_AT_ONCE, MOST_AT_ONCE / Math.max(1, runs.size()));
        for (int i = 0; i < runs.size(); i++) {
            FailureRun run = new FailureRun(file, atOnce, runs.get(i), i + 1 < runs.size() ? runs.get(i + 1) : length);
            if (run.next()) {
                opened.add(run);
            }
        }
        return opened;
    }

    /** Writes all of them into a list. */
    void copyTo(JsonGenerator json) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                json.writeRawValue(line);
            }
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    static void write(Failure failure, JsonGenerator json) throws IOException {
        json.writeStartObject();
        if (failure.position().isPresent()) {
            writePlace(failure.position().get(), json);
        }
        Generators.text(json, "code", failure.code());
        Generators.text(json, "message", failure.message());
        if (failure.attribute().isPresent()) {
            Generators.text(json, "attribute", failure.attribute().get());
        } else {
            json.writeNullField("attribute");
        }
        json.writeEndObject();
    }

    /** Writes a place as members of what is being written. */
    static void writePlace(Position position, JsonGenerator json) throws IOException {
        Generators.text(json, "file", position.file());
        json.writeNumberField(FailureRun.INDEX, position.index());
        json.writeNumberField("line", position.line());
        json.writeNumberField("column", position.column());
    }
}
