package io.github.auth0maven.tenant.server;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A path and method that the tenant serves.
 *
 * @param template the path; a segment {@code {id}} stands for any
 * @param scopes any one of them is needed; none means that no token is needed either
 */
public record Route(String method, String template, List<String> scopes, Endpoint endpoint) {

    boolean matches(Request request) {
        String[] wanted = template.split("/", -1);
        String[] given = request.path().split("/", -1);
        return method.equals(request.method())
                && wanted.length == given.length
                && IntStream.range(0, wanted.length).allMatch(at -> fits(wanted[at], given[at]));
    }

    private static boolean fits(String wanted, String given) {
        return wanted.equals("{id}") ? !given.isEmpty() : wanted.equals(given);
    }

    boolean needsToken() {
        return !scopes.isEmpty();
    }
}
