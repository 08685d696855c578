package io.github.auth0maven.tenant;

import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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

    /**
     * An application with a grant for the Management API.
     *
     * @param id the client id
     * @param secret the client secret
     * @param scopes the scopes granted; none means that the client has no grant at all
     * @param key the RSA key that client assertions are verified with, or null if the client has only its secret
     */
    public record Client(
            String id,
            String secret,
            Set<String> scopes,
            @Nullable PublicKey key) {

        private static final Set<String> ALL_SCOPES = Set.of(
                "create:users",
                "read:users",
                "update:users",
                "delete:users",
                "read:connections",
                "read:connections_options");

        /** Copies the scopes. */
        public Client {
            scopes = Set.copyOf(scopes);
        }

        /** A client with every scope that the local tenant knows, and no key. */
        public static Client of(String id, String secret) {
            return new Client(id, secret, ALL_SCOPES, null);
        }

        /** This client with a grant of these scopes; of none, it has no grant. */
        public Client withScopes(String... others) {
            return new Client(id, secret, Set.of(others), key);
        }

        /** This client with a key that its assertions are verified with. */
        public Client withKey(PublicKey other) {
            return new Client(id, secret, scopes, other);
        }

        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "Client[id=" + id + ", scopes=" + scopes + "]";
        }
    }

    /**
     * A connection of the tenant.
     *
     * @param id {@code con_} and 16 letters or digits
     * @param name the name that people know it by
     * @param strategy {@code auth0} for a database connection
     * @param enabledClients ids of the applications it is enabled for; none means that it is disabled
     * @param options what an import may depend on
     */
    public record Connection(String id, String name, String strategy, List<String> enabledClients, Options options) {

        private static final Pattern ID = Pattern.compile("con_[A-Za-z0-9]{16}");

        /** Checks the id and copies the list. */
        public Connection {
            if (!ID.matcher(id).matches()) {
                throw new IllegalArgumentException("Not a connection id: " + id);
            }
            enabledClients = List.copyOf(enabledClients);
        }

        /** A database connection with a random id, enabled for one application. */
        public static Connection database(String name) {
            return new Connection(
                    "con_" + IDS.alphanumeric(16), name, "auth0", List.of(IDS.alphanumeric(32)), Options.plain());
        }

        /** This connection with another id. */
        public Connection withId(String other) {
            return new Connection(other, name, strategy, enabledClients, options);
        }

        /** This connection with another strategy. */
        public Connection withStrategy(String other) {
            return new Connection(id, name, other, enabledClients, options);
        }

        /** This connection enabled for these applications; for none, it is disabled. */
        public Connection withEnabledClients(String... others) {
            return new Connection(id, name, strategy, List.of(others), options);
        }

        /** This connection with other options. */
        public Connection withOptions(Options other) {
            return new Connection(id, name, strategy, enabledClients, other);
        }
    }

    /**
     * The options of a database connection.
     *
     * @param requiresUsername whether users sign up with a username; then its length is limited
     * @param usernameMaxLength the longest username where usernames are required: 15 by default, up to 128
     * @param customDatabase whether the users live in a database of the customer's own
     * @param importMode whether users of a custom database are imported to Auth0
     */
    public record Options(boolean requiresUsername, int usernameMaxLength, boolean customDatabase, boolean importMode) {

        /** Auth0's own database, without usernames. */
        public static Options plain() {
            return new Options(false, 15, false, false);
        }

        /** Auth0's own database, with usernames of up to so many characters. */
        public static Options usernames(int maxLength) {
            return new Options(true, maxLength, false, false);
        }

        /** A custom database, with or without import mode. */
        public static Options custom(boolean importMode) {
            return new Options(false, 15, true, importMode);
        }
    }

    /**
     * A token bucket for calls to the Management API.
     *
     * @param callsPerSecond how many calls are given back each second
     * @param burst how many calls the full bucket holds
     */
    public record RateLimit(int callsPerSecond, int burst) {

        /** Checks that calls come back. */
        public RateLimit {
            if (callsPerSecond < 1 || burst < 1) {
                throw new IllegalArgumentException("A rate limit of nothing would refuse every call");
            }
        }

        /** No limit that anybody reaches; its headers are sent all the same. */
        public static RateLimit none() {
            return new RateLimit(1_000_000, 1_000_000);
        }
    }
}
