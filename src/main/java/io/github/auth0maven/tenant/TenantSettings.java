package io.github.auth0maven.tenant;

import io.github.auth0maven.tenant.connections.Connection;
import io.github.auth0maven.tenant.server.Faults;
import io.github.auth0maven.tenant.server.Ids;
import io.github.auth0maven.tenant.server.RateLimit;
import io.github.auth0maven.tenant.tokens.Client;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * What a local tenant is started with.
 *
 * @param client the one application that may ask for a token
 * @param tokenLifetime how long a token is valid; Auth0's default is 24 hours
 * @param connections the tenant's connections
 * @param users users that exist from the start: the connection's name, and users as an import file would hold them
 * @param slots how many import jobs may be active at once; Auth0 has 2, a private cloud up to 20
 * @param jobDuration how long a job of so many users stays pending
 * @param rateLimit the limit of calls to the Management API
 * @param clock the tenant's only source of time
 * @param profilesKept whether whole profiles are kept, or of each user only the fingerprints of its identifiers
 *     (about 50 bytes), for imports of millions
 * @param faults which requests are disturbed
 */
public record TenantSettings(
        Client client,
        Duration tokenLifetime,
        List<Connection> connections,
        Map<String, List<String>> users,
        int slots,
        IntFunction<Duration> jobDuration,
        RateLimit rateLimit,
        Clock clock,
        boolean profilesKept,
        Faults faults) {

    private static final Ids IDS = new Ids();

    /** Checks the slots and copies the collections. */
    public TenantSettings {
        if (slots < 1) {
            throw new IllegalArgumentException("A tenant needs at least one slot, not " + slots);
        }
        connections = List.copyOf(connections);
        users = Map.copyOf(users);
    }

    /** One enabled database connection named Username-Password-Authentication, quick jobs, no rate limit, no faults. */
    public static TenantSettings defaults() {
        Client client = Client.of(IDS.alphanumeric(32), IDS.alphanumeric(64));
        return new TenantSettings(
                client,
                Duration.ofHours(24),
                List.of(Connection.database("Username-Password-Authentication").withEnabledClients(client.id())),
                Map.of(),
                2,
                pace(Duration.ofMillis(20), Duration.ZERO),
                RateLimit.none(),
                Clock.systemUTC(),
                true,
                Faults.none());
    }

    /** A job duration made of a fixed part and a part for each user. */
    public static IntFunction<Duration> pace(Duration base, Duration perUser) {
        return users -> base.plus(perUser.multipliedBy(users));
    }

    /** These settings with another application. */
    public TenantSettings withClient(Client other) {
        return new TenantSettings(
                other, tokenLifetime, connections, users, slots, jobDuration, rateLimit, clock, profilesKept, faults);
    }

    /** These settings with another lifetime of tokens. */
    public TenantSettings withTokenLifetime(Duration other) {
        return new TenantSettings(
                client, other, connections, users, slots, jobDuration, rateLimit, clock, profilesKept, faults);
    }

    /** These settings with these connections and no others. */
    public TenantSettings withConnections(Connection... others) {
        List<Connection> other = List.of(others);
        return new TenantSettings(
                client, tokenLifetime, other, users, slots, jobDuration, rateLimit, clock, profilesKept, faults);
    }

    /** These settings with these users, in an import file's form, in the named connection from the start. */
    public TenantSettings withUsers(String connectionName, String... usersAsJson) {
        Map<String, List<String>> other = Map.of(connectionName, List.of(usersAsJson));
        return new TenantSettings(
                client, tokenLifetime, connections, other, slots, jobDuration, rateLimit, clock, profilesKept, faults);
    }

    /** These settings with so many slots for active jobs. */
    public TenantSettings withSlots(int other) {
        return new TenantSettings(
                client, tokenLifetime, connections, users, other, jobDuration, rateLimit, clock, profilesKept, faults);
    }

    /** These settings with another duration of jobs; see {@link #pace}. */
    public TenantSettings withJobDuration(IntFunction<Duration> other) {
        return new TenantSettings(
                client, tokenLifetime, connections, users, slots, other, rateLimit, clock, profilesKept, faults);
    }

    /** These settings with another limit of calls. */
    public TenantSettings withRateLimit(RateLimit other) {
        return new TenantSettings(
                client, tokenLifetime, connections, users, slots, jobDuration, other, clock, profilesKept, faults);
    }

    /** These settings with another source of time. */
    public TenantSettings withClock(Clock other) {
        return new TenantSettings(
                client, tokenLifetime, connections, users, slots, jobDuration, rateLimit, other, profilesKept, faults);
    }

    /** These settings with whole profiles kept, or only fingerprints of identifiers. */
    public TenantSettings withProfilesKept(boolean other) {
        return new TenantSettings(
                client, tokenLifetime, connections, users, slots, jobDuration, rateLimit, clock, other, faults);
    }

    /** These settings with these faults. */
    public TenantSettings withFaults(Faults other) {
        return new TenantSettings(
                client, tokenLifetime, connections, users, slots, jobDuration, rateLimit, clock, profilesKept, other);
    }

    /** Names no secret and no user. */
    @Override
    public String toString() {
        return "TenantSettings[client=" + client + ", connections=" + connections + ", slots=" + slots + "]";
    }
}
