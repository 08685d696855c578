package io.github.auth0maven.mojo;

import io.github.auth0maven.UserImport;
import io.github.auth0maven.jobs.Followed.Stop;
import io.github.auth0maven.jobs.ImportJobs;
import io.github.auth0maven.management.CallListener;
import io.github.auth0maven.management.ImportOptions;
import io.github.auth0maven.management.ManagementApi;
import io.github.auth0maven.management.ManagementApi.Access;
import io.github.auth0maven.management.Remedy;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The tenant that an import goes to; it is connected to when there is something to send. */
final class TenantService implements UserImport.Service, AutoCloseable {

    private final Access access;
    private final String connection;
    private final ImportOptions options;
    private final CallListener listener;
    private @Nullable ManagementApi api;

    TenantService(Access access, String connection, ImportOptions options, CallListener listener) {
        this.access = access;
        this.connection = connection;
        this.options = options;
        this.listener = listener;
    }

    @Override
    public ImportJobs connect() throws IOException, InterruptedException {
        ManagementApi connected = ManagementApi.connect(access, listener, connection, options);
        api = connected;
        return connected;
    }

    @Override
    public String explain(Stop stop) {
        if (stop instanceof Stop.Refused refused) {
            return Remedy.explain(refused.error());
        }
        if (stop instanceof Stop.Unreachable unreachable) {
            return unreachable.reason() + "; gave up after several attempts. What has been sent is in the report";
        }
        if (stop instanceof Stop.Deadline deadline) {
            return "Still running at Auth0 after the time that jobTimeout gives them, do not submit them again: "
                    + String.join(", ", deadline.jobIds())
                    + ". Their users may yet be imported; the Dashboard shows it under User Management > Users";
        }
        return String.valueOf(((Stop.Input) stop).cause().getMessage());
    }

    @Override
    public void close() {
        if (api != null) {
            api.close();
        }
    }
}
