package io.github.auth0maven.mojo.console;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends an import in good order when the JVM is told to end, for instance by Ctrl-C: the import is interrupted, and the JVM waits a
 * moment for it to say what is still running.
 */
public final class Interruption {

    private static final int SECONDS = 5;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread importing;

    private Interruption(Thread importing) {
        this.importing = importing;
    }

    /** What is interrupted. */
    public interface Import<T> {
        T run() throws IOException, InterruptedException;
    }

    /** Runs an import in this thread, so that the JVM does not end in the middle of it without a word. */
    public static <T> T guarding(Import<T> work) throws IOException, InterruptedException {
        Interruption interruption = new Interruption(Thread.currentThread());
        Thread hook = new Thread(interruption::interrupt, "auth0-interruption");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.run();
        } finally {
            interruption.ended.countDown();
            remove(hook);
        }
    }

    private void interrupt() {
        importing.interrupt();
        try {
            boolean inTime = ended.await(SECONDS, TimeUnit.SECONDS);
            if (!inTime) {
                importing.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the JVM is ending already, which is what the hook is for
        }
    }
}
