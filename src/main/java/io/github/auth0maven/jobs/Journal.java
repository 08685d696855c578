package io.github.auth0maven.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.auth0maven.batch.Batch;
import io.github.auth0maven.jobs.JournalLine.Event;
import io.github.auth0maven.users.Position;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What a restart needs to know: a file to which a line is appended, and forced to the disk, before and after everything that
 * cannot be undone. It keeps what the service told of every batch that has ended, for the service forgets it after a day.
 *
 * <p>A line is believed only when it is whole, and the rejected users of a batch only together with the line that ends it.
 */
public final class Journal implements Closeable {

    private static final String OPTION = "option.";

    /** Not a channel: that would be closed when the thread is interrupted, at the very moment when it is needed. */
    private final @Nullable RandomAccessFile file;

    private final TreeMap<Long, Entry> batches = new TreeMap<>();
    /** Set when a line could not be written: what came after it would make no sense without it. */
    private boolean broken;

    private Optional<Key> key = Optional.empty();
    private boolean finished;
    private boolean succeeded;

    /**
     * What an import is the import of; only the same one can be taken up again.
     *
     * @param input the fingerprint of the users file
     * @param options all that decides what is sent, and how, by name; a value may be a digest
     * @param tenant the domain
     * @param connection as the user names it
     */
    public record Key(String input, Map<String, String> options, String tenant, String connection) {

        public Key {
            options = Collections.unmodifiableMap(new TreeMap<>(options));
        }

        /** What is not the same, in words. */
        public List<String> differences(Key other) {
            List<String> differences = new ArrayList<>();
            if (!input.equals(other.input)) {
                differences.add("the users file");
            }
            Set<String> names = new TreeSet<>(options.keySet());
            names.addAll(other.options.keySet());
            names.removeIf(name -> Objects.equals(options.get(name), other.options.get(name)));
            differences.addAll(names);
            if (!tenant.equals(other.tenant)) {
                differences.add("the tenant (" + tenant + ", now " + other.tenant + ")");
            }
            if (!connection.equals(other.connection)) {
                differences.add("the connection (" + connection + ", now " + other.connection + ")");
            }
            return differences;
        }
    }

    /** How far a batch has come. */
    public sealed interface Stage {

        /** When the first attempt was made that may have come to something; this time if none was. */
        default Instant firstIntent(Instant now) {
            if (this instanceof Intended intended) {
                return intended.at();
            }
            return this instanceof Taken taken ? taken.firstIntent() : now;
        }

        /** It was about to be submitted, or was; nobody knows. */
        record Intended(Instant at) implements Stage {}

        /** It is a job. */
        record Taken(JobRecord job, boolean uncertain, Instant firstIntent) implements Stage {}

        /** Its job has ended. */
        record Ended(JobRecord job, Outcome outcome) implements Stage {}
    }

    /** What became of a batch's users. */
    public record Outcome(long inserted, long updated, long failed, long settled) {}

    /** A user of a batch that was not imported, and its place in the users file, if the service's echo led to one. */
    public record Rejected(Optional<Position> position, Rejection rejection) {}

    /** A batch as the journal knows it: up to which user of the file it goes, its bytes, and how far it has come. */
    private record Entry(long last, String digest, Stage stage) {
        Entry at(Stage stage) {
            return new Entry(last, digest, stage);
        }
    }

    private Journal(@Nullable RandomAccessFile file) {
        this.file = file;
    }

    /** A journal that nothing is written to, for imports that are not to be taken up again. */
    public static Journal none() {
        return new Journal(null);
    }

    /**
     * Opens a journal, with what an earlier run has left in it.
     *
     * @param file open for reading and writing; it is closed with the journal, or if there is none
     * @param name what messages call the file
     * @throws IOException if another import holds it, or it cannot be read
     */
    public static Journal open(RandomAccessFile file, String name) throws IOException {
        Journal journal = new Journal(file);
        try {
            if (!lock(file)) {
                throw new IOException("Another import is running with the journal " + name
                        + ": wait until it has ended, or give this one a journal of its own (auth0.journal)");
            }
            journal.readAll(file);
        } catch (IOException e) {
            file.close();
            throw e;
        } catch (IllegalArgumentException | DateTimeException e) {
            file.close();
            throw new IOException(
                    "The journal " + name + " cannot be understood (" + e.getMessage()
                            + "): what it tells of may have been sent. Look into it, then move it away",
                    e);
        }
        return journal;
    }

    private static boolean lock(RandomAccessFile file) throws IOException {
        try {
            return file.getChannel().tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** What the import in the journal is the import of; nothing if there is none. */
    public Optional<Key> key() {
        return key;
    }

    /** Whether there is an import of which something has been sent, or may have been, and that has not come to its end. */
    public boolean isUnfinished() {
        return key.isPresent() && !finished && !batches.isEmpty();
    }

    /** The jobs that were running when it was last heard of them. */
    public List<String> running() {
        return batches.values().stream()
                .flatMap(entry -> entry.stage() instanceof Stage.Taken taken
                        ? Stream.of(taken.job().id())
                        : Stream.empty())
                .toList();
    }

    /** Whether there is an import that has ended with all of its users imported. */
    public boolean hasSucceeded() {
        return finished && succeeded;
    }

    /** Forgets whatever there is and begins anew. */
    public void begin(Key anew, Instant at) throws IOException {
        if (file != null) {
            file.setLength(0);
        }
        batches.clear();
        finished = false;
        key = Optional.of(anew);
        JournalLine line = JournalLine.of(Event.BEGIN)
                .with("at", at)
                .with("input", anew.input())
                .with("tenant", anew.tenant())
                .with("connection", anew.connection());
        for (Map.Entry<String, String> option : anew.options().entrySet()) {
            line.with(OPTION + option.getKey(), option.getValue());
        }
        append(line);
    }

    /** Whether one batch that the journal knows ends, or another begins, between these two users of the file. */
    public boolean parts(long previous, long next) {
        Map.Entry<Long, Entry> byNext = batches.floorEntry(next);
        Map.Entry<Long, Entry> byPrevious = batches.floorEntry(previous);
        return (byNext != null && byNext.getKey() > previous)
                || (byPrevious != null
                        && byPrevious.getValue().last() >= previous
                        && byPrevious.getValue().last() < next);
    }

    /** Whether this user of the file is in a batch that has ended. */
    public boolean hasEnded(long index) {
        Map.Entry<Long, Entry> entry = batches.floorEntry(index);
        return entry != null
                && index <= entry.getValue().last()
                && entry.getValue().stage() instanceof Stage.Ended;
    }

    /** The batches that have ended, in the order of the file. */
    public List<Stage.Ended> ended() {
        List<Stage.Ended> ended = new ArrayList<>();
        for (Entry entry : batches.values()) {
            if (entry.stage() instanceof Stage.Ended stage) {
                ended.add(stage);
            }
        }
        return ended;
    }

    /** How far this batch had come when the journal was opened; nothing if the journal does not know it. */
    Optional<Stage> stageOf(Batch batch) throws IOException {
        Entry entry = batches.get(first(batch));
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.last() != last(batch) || !entry.digest().equals(digest(batch))) {
            throw new IOException(
                    "The batch from " + batch.position(0)
                            + " is not the one that was sent before the import was interrupted; start it anew with auth0.resume=never");
        }
        return Optional.of(entry.stage());
    }

    /** Is called before a batch is submitted. */
    void intends(Batch batch, Instant at) throws IOException {
        if (file == null) {
            return;
        }
        put(first(batch), last(batch), digest(batch), at);
        append(JournalLine.of(Event.INTENT)
                .with("first", first(batch))
                .with("last", last(batch))
                .with("digest", digest(batch))
                .with("at", at));
    }

    /** Is called when the service has taken a batch. */
    void taken(Batch batch, JobRecord job, boolean uncertain) throws IOException {
        append(JournalLine.of(Event.TAKEN)
                .with("first", first(batch))
                .with("uncertain", uncertain)
                .with("job", job.id())
                .with("users", job.users())
                .with("bytes", job.bytes())
                .with("at", job.submittedAt()));
    }

    /** Is called when it is certain that the service has not taken a batch. */
    void refused(Batch batch) throws IOException {
        batches.remove(first(batch));
        append(JournalLine.of(Event.REFUSED).with("first", first(batch)));
    }

    /** Is called when a batch that an earlier attempt may have delivered is to be sent in two parts. */
    void halved(List<Batch> halves) throws IOException {
        Batch left = halves.get(0);
        Batch right = halves.get(1);
        JournalLine line = JournalLine.of(Event.HALVED)
                .with("first", first(left))
                .with("last", last(left))
                .with("digest", digest(left))
                .with("second", first(right))
                .with("secondDigest", digest(right));
        halved(line);
        append(line);
    }

    private void halved(JournalLine line) {
        Entry whole = batches.get(line.number("first"));
        if (whole != null) {
            batches.put(line.number("first"), new Entry(line.number("last"), line.text("digest"), whole.stage()));
            batches.put(line.number("second"), new Entry(whole.last(), line.text("secondDigest"), whole.stage()));
        }
    }

    /** Is called when all is known of a batch. */
    void ended(Batch batch, JobRecord job, Outcome outcome, List<Rejected> rejected) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Rejected user : rejected) {
            lines.append(line(batch, user)).append('\n');
        }
        lines.append(JournalLine.of(Event.ENDED)
                .with("first", first(batch))
                .with("status", job.status())
                .with("at", job.finishedAt())
                .with("inserted", outcome.inserted())
                .with("updated", outcome.updated())
                .with("failed", outcome.failed())
                .with("settled", outcome.settled())
                .with("rejected", rejected.size()));
        append(lines);
    }

    /** Is called when all batches have ended. */
    public void finish(boolean success) throws IOException {
        finished = true;
        succeeded = success;
        append(JournalLine.of(Event.FINISHED).with("succeeded", success));
    }

    /** Hands over the rejected users of all batches that have ended. */
    public void replay(Consumer<Rejected> consumer) throws IOException {
        if (file == null) {
            return;
        }
        List<Rejected> pending = new ArrayList<>();
        read(file, line -> {
            if (line.event() == Event.REJECTED) {
                pending.add(rejected(line));
            } else if (line.event() == Event.ENDED) {
                // those before were written by a run that was killed before it came to the end of the batch
                int whole = pending.size() - (int) line.number("rejected");
                pending.subList(whole, pending.size()).forEach(consumer);
                pending.clear();
            }
        });
    }

    private void readAll(RandomAccessFile file) throws IOException {
        file.setLength(read(file, this::apply));
    }

    /** Reads the whole lines and returns where they end. */
    private static long read(RandomAccessFile file, Consumer<JournalLine> consumer) throws IOException {
        file.seek(0);
        BufferedReader reader = new BufferedReader(new InputStreamReader(new FileInputStream(file.getFD()), UTF_8));
        long size = file.length();
        long whole = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            long end = whole + line.getBytes(UTF_8).length + 1;
            if (end > size) {
                break;
            }
            whole = end;
            consumer.accept(JournalLine.parse(line));
        }
        return whole;
    }

    private void apply(JournalLine line) {
        switch (line.event()) {
            case BEGIN ->
                key = Optional.of(
                        new Key(line.text("input"), line.under(OPTION), line.text("tenant"), line.text("connection")));
            case INTENT ->
                put(line.number("first"), line.number("last"), line.text("digest"), Instant.parse(line.text("at")));
            case REFUSED -> batches.remove(line.number("first"));
            case HALVED -> halved(line);
            case TAKEN ->
                batches.computeIfPresent(line.number("first"), (first, entry) -> entry.at(taken(line, entry.stage())));
            case ENDED ->
                batches.computeIfPresent(line.number("first"), (first, entry) -> entry.at(ended(line, entry.stage())));
            case FINISHED -> {
                finished = true;
                succeeded = Boolean.parseBoolean(line.text("succeeded"));
            }
            case REJECTED -> {
                // read again when they are asked for: there may be very many
            }
        }
    }

    private void put(long first, long last, String digest, Instant at) {
        Entry before = batches.get(first);
        Instant firstIntent =
                before != null && before.last() == last ? before.stage().firstIntent(at) : at;
        batches.put(first, new Entry(last, digest, new Stage.Intended(firstIntent)));
    }

    private static Stage.Taken taken(JournalLine line, Stage before) {
        Instant at = Instant.parse(line.text("at"));
        JobRecord job = new JobRecord(
                0,
                line.text("job"),
                "pending",
                (int) line.number("users"),
                (int) line.number("bytes"),
                at,
                Optional.empty());
        boolean uncertain = Boolean.parseBoolean(line.text("uncertain"));
        return new Stage.Taken(job, uncertain, before.firstIntent(at));
    }

    private static Stage.Ended ended(JournalLine line, Stage before) {
        if (!(before instanceof Stage.Taken taken)) {
            throw new IllegalArgumentException("a batch has ended that was never taken");
        }
        Outcome outcome = new Outcome(
                line.number("inserted"), line.number("updated"), line.number("failed"), line.number("settled"));
        return new Stage.Ended(taken.job().ended(line.text("status"), Instant.parse(line.text("at"))), outcome);
    }

    private static JournalLine line(Batch batch, Rejected user) {
        JournalLine line = JournalLine.of(Event.REJECTED).with("first", first(batch));
        user.position()
                .ifPresent(place -> line.with("file", place.file())
                        .with("index", place.index())
                        .with("line", place.line())
                        .with("column", place.column()));
        return line.with("code", user.rejection().code())
                .with("message", user.rejection().message())
                .with("attribute", user.rejection().attribute());
    }

    private static Rejected rejected(JournalLine line) {
        Optional<Position> position = line.find("file")
                .map(file -> new Position(file, line.number("index"), line.number("line"), line.number("column")));
        return new Rejected(position, new Rejection(line.text("code"), line.text("message"), line.find("attribute")));
    }

    private static long first(Batch batch) {
        return batch.position(0).index();
    }

    private static long last(Batch batch) {
        return batch.position(batch.users() - 1).index();
    }

    private static String digest(Batch batch) {
        CRC32C crc = new CRC32C();
        crc.update(batch.content());
        return Long.toHexString(crc.getValue());
    }

    private void append(Object lines) throws IOException {
        if (file == null) {
            return;
        }
        if (broken) {
            throw new IOException("The journal could not be written before");
        }
        broken = true;
        try {
            file.seek(file.length());
            file.write((lines + "\n").getBytes(UTF_8));
            file.getFD().sync();
        } catch (IOException e) {
            throw new IOException("The journal cannot be written: " + e.getMessage(), e);
        }
        broken = false;
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
