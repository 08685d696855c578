package io.github.auth0maven.users;

import java.io.IOException;

/** A users file that cannot be read as a list of users; the message is one line: where, what, what to do. */
public final class UsersFileException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Position position;
    private final transient String problem;

    public UsersFileException(Position position, String problem) {
        super(position + " " + EscapedText.message(problem));
        this.position = position;
        this.problem = problem;
    }

    public Position position() {
        return position;
    }

    /** What is wrong there, and what to do. */
    public String problem() {
        return problem;
    }
}
