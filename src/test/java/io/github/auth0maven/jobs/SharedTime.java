package io.github.auth0maven.jobs;

import io.github.auth0maven.pace.Pause;
import io.github.auth0maven.pace.VirtualTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Virtual time for several threads: one of them runs while the others pause, and the clock jumps to the end of the pause that
 * ends first. What happens is the same each time.
 */
final class SharedTime extends Clock implements Pause {

    private final List<Sleeper> sleepers = new ArrayList<>();
    private final ThreadLocal<Integer> number = new ThreadLocal<>();
    private Instant now = VirtualTime.START;
    private int threads;

    private record Sleeper(int number, Instant until) {}

    /** Runs all of these, each in a thread of its own and from its own moment on, and waits for them. */
    <T> List<T> run(List<Callable<T>> tasks, List<Duration> starts) throws InterruptedException, ExecutionException {
        threads = tasks.size();
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < tasks.size(); i++) {
                int task = i;
                futures.add(executor.submit(() -> {
                    number.set(task);
                    try {
                        of(starts.get(task));
                        return tasks.get(task).call();
                    } finally {
                        leave();
                    }
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }

    @Override
    public synchronized void of(Duration duration) throws InterruptedException {
        Sleeper self = new Sleeper(number.get(), now.plus(duration));
        sleepers.add(self);
        notifyAll();
        while (sleepers.size() < threads || !first().equals(self)) {
            wait();
        }
        sleepers.remove(self);
        now = self.until();
    }

    private synchronized void leave() {
        threads--;
        notifyAll();
    }

    private Sleeper first() {
        return sleepers.stream()
                .min(Comparator.comparing(Sleeper::until).thenComparing(Sleeper::number))
                .orElseThrow();
    }

    Duration elapsed() {
        return Duration.between(VirtualTime.START, instant());
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
