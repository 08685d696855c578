package io.github.auth0maven.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auth0maven.tenant.applications.Application;
import io.github.auth0maven.tenant.clients.ClientEndpoints;
import io.github.auth0maven.tenant.connections.Connection;
import io.github.auth0maven.tenant.connections.ConnectionEndpoints;
import io.github.auth0maven.tenant.connections.Connections;
import io.github.auth0maven.tenant.exports.Exports;
import io.github.auth0maven.tenant.imports.ImportEndpoint;
import io.github.auth0maven.tenant.imports.ImportForm;
import io.github.auth0maven.tenant.imports.Importer;
import io.github.auth0maven.tenant.imports.Job;
import io.github.auth0maven.tenant.imports.Jobs;
import io.github.auth0maven.tenant.imports.Outcome;
import io.github.auth0maven.tenant.imports.UsersFile;
import io.github.auth0maven.tenant.jobs.JobEndpoints;
import io.github.auth0maven.tenant.logins.Clients;
import io.github.auth0maven.tenant.logins.Logins;
import io.github.auth0maven.tenant.logins.Mail;
import io.github.auth0maven.tenant.logins.Mail.Message;
import io.github.auth0maven.tenant.passwords.PasswordHashes;
import io.github.auth0maven.tenant.roles.RoleEndpoints;
import io.github.auth0maven.tenant.server.Ids;
import io.github.auth0maven.tenant.server.LoggedRequest;
import io.github.auth0maven.tenant.server.RateBucket;
import io.github.auth0maven.tenant.server.Route;
import io.github.auth0maven.tenant.server.TenantServer;
import io.github.auth0maven.tenant.tickets.TicketEndpoints;
import io.github.auth0maven.tenant.tokens.AccessTokens;
import io.github.auth0maven.tenant.tokens.ClientAssertions;
import io.github.auth0maven.tenant.tokens.TokenEndpoint;
import io.github.auth0maven.tenant.users.Directory;
import io.github.auth0maven.tenant.users.StoredUser;
import io.github.auth0maven.tenant.users.UserEndpoints;
import io.github.auth0maven.tenant.users.UsersByEmailEndpoint;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * A tenant of this machine: Auth0's bulk user import, imitated over HTTP on the loopback interface.
 *
 * <p>It keeps its users, jobs and tokens until it is closed, and reaches nothing outside itself. It is safe for use by
 * several threads.
 */
public final class LocalTenant implements AutoCloseable {

    private final LongAdder loginCount = new LongAdder();
    private final TenantSettings settings;
    private final TenantServer server;
    private final AccessTokens tokens;
    private final Directory directory;
    private final ClientAssertions assertions;
    private final Optional<Logins> logins;
    private final Jobs jobs;
    private final Exports exports;

    private LocalTenant(TenantSettings settings, TenantServer server) {
        this.settings = settings;
        this.server = server;
        this.tokens = new AccessTokens(server.url(), settings.clock(), settings.tokenLifetime());
        this.directory = new Directory(new Connections(settings.connections()), settings.profilesKept());
        this.assertions = new ClientAssertions(settings.client(), server.url(), settings.clock());
        this.logins = settings.logins().map(this::logins);
        this.jobs = new Jobs(new Jobs.Settings(settings.slots(), settings.jobDuration(), settings.clock()), directory);
        this.exports = new Exports(
                directory,
                new Exports.Settings(
                        settings.jobDuration(),
                        settings.clock(),
                        settings.listening().tls()));
    }

    /**
     * Starts a tenant on a free port of 127.0.0.1.
     *
     * @throws IOException if there is no port to listen on
     * @throws IllegalArgumentException if a user of the settings could not be imported, or names no connection
     */
    public static LocalTenant start(TenantSettings settings) throws IOException {
        LocalTenant tenant =
                new LocalTenant(settings, TenantServer.bound(settings.listening(), settings.requestListener()));
        try {
            tenant.seed();
        } catch (IllegalArgumentException wrongUsers) {
            tenant.close();
            throw wrongUsers;
        }
        RateBucket rate = new RateBucket(settings.rateLimit(), settings.clock());
        tenant.server.open(tenant.routes(), rate, tenant.tokens::verify, settings.faults());
        return tenant;
    }

    private Logins logins(LoginSettings people) {
        return new Logins(new Logins.Parts(
                server.url(),
                settings.clock(),
                new Clients(people.applications(), people.apis(), tokens.audience()),
                people.claims(),
                new StoredAccounts(directory, settings.clock(), loginCount),
                new PasswordHashes(),
                new ManagementTokens(settings.client(), tokens, assertions)));
    }

    /** The messages that would have been sent to people; empty if nobody can log in. */
    public List<Message> messages() {
        return logins.map(each -> each.mail().messages()).orElse(List.of());
    }

    /** Where the tenant answers, with a trailing slash: {@code http://127.0.0.1:port/}. */
    public URI url() {
        return server.url();
    }

    /** The id of the application that may ask for a token. */
    public String clientId() {
        return settings.client().id();
    }

    /** The secret of that application. */
    public String clientSecret() {
        return settings.client().secret();
    }

    /** What a token is asked for: the URL of the Management API, with its trailing slash. */
    public String audience() {
        return tokens.audience();
    }

    /** A token as the token endpoint gives, valid from now for the settings' lifetime, with just these scopes. */
    public String accessToken(String... scopes) {
        return tokens.mint(clientId(), Set.of(scopes));
    }

    /**
     * The profiles in a connection, oldest first; none if profiles are not kept.
     *
     * @throws IllegalArgumentException if there is no connection of that name
     */
    public List<JsonNode> users(String connectionName) {
        return directory
                .usersOf(connection(connectionName))
                .all()
                .<JsonNode>map(StoredUser::profile)
                .toList();
    }

    /** Some of those who can log in with a password, by their e-mail address, username or phone number. */
    public List<String> someWhoCanLogIn(int most) {
        return directory.connections().all().stream()
                .flatMap(connection -> directory.usersOf(connection).all())
                .filter(user ->
                        user.secrets().has("password_hash") || user.secrets().has("custom_password_hash"))
                .map(StoredUser::profile)
                .filter(profile -> !profile.path("blocked").asBoolean())
                .flatMap(profile -> Stream.of("email", "username", "phone_number")
                        .map(name -> profile.path(name).asText())
                        .filter(text -> !text.isEmpty())
                        .limit(1))
                .limit(most)
                .toList();
    }

    /** How many users there are in all connections. */
    public int userCount() {
        return directory.userCount();
    }

    /** How often people have logged in. */
    public long loginCount() {
        return loginCount.sum();
    }

    /** The jobs accepted in the last 24 hours, oldest first. */
    public List<AcceptedJob> jobs() {
        Instant now = settings.clock().instant();
        return jobs.all().stream().map(job -> AcceptedJob.of(job, now)).toList();
    }

    /** The latest thousand requests, oldest first. */
    public List<LoggedRequest> requests() {
        return server.requests();
    }

    /**
     * How often each route was asked and how it answered, for the whole life of the tenant: {@code POST
     * /api/v2/jobs/users-imports 202} to a number. The status 0 is a connection closed by a fault.
     */
    public Map<String, Integer> requestCounts() {
        return server.requestCounts();
    }

    /** Stops at once: closes every connection, also those that wait for an answer. */
    @Override
    public void close() {
        server.close();
        exports.close();
    }

    /** What each room answers. */
    private List<Route> routes() {
        return Stream.of(
                        logins.map(Logins::routes)
                                .orElseGet(() -> new TokenEndpoint(settings.client(), tokens, assertions).routes()),
                        new ConnectionEndpoints(directory.connections(), tokens).routes(),
                        new UsersByEmailEndpoint(directory).routes(),
                        new UserEndpoints(directory, settings.clock()).routes(),
                        new ImportEndpoint(directory, jobs).routes(),
                        new RoleEndpoints(directory).routes(),
                        new ClientEndpoints(applications(), tokens).routes(),
                        logins.map(this::tickets).orElse(List.of()),
                        exports.routes(),
                        new JobEndpoints(settings.clock(), List.of(jobs::find, exports::find)).routes())
                .flatMap(List::stream)
                .toList();
    }

    /** The applications that people log in to, or the one that acts for itself. */
    private List<Application> applications() {
        return settings.logins()
                .map(LoginSettings::applications)
                .orElseGet(
                        () -> List.of(Application.machine(clientId(), clientSecret(), "Client of the Management API")));
    }

    private List<Route> tickets(Logins people) {
        Mail mail = people.mail();
        return new TicketEndpoints(directory, new TicketEndpoints.Links(mail::passwordChange, mail::emailVerification))
                .routes();
    }

    /** Puts the settings' users where an import would put them. */
    private void seed() {
        settings.users().forEach((name, users) -> {
            Connection connection = connection(name);
            byte[] file = ("[" + String.join(",", users) + "]").getBytes(StandardCharsets.UTF_8);
            Outcome outcome = new Importer(
                            new Importer.Target(connection, directory.usersOf(connection)),
                            false,
                            settings.clock(),
                            new Ids())
                    .run(new UsersFile(file, 0, file.length));
            if (!(outcome instanceof Outcome.Completed completed)
                    || !completed.errors().isEmpty()) {
                throw new IllegalArgumentException("Users of the settings cannot be in " + name + ": " + outcome);
            }
        });
    }

    private Connection connection(String name) {
        return directory
                .connections()
                .byName(name)
                .orElseThrow(() -> new IllegalArgumentException("There is no connection named " + name));
    }

    /**
     * A job that the tenant accepted.
     *
     * @param connection the name of the connection
     * @param externalId empty if none was given
     * @param bodySize bytes of the whole request
     * @param users how many users the file holds; 0 if it cannot be parsed
     * @param status pending, completed or failed, by now
     */
    public record AcceptedJob(
            String id,
            String connection,
            boolean upsert,
            String externalId,
            boolean sendCompletionEmail,
            long bodySize,
            int users,
            String status) {

        private static AcceptedJob of(Job job, Instant now) {
            ImportForm form = job.form();
            return new AcceptedJob(
                    job.id(),
                    form.connection().name(),
                    form.upsert(),
                    form.externalId(),
                    form.sendCompletionEmail(),
                    form.bodySize(),
                    job.outcome().users(),
                    job.status(now));
        }
    }
}
