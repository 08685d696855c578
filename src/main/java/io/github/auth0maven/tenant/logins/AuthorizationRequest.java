package io.github.auth0maven.tenant.logins;

import io.github.auth0maven.tenant.applications.Application;
import io.github.auth0maven.tenant.tokens.Granted;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an application asks for when it sends a browser to {@code /authorize}, once it is known where to answer.
 *
 * @param application who asks
 * @param redirectUri where the answer goes; the application may be answered there
 * @param parameters all that it sent
 * @param granted what a login will grant
 */
record AuthorizationRequest(
        Application application, String redirectUri, Map<String, String> parameters, Granted granted) {

    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    String state() {
        return parameter("state");
    }

    boolean has(String prompt) {
        return words(parameter("prompt")).contains(prompt);
    }

    /** How old a login may be, in seconds. */
    Optional<Long> maxAge() {
        String value = parameter("max_age");
        return value.matches("[0-9]{1,9}") ? Optional.of(Long.valueOf(value)) : Optional.empty();
    }

    String responseMode() {
        return parameters.getOrDefault("response_mode", "query");
    }

    /** The words of a text that separates them by spaces. */
    static Set<String> words(String text) {
        return Arrays.stream(text.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    /** Names nothing that was sent. */
    @Override
    public String toString() {
        return "AuthorizationRequest[" + application + "]";
    }
}
