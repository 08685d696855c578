package io.github.auth0maven.management;

import java.util.List;
import java.util.Optional;
import okhttp3.Response;

/** What Auth0's support asks for: the id of a request, which each of its APIs tells under another name. */
final class RequestIds {

    /** The Management API's, the Authentication API's, any gateway's, and that of what stands before all of them. */
    private static final List<String> HEADERS =
            List.of("Ot-Baggage-Auth0-Request-Id", "X-Auth0-RequestId", "X-Request-Id", "Cf-Ray");

    private RequestIds() {}

    /** The id of the request that this is the response to. */
    static Optional<String> of(Response response) {
        for (String header : HEADERS) {
            String id = OneLine.of(response.header(header, ""));
            if (!id.isEmpty()) {
                return Optional.of(id);
            }
        }
        return Optional.empty();
    }
}
