package io.github.auth0maven.tenant;

import io.github.auth0maven.tenant.connections.Connection;
import io.github.auth0maven.tenant.server.Faults;
import io.github.auth0maven.tenant.server.Ids;
import io.github.auth0maven.tenant.server.Listening;
import io.github.auth0maven.tenant.server.LoggedRequest;
import io.github.auth0maven.tenant.server.RateLimit;
import io.github.auth0maven.tenant.tokens.Client;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** What a local tenant is started with: the defaults, and a copy of them for each change. */
public final class TenantSettings {

    private Client client;
    private Duration tokenLifetime = Duration.ofHours(24);
    private List<Connection> connections;
    private Map<String, List<String>> users = Map.of();
    private int slots = 2;
    private IntFunction<Duration> jobDuration = pace(Duration.ofMillis(20), Duration.ZERO);
    private RateLimit rateLimit = RateLimit.none();
    private Clock clock = Clock.systemUTC();
    private boolean profilesKept = true;
    private Faults faults = Faults.none();
    private Optional<LoginSettings> logins = Optional.empty();
    private Listening listening = Listening.onAnyPort();
    private Consumer<LoggedRequest> requestListener = request -> {};

    private TenantSettings(Client client, List<Connection> connections) {
        this.client = client;
        this.connections = connections;
    }

    private TenantSettings(TenantSettings other) {
        client = other.client;
        tokenLifetime = other.tokenLifetime;
        connections = other.connections;
        users = other.users;
        slots = other.slots;
        jobDuration = other.jobDuration;
        rateLimit = other.rateLimit;
        clock = other.clock;
        profilesKept = other.profilesKept;
        faults = other.faults;
        logins = other.logins;
        listening = other.listening;
        requestListener = other.requestListener;
    }

    /** One enabled database connection named Username-Password-Authentication, quick jobs, no rate limit, no faults. */
    public static TenantSettings defaults() {
        Ids ids = new Ids();
        Client client = Client.of(ids.alphanumeric(32), ids.alphanumeric(64));
        return new TenantSettings(
                client,
                List.of(Connection.database("Username-Password-Authentication").withEnabledClients(client.id())));
    }

    /** A job duration made of a fixed part and a part for each user. */
    public static IntFunction<Duration> pace(Duration base, Duration perUser) {
        return users -> base.plus(perUser.multipliedBy(users));
    }

    /** The one application that may ask for a token. */
    public Client client() {
        return client;
    }

    /** How long a token is valid; Auth0's default is 24 hours. */
    public Duration tokenLifetime() {
        return tokenLifetime;
    }

    /** The tenant's connections. */
    public List<Connection> connections() {
        return connections;
    }

    /** Users that exist from the start: the connection's name, and users as an import file would hold them. */
    public Map<String, List<String>> users() {
        return users;
    }

    /** How many import jobs may be active at once; Auth0 has 2, a private cloud up to 20. */
    public int slots() {
        return slots;
    }

    /** How long a job of so many users stays pending. */
    public IntFunction<Duration> jobDuration() {
        return jobDuration;
    }

    /** The limit of calls to the Management API. */
    public RateLimit rateLimit() {
        return rateLimit;
    }

    /** The tenant's only source of time. */
    public Clock clock() {
        return clock;
    }

    /**
     * Whether whole profiles are kept, or of each user only the fingerprints of its identifiers (about 50 bytes), for
     * imports of millions.
     */
    public boolean profilesKept() {
        return profilesKept;
    }

    /** What people may log in to; empty for a tenant that knows imports alone. */
    public Optional<LoginSettings> logins() {
        return logins;
    }

    /** How the tenant listens. */
    public Listening listening() {
        return listening;
    }

    /** Who is told of each request, by the thread that serves it. */
    public Consumer<LoggedRequest> requestListener() {
        return requestListener;
    }

    /** Which requests are disturbed. */
    public Faults faults() {
        return faults;
    }

    /** These settings with another application. */
    public TenantSettings withClient(Client other) {
        return with(copy -> copy.client = other);
    }

    /** These settings with another lifetime of tokens. */
    public TenantSettings withTokenLifetime(Duration other) {
        return with(copy -> copy.tokenLifetime = other);
    }

    /** These settings with these connections and no others. */
    public TenantSettings withConnections(Connection... others) {
        return with(copy -> copy.connections = List.of(others));
    }

    /** These settings with these users, in an import file's form, in the named connection from the start. */
    public TenantSettings withUsers(String connectionName, String... usersAsJson) {
        Map<String, List<String>> others = new LinkedHashMap<>(users);
        others.put(connectionName, List.of(usersAsJson));
        return with(copy -> copy.users = Map.copyOf(others));
    }

    /** These settings with so many slots for active jobs. */
    public TenantSettings withSlots(int other) {
        if (other < 1) {
            throw new IllegalArgumentException("A tenant needs at least one slot, not " + other);
        }
        return with(copy -> copy.slots = other);
    }

    /** These settings with another duration of jobs; see {@link #pace}. */
    public TenantSettings withJobDuration(IntFunction<Duration> other) {
        return with(copy -> copy.jobDuration = other);
    }

    /** These settings with another limit of calls. */
    public TenantSettings withRateLimit(RateLimit other) {
        return with(copy -> copy.rateLimit = other);
    }

    /** These settings with another source of time. */
    public TenantSettings withClock(Clock other) {
        return with(copy -> copy.clock = other);
    }

    /** These settings with whole profiles kept, or only fingerprints of identifiers. */
    public TenantSettings withProfilesKept(boolean other) {
        return with(copy -> copy.profilesKept = other);
    }

    /** These settings for people who log in: to the first confidential application, among others, the Management API is open, too. */
    public TenantSettings withLogins(LoginSettings other) {
        TenantSettings open = other.applications().stream()
                .filter(each -> !each.isPublic())
                .findFirst()
                .map(each -> withClient(new Client(each.id(), each.secret(), client.scopes(), null)))
                .orElse(this);
        return open.with(copy -> copy.logins = Optional.of(other));
    }

    /** These settings with another way to listen. */
    public TenantSettings withListening(Listening other) {
        return with(copy -> copy.listening = other);
    }

    /** These settings with somebody who is told of each request. */
    public TenantSettings withRequestListener(Consumer<LoggedRequest> other) {
        return with(copy -> copy.requestListener = other);
    }

    /** These settings with these faults. */
    public TenantSettings withFaults(Faults other) {
        return with(copy -> copy.faults = other);
    }

    /** Names no secret and no user. */
    @Override
    public String toString() {
        return "TenantSettings[client=" + client + ", connections=" + connections + ", slots=" + slots + "]";
    }

    private TenantSettings with(Consumer<TenantSettings> change) {
        TenantSettings copy = new TenantSettings(this);
        change.accept(copy);
        return copy;
    }
}
