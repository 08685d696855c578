package io.github.auth0maven.passwords;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs trials on all processors, and hands them back in the order in which they were submitted. */
final class Trials implements AutoCloseable {

    private final ExecutorService processors =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), Trials::daemon);
    private final List<Trial> trials = new ArrayList<>();
    private final List<Future<?>> running = new ArrayList<>();
    private final AtomicInteger tried = new AtomicInteger();
    /** Those that take much of it wait for one another. */
    private final Semaphore megabytes = new Semaphore(TryMemory.MOST_MEGABYTES);

    private final int all;
    private final PasswordCheck.Progress progress;

    Trials(int all, PasswordCheck.Progress progress) {
        this.all = all;
        this.progress = progress;
    }

    void submit(Trial trial) {
        trials.add(trial);
        running.add(processors.submit(() -> {
            int needed = trial.canBeTried() ? trial.megabytes() : 0;
            megabytes.acquireUninterruptibly(needed);
            try {
                trial.run();
            } finally {
                megabytes.release(needed);
            }
            progress.tried(tried.incrementAndGet(), all);
        }));
    }

    /** All of them, once the last has ended. */
    List<Trial> finished() throws InterruptedException {
        for (Future<?> each : running) {
            try {
                each.get();
            } catch (ExecutionException bug) {
                throw new IllegalStateException(bug.getCause());
            }
        }
        return trials;
    }

    @Override
    public void close() {
        processors.shutdownNow();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "check-passwords");
        thread.setDaemon(true);
        return thread;
    }
}
