package io.github.auth0maven.passwords;

import java.io.IOException;

/** Says what is wrong with a file of samples, and where; never what stands in it. */
public final class SamplesException extends IOException {

    private static final long serialVersionUID = 1;

    public SamplesException(String message) {
        super(message);
    }
}
