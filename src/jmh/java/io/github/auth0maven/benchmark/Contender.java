package io.github.auth0maven.benchmark;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Somebody who goes through a users file.
 *
 * @param title how the table calls it
 * @param measure which of the scans it is held against
 * @param target the least ratio that is asked of it; 0 if none is
 * @param run goes through the file, and says how many seconds that took
 */
record Contender(String title, Measure measure, double target, Run run) {

    /** The scan in the same circumstances. */
    enum Measure {
        WARM,
        COLD
    }

    /** Goes through a file. */
    @FunctionalInterface
    interface Run {
        double seconds(Path file) throws IOException, InterruptedException;
    }
}
