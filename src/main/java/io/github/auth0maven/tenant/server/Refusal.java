package io.github.auth0maven.tenant.server;

/** Carries the answer to a request that is not granted. */
public final class Refusal extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Response answer;

    public Refusal(Response answer) {
        super(answer.body(), null, false, false);
        this.answer = answer;
    }

    /** A refusal with an error code. */
    public static Refusal of(int status, String message, String errorCode) {
        return new Refusal(Response.error(status, message, errorCode));
    }

    /** A refusal without an error code. */
    public static Refusal of(int status, String message) {
        return new Refusal(Response.error(status, message, null));
    }

    /** A query parameter that is not as it has to be; the form of the message is recorded. */
    public static Refusal ofQuery(String problem, String property, String description) {
        return of(
                400,
                "Query validation error: '" + problem + "' on property " + property + " (" + description + ").",
                "invalid_query_string");
    }

    /** A query parameter that there is not; the form of the message is recorded. */
    public static Refusal ofUnknownParameter(String name) {
        return of(
                400,
                "Query validation error: 'Additional properties not allowed: " + name + "'.",
                "invalid_query_string");
    }

    public Response answer() {
        return answer;
    }
}
