package io.github.auth0maven.tenant.server;

import java.util.Map;

/** What happens to one request instead of, or after, its processing. */
public sealed interface Fault {

    /**
     * The request is answered like this and not processed.
     *
     * @param status the HTTP status
     * @param headers headers to send beside Content-Length
     * @param body the body, sent in UTF-8; empty for none
     */
    record Answer(int status, Map<String, String> headers, String body) implements Fault {

        /** Copies the headers. */
        public Answer {
            headers = Map.copyOf(headers);
        }
    }

    /** What becomes of the request's connection. */
    enum Connection implements Fault {
        /** No fault: the request is processed and answered. */
        KEPT,
        /** The connection is closed, and the request is not processed. */
        CLOSED_BEFORE_PROCESSING,
        /** The request is processed, then the connection is closed without an answer. */
        CLOSED_BEFORE_ANSWERING
    }
}
