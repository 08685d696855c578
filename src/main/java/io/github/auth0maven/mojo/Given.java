package io.github.auth0maven.mojo;

/**
 * A value, no secret, with what has given it.
 *
 * @param source in words for the log: {@code the command line}
 */
record Given(String value, String source) {

    @Override
    public String toString() {
        return value + " (" + source + ")";
    }
}
