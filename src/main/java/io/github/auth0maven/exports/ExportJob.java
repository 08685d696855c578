package io.github.auth0maven.exports;

import java.util.Optional;

/**
 * How an export job stands.
 *
 * @param createdAt when it was submitted, by the service's clock and as the service writes it
 * @param connection the name of the connection whose users are exported, if the job tells it
 * @param location where its file can be fetched for a minute, once there is one
 * @param details why it failed, where it says so
 */
public record ExportJob(
        String id,
        String status,
        Optional<String> createdAt,
        Optional<String> connection,
        Optional<String> location,
        Optional<String> details) {

    boolean isCompleted() {
        return status.equals("completed");
    }

    boolean isFailed() {
        return status.equals("failed");
    }

    /** Without the location: whoever has it has the file. */
    @Override
    public String toString() {
        return "ExportJob[" + id + ", " + status + "]";
    }
}
