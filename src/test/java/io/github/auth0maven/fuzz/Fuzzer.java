package io.github.auth0maven.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.auth0maven.fuzz.AnyFile.Form;
import io.github.auth0maven.users.InMemory;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Gives one file after the other to a check, makes the first that fails it small, and notices a file that takes too long. */
final class Fuzzer {

    /** A few milliseconds are usual; this is for a machine that does something else meanwhile. */
    private static final int HANGS_AFTER_SECONDS = 60;

    private static final int SHRINKINGS = 20_000;

    private final Function<InMemory, Optional<String>> check;

    /**
     * @param check tells what is wrong with how a file was read, if anything is
     */
    Fuzzer(Function<InMemory, Optional<String>> check) {
        this.check = check;
    }

    /** What was found first, with the seed and the smallest file that shows it; nothing if all is well. */
    Optional<String> run(Form form, long seed, long inputs) throws InterruptedException {
        AtomicLong at = new AtomicLong(seed);
        CompletableFuture<Optional<String>> run = new CompletableFuture<>();
        Thread worker = new Thread(() -> work(form, at, seed + inputs, run), "fuzz-" + form);
        worker.setDaemon(true);
        worker.start();
        while (true) {
            long before = at.get();
            try {
                return run.get(HANGS_AFTER_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                if (at.get() == before) {
                    return Optional.of(
                            form + ", seed " + before + ": hangs in " + Arrays.toString(worker.getStackTrace()));
                }
            } catch (ExecutionException e) {
                throw new AssertionError("the fuzzer itself failed at seed " + at, e.getCause());
            }
        }
    }

    private void work(Form form, AtomicLong at, long end, CompletableFuture<Optional<String>> run) {
        try {
            while (at.get() < end) {
                InMemory file = AnyFile.of(form, at.get());
                Optional<String> problem = problem(file);
                if (problem.isPresent()) {
                    InMemory smallest = shrunk(file, kind(problem.get()));
                    run.complete(Optional.of(form + ", seed " + at + ", " + smallest + " " + smallest.options() + ": "
                            + Tree.json(new String(smallest.content(), UTF_8)) + " "
                            + problem(smallest).orElse("")));
                    return;
                }
                at.incrementAndGet();
            }
            run.complete(Optional.empty());
        } catch (RuntimeException e) {
            run.completeExceptionally(e);
        }
    }

    private Optional<String> problem(InMemory file) {
        try {
            return check.apply(file);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError e) {
            StackTraceElement[] trace = e.getStackTrace();
            return Optional.of(e + " " + Arrays.toString(Arrays.copyOf(trace, Math.min(trace.length, 8))));
        }
    }

    private static String kind(String problem) {
        return problem.replaceFirst("[^A-Za-z.].*", "");
    }

    /** Leaves out ever smaller runs of bytes, as long as the same kind of problem shows. */
    private InMemory shrunk(InMemory file, String kind) {
        byte[] content = file.content();
        int tries = 0;
        for (int run = content.length / 2; run > 0; run /= 2) {
            for (int at = 0; at + run <= content.length && tries < SHRINKINGS; tries++) {
                byte[] shorter = new byte[content.length - run];
                System.arraycopy(content, 0, shorter, 0, at);
                System.arraycopy(content, at + run, shorter, at, shorter.length - at);
                Optional<String> problem = problem(new InMemory(file.name(), shorter, file.options()));
                if (problem.map(Fuzzer::kind).filter(kind::equals).isPresent()) {
                    content = shorter;
                } else {
                    at += run;
                }
            }
        }
        return new InMemory(file.name(), content, file.options());
    }
}
