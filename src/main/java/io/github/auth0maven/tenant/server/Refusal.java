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

    public Response answer() {
        return answer;
    }
}
