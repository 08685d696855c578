package io.github.auth0maven.tenant.exports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.tenant.connections.Connection;
import io.github.auth0maven.tenant.jobs.FollowedJob;
import io.github.auth0maven.tenant.server.Body;
import io.github.auth0maven.tenant.server.Ids;
import io.github.auth0maven.tenant.server.Refusal;
import io.github.auth0maven.tenant.server.Request;
import io.github.auth0maven.tenant.server.Response;
import io.github.auth0maven.tenant.server.Route;
import io.github.auth0maven.tenant.users.Directory;
import io.github.auth0maven.tenant.users.StoredUser;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/** Answers {@code POST /jobs/users-exports}, and keeps the jobs for a day. */
public final class Exports implements AutoCloseable {

    private final Directory directory;
    private final Settings settings;
    private final Downloads downloads;
    private final Ids ids = new Ids();
    private final Map<String, ExportJob> jobs = new LinkedHashMap<>();

    /**
     * How exports are made.
     *
     * @param duration how long a job of so many users stays pending
     * @param tls what the host of the files answers TLS with
     */
    public record Settings(IntFunction<Duration> duration, Clock clock, Optional<SSLContext> tls) {}

    public Exports(Directory directory, Settings settings) {
        this.directory = directory;
        this.settings = settings;
        this.downloads = new Downloads(settings.clock(), settings.tls());
    }

    /** The route that this is the endpoint of. */
    public List<Route> routes() {
        return List.of(new Route("POST", "/api/v2/jobs/users-exports", List.of("read:users"), this::create));
    }

    /** The job with this id, unless it was forgotten. */
    public synchronized Optional<FollowedJob> find(String id) {
        Instant now = settings.clock().instant();
        return Optional.ofNullable(jobs.get(id))
                .filter(job -> !job.isForgotten(now))
                .map(FollowedJob.class::cast);
    }

    private synchronized Response create(Request request) throws IOException, Refusal {
        ExportForm form = ExportForm.read(Body.json(request), directory.connections());
        Instant now = settings.clock().instant();
        forgetOld(now);
        String id = "job_" + ids.alphanumeric(16);
        List<ObjectNode> users = users(form.connection()).limit(form.limit()).toList();
        String name = id + (form.isCsv() ? ".csv.gz" : ".json.gz");
        downloads.keep(name, new ExportFile(form).of(users.stream()));
        ExportJob job = new ExportJob(
                id, form, now, now.plus(settings.duration().apply(users.size())), () -> downloads.url(name));
        jobs.put(id, job);
        return Response.json(200, job.json(now));
    }

    private void forgetOld(Instant now) {
        jobs.values().removeIf(job -> {
            if (job.isForgotten(now)) {
                downloads.forget(job.id() + ".csv.gz");
                downloads.forget(job.id() + ".json.gz");
            }
            return job.isForgotten(now);
        });
    }

    private Stream<ObjectNode> users(Optional<Connection> connection) {
        return connection
                .map(named -> directory.usersOf(named).all())
                .orElseGet(directory::all)
                .map(StoredUser::profile);
    }

    @Override
    public void close() {
        downloads.close();
    }
}
