package io.github.auth0maven.benchmark;

import io.github.auth0maven.validation.Judgement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** What is measured in a JVM with a heap of 64 MB, whatever the size of the file. */
public final class SmallHeap {

    static final int HEAP_IN_MB = 64;
    private static final double MEGA = 1e6;

    private SmallHeap() {}

    /** Runs one of the two measurements, on a file. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[1]);
        if (arguments[0].equals("identifiers")) {
            measureIdentifiers(file, Long.parseLong(arguments[2]));
        } else {
            measurePath(file, Path.of(arguments[2]));
        }
    }

    /** Goes the way of an import but for the network, after others have warmed it up. */
    private static void measurePath(Path file, Path warmup) throws IOException {
        for (int i = 0; i < 30; i++) {
            Passes.pack(warmup);
        }
        double[] seconds = new double[3];
        for (int i = 0; i < seconds.length; i++) {
            long start = System.nanoTime();
            Passes.pack(file);
            seconds[i] = (System.nanoTime() - start) / 1e9;
        }
        double megabytes = Files.size(file) / MEGA;
        double median = Ratios.median(seconds);
        System.out.printf(
                Locale.ROOT, "| %,.0f MB | %.3f s | %.0f MB/s | %s |%n", megabytes, median, megabytes / median, peak());
    }

    /** Judges users who have three identifiers and nothing else, and watches the temporary files. */
    private static void measureIdentifiers(Path file, long users) throws IOException {
        AtomicLong most = new AtomicLong();
        Timer watch = new Timer(true);
        watch.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        most.accumulateAndGet(temporaryBytes(), Math::max);
                    }
                },
                0,
                20);
        long start = System.nanoTime();
        Judgement judgement = Passes.validate(file);
        double seconds = (System.nanoTime() - start) / 1e9;
        watch.cancel();
        if (judgement.users() != users || judgement.invalidUsers() != 0) {
            throw new IllegalStateException("expected " + users + " valid users");
        }
        long identifiers = 3 * users;
        System.out.printf(
                Locale.ROOT,
                "%,d users with three identifiers each, -Xmx%dm: %.1f s, %.1f bytes an identifier on disk,"
                        + " %.1f with all of the heap; peak memory of the process %s%n",
                users,
                HEAP_IN_MB,
                seconds,
                (double) most.get() / identifiers,
                (most.get() + HEAP_IN_MB * 1024.0 * 1024.0) / identifiers,
                peak());
    }

    /** What the temporary files of this process take, where the system tells; they have no name once they are open. */
    private static long temporaryBytes() {
        long size = 0;
        try (DirectoryStream<Path> open = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
            for (Path descriptor : open) {
                if (isTemporary(descriptor)) {
                    size += Files.size(descriptor);
                }
            }
        } catch (NoSuchFileException e) {
            return size; // another kind of system, or a file that has just been closed
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return size;
    }

    private static boolean isTemporary(Path descriptor) throws IOException {
        return Files.isSymbolicLink(descriptor)
                && Files.readSymbolicLink(descriptor).toString().contains("auth0-identifiers-");
    }

    /** The most memory that this process had, where the system tells. */
    private static String peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return "unknown";
        }
        try (Stream<String> lines = Files.lines(status)) {
            Optional<String> peak =
                    lines.filter(line -> line.startsWith("VmHWM:")).findFirst();
            return peak.map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1000 + " MB")
                    .orElse("unknown");
        }
    }
}
