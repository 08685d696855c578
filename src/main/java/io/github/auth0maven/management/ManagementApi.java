package io.github.auth0maven.management;

import io.github.auth0maven.batch.Batch;
import io.github.auth0maven.jobs.ImportJob;
import io.github.auth0maven.jobs.ImportJobs;
import io.github.auth0maven.jobs.JobErrors;
import io.github.auth0maven.service.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The Management API, as far as an import needs it. */
public final class ManagementApi implements ImportJobs, AutoCloseable {

    private final OpenTenant tenant;
    private final UsersImports imports;
    private final Jobs jobs;
    private final UsersByEmail users;
    private final ServiceClock clock;
    /** The connection's name, once it is known: a job tells it. */
    private Optional<String> connection = Optional.empty();

    /**
     * Where and as whom to call.
     *
     * @param audience of the access tokens
     */
    public record Access(Domain domain, String audience, Credentials credentials, Transport transport) {

        /** Directly, trusting whom the JDK trusts. */
        public Access(Domain domain, String audience, Credentials credentials, String version) {
            this(domain, audience, credentials, Transport.direct(version));
        }
    }

    private ManagementApi(OpenTenant tenant, ImportOptions options) {
        Calls calls = tenant.calls();
        this.tenant = tenant;
        imports = new UsersImports(calls, new ImportForm(tenant.connectionId(), options));
        jobs = new Jobs(calls);
        users = new UsersByEmail(calls);
        clock = new ServiceClock(calls);
    }

    /**
     * Gets a token and finds the connection, so that whatever is wrong with either is known before users are sent.
     *
     * @throws ManagementException if the service refuses, or cannot be reached
     */
    public static ManagementApi connect(
            Access access, CallListener listener, Destination destination, ImportOptions options)
            throws IOException, InterruptedException {
        return new ManagementApi(OpenTenant.open(access, listener, destination, Purpose.IMPORT), options);
    }

    /** What the connection's options say of its users' identifiers. */
    public IdentifierOptions identifiers() {
        return tenant.identifiers();
    }

    @Override
    public Result<ImportJob> submit(Batch batch) {
        return job(imports.submit(batch));
    }

    @Override
    public Result<ImportJob> get(String id) {
        return job(jobs.get(id));
    }

    private Result<ImportJob> job(Result<Jobs.Described> answer) {
        return answer.map(described -> {
            connection = described.connection().or(() -> connection);
            return described.job();
        });
    }

    @Override
    public Result<JobErrors> errors(String id) {
        return jobs.errors(id);
    }

    @Override
    public Result<Optional<Instant>> createdAt(byte[] user) {
        try {
            return users.createdAt(ResponseJson.read(user).member("email").text(), connection);
        } catch (IOException e) {
            throw new UncheckedIOException("a user that has been sent is JSON", e);
        }
    }

    @Override
    public Instant serviceTime() {
        return clock.time();
    }

    @Override
    public Duration rest() {
        return tenant.calls().pace().rest();
    }

    @Override
    public Duration betweenCalls() {
        return tenant.calls().pace().betweenCalls();
    }

    @Override
    public void close() {
        tenant.close();
    }
}
