package io.github.auth0maven.management;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Looks at the token and at the connection before the first user is sent, in at most three calls: for a token, for the
 * connection, and, where that has not told it, for the applications that the connection is enabled for.
 */
final class Preflight {

    private static final String READ_CONNECTIONS = "read:connections";
    private static final Duration SOON = Duration.ofMinutes(10);

    private final ManagementApi.Access access;
    private final ConnectionLookup lookup;
    private final CallListener listener;
    private final Clock clock;

    Preflight(ManagementApi.Access access, ConnectionLookup lookup, CallListener listener, Clock clock) {
        this.access = access;
        this.lookup = lookup;
        this.listener = listener;
        this.clock = clock;
    }

    /**
     * The connection, if nothing is wrong that can be known by now.
     *
     * @throws ManagementException with a line that says what is wrong and where to put it right
     */
    FoundConnection pass(String token, String connection, Purpose purpose) throws IOException, InterruptedException {
        TokenClaims claims = TokenClaims.of(token);
        if (access.credentials() instanceof Credentials.AccessToken) {
            madeElsewhere(claims);
        }
        scopes(claims, connection, purpose);
        if (ConnectionLookup.isId(connection) && !claims.has(READ_CONNECTIONS)) {
            return FoundConnection.unseen(connection);
        }
        ResponseJson found = ConnectionLookup.isId(connection) ? lookup.withId(connection) : lookup.named(connection);
        String id = ConnectionLookup.isId(connection)
                ? connection
                : found.member("id").text();
        String called = "The connection \"" + OneLine.of(found.member("name").text(connection)) + "\"";
        if (!purpose.sendsUsers()) {
            return FoundConnection.of(id, found);
        }
        takesImports(called, found);
        if (found.member("enabled_clients").items().isEmpty()
                && !lookup.isEnabled(id).orElse(true)) {
            throw new ManagementException(
                    called + " is enabled for no application, and then takes no users. " + Remedy.ENABLE);
        }
        return FoundConnection.of(id, found);
    }

    /** A token that this run has not fetched, and cannot replace. */
    private void madeElsewhere(TokenClaims claims) throws ManagementException {
        Instant now = clock.instant();
        Instant expiry = claims.expiry().orElse(Instant.MAX);
        if (!expiry.isAfter(now)) {
            throw new ManagementException("The access token expired at " + expiry + ". " + Remedy.RENEW);
        }
        String here = access.domain().url().toString();
        String issuer = claims.issuer().orElse(here);
        if (!issuer.equals(here)) {
            throw new ManagementException("The access token was issued by " + OneLine.of(issuer) + ", and " + here
                    + " is to be called with it; both have to be the same domain, be it the tenant's own or its custom one."
                    + " Set auth0.domain to the token's, or get a token from " + here);
        }
        if (!claims.audience().isEmpty() && claims.audience().stream().noneMatch(api -> api.endsWith("/api/v2/"))) {
            throw new ManagementException("The access token is for " + OneLine.of(String.join(", ", claims.audience()))
                    + ", not for the Management API. Get one with the audience https://{tenant domain}/api/v2/");
        }
        if (expiry.isBefore(now.plus(SOON))) {
            listener.warned("The access token expires in " + now.until(expiry, ChronoUnit.SECONDS)
                    + " s, and an import that takes longer will break off. " + Remedy.RENEW);
        }
    }

    private static void scopes(TokenClaims claims, String connection, Purpose purpose) throws ManagementException {
        for (String scope : purpose.scopes()) {
            if (claims.lacks(scope)) {
                throw new ManagementException("The access token lacks the scope " + scope + ", which " + purpose.what()
                        + " needs: " + Remedy.grant(purpose.scopes()));
            }
        }
        if (!ConnectionLookup.isId(connection) && claims.lacks(READ_CONNECTIONS)) {
            throw new ManagementException("The access token lacks the scope " + READ_CONNECTIONS
                    + ", which finding a connection by its name needs: set auth0.connection to its id (con_…), or "
                    + Remedy.GRANT);
        }
    }

    private static void takesImports(String called, ResponseJson connection) throws ManagementException {
        String strategy = connection.member("strategy").text("auth0");
        if (!strategy.equals("auth0")) {
            throw new ManagementException(called + " is no database connection but one of the kind "
                    + OneLine.of(strategy) + ". " + Remedy.DATABASE);
        }
        ResponseJson options = connection.member("options");
        if (options.member("enabledDatabaseCustomization").isTrue()
                && !options.member("import_mode").isTrue()) {
            throw new ManagementException(
                    called + " is a custom database whose users stay there. " + Remedy.IMPORT_MODE);
        }
    }
}
