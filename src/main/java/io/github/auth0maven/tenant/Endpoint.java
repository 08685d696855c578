package io.github.auth0maven.tenant;

import java.io.IOException;

/** Answers the requests of one route. */
@FunctionalInterface
interface Endpoint {

    Answer answer(Request request) throws IOException, Refusal;
}
