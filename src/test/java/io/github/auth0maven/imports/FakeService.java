package io.github.auth0maven.imports;

import io.github.auth0maven.jobs.ImportJobs;
import io.github.auth0maven.jobs.JobsResult.Stop;
import io.github.auth0maven.validation.ConnectionRules;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives the jobs it was made with, or fails, and writes down that it was asked. */
final class FakeService implements UserImport.Service {

    private final List<String> lines;
    private final @Nullable ImportJobs jobs;
    private final ConnectionRules connection;

    /**
     * @param jobs nothing if nobody can connect
     */
    FakeService(List<String> lines, @Nullable ImportJobs jobs) {
        this(lines, jobs, ConnectionRules.UNKNOWN);
    }

    FakeService(List<String> lines, @Nullable ImportJobs jobs, ConnectionRules connection) {
        this.lines = lines;
        this.jobs = jobs;
        this.connection = connection;
    }

    @Override
    public ConnectionRules connection() {
        return connection;
    }

    @Override
    public ImportJobs connect() throws IOException {
        lines.add("connected");
        if (jobs == null) {
            throw new IOException("no way in");
        }
        return jobs;
    }

    @Override
    public String explain(Stop stop) {
        return stop instanceof Stop.Broken input
                ? String.valueOf(input.cause().getMessage())
                : stop.getClass().getSimpleName();
    }
}
