package io.github.auth0maven.management;

import java.time.Duration;

/** Is told of every call, once it is over; never of a header or a body. */
public interface CallListener {

    /**
     * A call is over.
     *
     * @param result the status, with the request's id where the service gives one; or why there is none
     */
    void called(String method, String path, String result, Duration took);

    /** Something is not wrong yet, but may soon be. */
    default void warned(String line) {}
}
