package io.github.auth0maven.report;

import java.util.List;

/**
 * What was read, and what of it is sent.
 *
 * @param jobs that the valid users fill
 * @param bytes of the import files of all jobs
 * @param fill how much of what the jobs can take is used, from 0 to 1
 */
public record Inputs(List<Input> files, long jobs, long bytes, double fill) {

    /** Of a run that has read nothing, or nothing to its end. */
    public static final Inputs NONE = new Inputs(List.of(), 0, 0, 0);

    public Inputs {
        files = List.copyOf(files);
    }

    /**
     * What was read of a users file.
     *
     * @param bytes that are sent of its valid users
     */
    public record Input(String file, long users, long valid, long bytes) {}
}
