package io.github.auth0maven.mojo.files;

import org.apache.maven.plugin.MojoExecutionException;

/** There is no users file where one is looked for. */
public final class NoUsersFileException extends MojoExecutionException {

    private static final long serialVersionUID = 1L;

    NoUsersFileException(String message) {
        super(message);
    }
}
