package io.github.auth0maven.management;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auth0maven.jobs.Answer;
import io.github.auth0maven.jobs.Pause;
import io.github.auth0maven.jobs.ServiceError;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** Finds the id of the connection that users go to; people know its name, the service wants its id. */
final class ConnectionLookup {

    private static final Pattern ID = Pattern.compile("con_[A-Za-z0-9]{16}");
    private static final int ATTEMPTS = 5;
    private static final int NOT_FOUND = 404;

    private final Calls calls;
    private final HttpUrl root;
    private final Pause pause;

    ConnectionLookup(Calls calls, HttpUrl root, Pause pause) {
        this.calls = calls;
        this.root = root;
        this.pause = pause;
    }

    /**
     * The id of the connection with this name, or this id.
     *
     * @throws ManagementException if there is none, or the service does not let itself be asked
     */
    String idOf(String connection) throws IOException, InterruptedException {
        if (ID.matcher(connection).matches()) {
            return connection;
        }
        HttpUrl url = root.newBuilder()
                .addPathSegment("connections")
                .addQueryParameter("name", connection)
                .addQueryParameter("strategy", "auth0")
                .build();
        JsonNode answer = insist(new Request.Builder().url(url).build());
        for (JsonNode found : answer.isArray() ? answer : answer.path("connections")) {
            String id = found.path("id").asText();
            if (found.path("name").asText().equals(connection) && ID.matcher(id).matches()) {
                return id;
            }
        }
        throw new ManagementException(Remedy.explain(new ServiceError(
                NOT_FOUND,
                Optional.of("inexistent_connection"),
                "The tenant has no database connection named \"" + connection + "\"",
                Optional.empty())));
    }

    /** Repeats a call that changes nothing a few times before it gives up. */
    private JsonNode insist(Request request) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            Answer<JsonNode> answer =
                    calls.make(request, Http.Repeat.ALWAYS, (status, body) -> Http.JSON.readTree(body));
            if (answer instanceof Answer.Given<JsonNode> given) {
                return given.value();
            }
            if (answer instanceof Answer.Refused<JsonNode> refused) {
                throw new ManagementException(Remedy.explain(refused.error()));
            }
            if (attempt == ATTEMPTS) {
                throw new ManagementException(
                        answer instanceof Answer.NotTaken<JsonNode> missed
                                ? missed.reason()
                                : "the tenant's rate limit is reached, and stays so; try again later");
            }
            pause.of(
                    answer instanceof Answer.RateLimited<JsonNode> limited
                            ? limited.retryAfter()
                            : Duration.ofMillis(250L << attempt));
        }
    }
}
