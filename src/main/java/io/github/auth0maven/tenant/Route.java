package io.github.auth0maven.tenant;

import java.util.List;

/**
 * A path and method that the tenant serves.
 *
 * @param template the path; a segment {@code {id}} stands for any
 * @param scopes any one of them is needed; none means that no token is needed either
 */
record Route(String method, String template, List<String> scopes, Endpoint endpoint) {

    boolean matches(Request request) {
        return method.equals(request.method()) && request.path().matches(template.replace("{id}", "[^/]+"));
    }

    boolean needsToken() {
        return !scopes.isEmpty();
    }
}
