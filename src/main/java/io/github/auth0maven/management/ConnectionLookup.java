package io.github.auth0maven.management;

import io.github.auth0maven.service.Result;
import io.github.auth0maven.service.ServiceError;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** Finds the connection that users go to; people know its name, the service wants its id. */
final class ConnectionLookup {

    private static final Pattern ID = Pattern.compile("con_[A-Za-z0-9]{16}");
    private static final int NOT_FOUND = 404;
    /** More empty ones than this tell nothing. */
    private static final int MOST_PAGES = 5;

    private final Calls calls;
    private final CallRetry retry;

    ConnectionLookup(Calls calls, CallRetry retry) {
        this.calls = calls;
        this.retry = retry;
    }

    /** Whether this is the id of a connection, and not its name. */
    static boolean isId(String connection) {
        return ID.matcher(connection).matches();
    }

    /**
     * The connection with this name, or this id, of which nothing else is known then.
     *
     * @throws ManagementException if there is none, or the service does not let itself be asked
     */
    FoundConnection find(String connection) throws IOException, InterruptedException {
        return isId(connection) ? FoundConnection.unseen(connection) : FoundConnection.of(named(connection));
    }

    /** What the tenant says of the connection with this name; it may be of any kind. */
    ResponseJson named(String name) throws IOException, InterruptedException {
        HttpUrl.Builder url = calls.url("connections").addQueryParameter("name", name);
        ResponseJson answer = retry.insist(() -> ask(url));
        ResponseJson all = answer.isList() ? answer : answer.member("connections");
        for (ResponseJson found : all.items()) {
            if (found.member("name").text().equals(name)
                    && isId(found.member("id").text())) {
                return found;
            }
        }
        throw new ManagementException(Remedy.explain(new ServiceError(
                NOT_FOUND,
                Optional.of("inexistent_connection"),
                "The tenant has no connection named \"" + name + "\"",
                Optional.empty())));
    }

    /** What the tenant says of the connection with this id. */
    ResponseJson withId(String id) throws IOException, InterruptedException {
        return retry.insist(() -> ask(calls.url("connections", id)));
    }

    /**
     * Whether the connection is enabled for an application; empty if the tenant does not say so at the first time of asking. A page
     * may be empty though there are others: the last one is that which names no next one.
     */
    Optional<Boolean> isEnabled(String id) {
        HttpUrl.Builder url = calls.url("connections", id, "clients");
        for (int page = 0; page < MOST_PAGES; page++) {
            if (!(ask(url) instanceof Result.Success<ResponseJson> given)
                    || !given.value().member("clients").isList()) {
                return Optional.empty();
            }
            String next = given.value().member("next").text();
            boolean enabled = !given.value().member("clients").items().isEmpty();
            if (enabled || next.isEmpty()) {
                return Optional.of(enabled);
            }
            url.setQueryParameter("from", next);
        }
        return Optional.empty();
    }

    private Result<ResponseJson> ask(HttpUrl.Builder url) {
        return calls.get(url, (status, body) -> ResponseJson.read(body));
    }
}
