package io.github.auth0maven.management;

import io.github.auth0maven.management.ManagementApi.Access;
import io.github.auth0maven.pace.Pause;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import okhttp3.HttpUrl;

/** A tenant that lets itself be called, and the connection that is meant there; its endpoints share one client. */
public final class OpenTenant implements AutoCloseable {

    private final Http http;
    private final Calls calls;
    private final FoundConnection connection;

    private OpenTenant(Http http, Calls calls, FoundConnection connection) {
        this.http = http;
        this.calls = calls;
        this.connection = connection;
    }

    /**
     * Gets a token and finds the connection, so that whatever is wrong with either is known before anything is done.
     *
     * @throws ManagementException if the service refuses, or cannot be reached
     */
    public static OpenTenant open(Access access, CallListener listener, Destination destination, Purpose purpose)
            throws IOException, InterruptedException {
        if (access.credentials() instanceof Credentials.AccessToken given && !Tokens.isOne(given.token())) {
            throw new ManagementException(
                    "The access token is none: it is empty, or holds a space, a line break or another"
                            + " character that no token has; check <password> of the <server>, or the environment variable"
                            + " that the log names");
        }
        Http http = new Http(access.transport(), access.domain().isPlain(), listener, Clock.systemUTC());
        HttpUrl tenant = HttpUrl.get(access.domain().url().toString());
        Tokens tokens = access.credentials() instanceof Credentials.OfApplication application
                ? new ClientCredentials(http, tenant, access.audience(), application)
                : Tokens.fixed(((Credentials.AccessToken) access.credentials()).token());
        try {
            Calls calls = new Calls(
                    http, tokens, tenant.newBuilder().addPathSegments("api/v2").build());
            CallRetry retry = new CallRetry(Pause.SLEEP);
            ConnectionLookup lookup = new ConnectionLookup(calls, retry);
            FoundConnection found = destination.preflight()
                    ? new Preflight(access, lookup, listener, http.clock())
                            .pass(retry.insist(tokens::current), destination.connection(), purpose)
                    : lookup.find(destination.connection());
            return new OpenTenant(http, calls, found);
        } catch (IOException | InterruptedException e) {
            http.close();
            throw e;
        }
    }

    /** What each endpoint calls by. */
    Calls calls() {
        return calls;
    }

    /** The connection's id. */
    public String connectionId() {
        return connection.id();
    }

    /** The connection's name; empty if it was given by its id, and could not be looked at. */
    public Optional<String> connectionName() {
        return connection.name();
    }

    /** What the connection's options say of its users' identifiers. */
    public IdentifierOptions identifiers() {
        return connection.identifiers();
    }

    @Override
    public void close() {
        http.close();
    }
}
