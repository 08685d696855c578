package io.github.auth0maven.management;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.auth0maven.jobs.JobErrors;
import io.github.auth0maven.jobs.JobErrors.Identity;
import io.github.auth0maven.jobs.JobErrors.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what the service says of a job's errors, in each of its three shapes: nothing, the users, or the failed job. */
final class ErrorsReader {

    private static final int NO_CONTENT = 204;

    private ErrorsReader() {}

    static JobErrors read(int status, InputStream body) throws IOException {
        List<UserError> users = new ArrayList<>();
        if (status == NO_CONTENT) {
            return new JobErrors(users, Optional.empty());
        }
        try (JsonParser parser = JsonTree.parser(body)) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_OBJECT) {
                return new JobErrors(users, details(JsonTree.value(parser)));
            }
            if (first == JsonToken.START_ARRAY) {
                while (parser.nextToken() == JsonToken.START_OBJECT) {
                    add(JsonTree.value(parser), users);
                }
            }
        }
        return new JobErrors(users, Optional.empty());
    }

    /** Why a job failed, where it says so. */
    static Optional<String> details(JsonNode job) {
        JsonNode details = job.path("status_details");
        String text = details.isTextual() ? details.asText() : details.toString();
        return text.isBlank() || details.isNull() ? Optional.empty() : Optional.of(Http.cut(text));
    }

    private static void add(JsonNode entry, List<UserError> users) {
        JsonNode user = entry.path("user");
        Identity identity = new Identity(text(user, "email"), text(user, "username"), text(user, "user_id"));
        JsonNode errors = entry.path("errors");
        if (errors.isEmpty()) {
            users.add(new UserError(identity, "NOT_PASSED", "Auth0 does not say why", Optional.empty()));
        }
        for (JsonNode error : errors) {
            users.add(new UserError(
                    identity,
                    text(error, "code").map(Http::cut).orElse("NO_CODE"),
                    text(error, "message").map(Http::cut).orElse("Auth0 does not say why"),
                    text(error, "path").map(Http::cut).map(Attributes::inFile)));
        }
    }

    private static Optional<String> text(JsonNode node, String name) {
        return Optional.of(node.path(name).asText()).filter(text -> !text.isBlank());
    }
}
