package io.github.auth0maven.service;

import java.util.Optional;

/**
 * An error as the service tells it.
 *
 * @param status of HTTP
 * @param code Auth0's {@code errorCode}; often there is none
 * @param message Auth0's own words, or the beginning of whatever else was answered
 * @param requestId what Auth0's support asks for
 */
public record ServiceError(int status, Optional<String> code, String message, Optional<String> requestId) {

    @Override
    public String toString() {
        return "HTTP " + status + code.map(c -> " " + c).orElse("") + ": " + described();
    }

    /** The words and the request's id, without the status. */
    public String described() {
        return message + requestId.map(id -> " (request " + id + ")").orElse("");
    }
}
