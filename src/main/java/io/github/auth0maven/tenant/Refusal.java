package io.github.auth0maven.tenant;

/** Carries the answer to a request that is not granted. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Answer answer;

    Refusal(Answer answer) {
        super(answer.body(), null, false, false);
        this.answer = answer;
    }

    /** A refusal with an error code. */
    static Refusal of(int status, String message, String errorCode) {
        return new Refusal(Answer.error(status, message, errorCode));
    }

    /** A refusal without an error code. */
    static Refusal of(int status, String message) {
        return new Refusal(Answer.error(status, message, null));
    }

    Answer answer() {
        return answer;
    }
}
