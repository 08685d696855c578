package io.github.auth0maven.mojo.access;

import io.github.auth0maven.imports.UserImport;
import io.github.auth0maven.jobs.ImportJobs;
import io.github.auth0maven.jobs.JobsResult.Stop;
import io.github.auth0maven.restorations.UserBackup;
import io.github.auth0maven.validation.ConnectionRules;
import java.io.IOException;

/** The tenant that an import goes to, whose users are kept as they are before the first is sent. */
public record BackedUpService(UserImport.Service tenant, TenantUsersService users, UserBackup backup, Told told)
        implements UserImport.Service {

    /**
     * What is told of it.
     *
     * @param domain of the tenant
     */
    public record Told(String domain, Listener listener) {}

    /** Is told how many users there are that an import may change. */
    public interface Listener {
        void kept(long users);
    }

    @Override
    public ImportJobs connect() throws IOException, InterruptedException {
        ImportJobs jobs = tenant.connect();
        told.listener().kept(backup.keep(users.connect(), told.domain()));
        return jobs;
    }

    @Override
    public ConnectionRules connection() {
        return tenant.connection();
    }

    @Override
    public String explain(Stop stop) {
        return tenant.explain(stop);
    }
}
