package io.github.auth0maven.users;

/** Bytes that are not JSON, and where. */
final class MalformedJsonException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int at;
    private final String problem;

    MalformedJsonException(int at, String problem) {
        super(problem, null, false, false);
        this.at = at;
        this.problem = problem;
    }

    /** The index of the byte at fault. */
    int at() {
        return at;
    }

    /** What is wrong there. */
    String problem() {
        return problem;
    }
}
