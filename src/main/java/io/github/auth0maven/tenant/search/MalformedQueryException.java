package io.github.auth0maven.tenant.search;

/** A query that cannot be understood; the message says why. */
public final class MalformedQueryException extends Exception {

    private static final long serialVersionUID = 1;

    MalformedQueryException(String why) {
        super(why);
    }
}
