package io.github.auth0maven.tenant.server;

import java.util.List;

/** Decides whether a request may be answered. */
@FunctionalInterface
public interface Authorization {

    /** Refuses a request that bears no token with any of the scopes. */
    void verify(Request request, List<String> anyOf) throws Refusal;
}
