package io.github.auth0maven.mojo;

import org.apache.maven.plugin.MojoExecutionException;

/** There is nothing that a goal could do its work on, and that is no fault. */
final class NothingToDoException extends MojoExecutionException {

    private static final long serialVersionUID = 1L;

    NothingToDoException(String message) {
        super(message);
    }
}
