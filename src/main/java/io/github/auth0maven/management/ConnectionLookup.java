package io.github.auth0maven.management;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auth0maven.jobs.Answer;
import io.github.auth0maven.jobs.ServiceError;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** Finds the connection that users go to; people know its name, the service wants its id. */
final class ConnectionLookup {

    private static final Pattern ID = Pattern.compile("con_[A-Za-z0-9]{16}");
    private static final int NOT_FOUND = 404;

    private final Calls calls;
    private final HttpUrl root;
    private final Persistence persistence;

    ConnectionLookup(Calls calls, HttpUrl root, Persistence persistence) {
        this.calls = calls;
        this.root = root;
        this.persistence = persistence;
    }

    /** Whether this is the id of a connection, and not its name. */
    static boolean isId(String connection) {
        return ID.matcher(connection).matches();
    }

    /**
     * The id of the connection with this name, or this id.
     *
     * @throws ManagementException if there is none, or the service does not let itself be asked
     */
    String idOf(String connection) throws IOException, InterruptedException {
        return isId(connection) ? connection : named(connection).path("id").asText();
    }

    /** What the tenant says of the connection with this name; it may be of any kind. */
    JsonNode named(String name) throws IOException, InterruptedException {
        HttpUrl url = root.newBuilder()
                .addPathSegment("connections")
                .addQueryParameter("name", name)
                .build();
        JsonNode answer = persistence.insist(() -> ask(url));
        for (JsonNode found : answer.isArray() ? answer : answer.path("connections")) {
            if (found.path("name").asText().equals(name)
                    && isId(found.path("id").asText())) {
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
    JsonNode withId(String id) throws IOException, InterruptedException {
        HttpUrl url = root.newBuilder()
                .addPathSegment("connections")
                .addPathSegment(id)
                .build();
        return persistence.insist(() -> ask(url));
    }

    /** Whether the connection is enabled for an application; empty if the tenant does not say so at the first time of asking. */
    Optional<Boolean> isEnabled(String id) {
        HttpUrl url = root.newBuilder()
                .addPathSegment("connections")
                .addPathSegment(id)
                .addPathSegment("clients")
                .build();
        return ask(url) instanceof Answer.Given<JsonNode> given
                ? Optional.of(given.value().path("clients"))
                        .filter(JsonNode::isArray)
                        .map(clients -> !clients.isEmpty())
                : Optional.empty();
    }

    private Answer<JsonNode> ask(HttpUrl url) {
        Request request = new Request.Builder().url(url).build();
        return calls.make(request, Http.Repeat.ALWAYS, (status, body) -> JsonTree.read(body));
    }
}
