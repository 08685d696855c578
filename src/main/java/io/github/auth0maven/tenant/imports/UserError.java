package io.github.auth0maven.tenant.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.tenant.server.Json;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one user, in Auth0's words.
 *
 * @param code Auth0's code; one documented message has none
 * @param path the place in Auth0's inner model; often absent [R]
 */
record UserError(
        @Nullable String code, String message, @Nullable String path) {

    static UserError of(String code, String message) {
        return new UserError(code, message, null);
    }

    /** An error of one property, with the message form that is recorded: {@code Error in <path> property - <problem>}. */
    static UserError at(String path, String code, String problem) {
        return path.isEmpty()
                ? of(code, problem)
                : new UserError(code, "Error in " + path + " property - " + problem, path);
    }

    ObjectNode json() {
        ObjectNode json = Json.object();
        if (code != null) {
            json.put("code", code);
        }
        json.put("message", message);
        if (path != null) {
            json.put("path", path);
        }
        return json;
    }
}
