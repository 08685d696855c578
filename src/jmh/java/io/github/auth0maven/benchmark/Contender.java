package io.github.auth0maven.benchmark;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Somebody who goes through a users file.
 *
 * @param title how the table calls it
 * @param measure which of the scans it is held against
 * @param target the least ratio that is asked of it; 0 if none is
 * @param run goes through the file, and says what that took
 */
record Contender(String title, Measure measure, double target, Run run) {

    /** The scan in the same circumstances. */
    enum Measure {
        WARM,
        COLD
    }

    /**
     * What it took to go through a file, in seconds.
     *
     * @param processor the processor time of the one thread that did it; not a number where nobody tells
     */
    record Cost(double elapsed, double processor) {}

    /** Goes through a file. */
    @FunctionalInterface
    interface Run {
        Cost cost(Path file) throws IOException, InterruptedException;
    }
}
