package io.github.auth0maven.mojo;

import java.util.Optional;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * How a goal ended: well, or with a failure that the build shares, unless it is not to fail.
 *
 * @param failure a {@link MojoFailureException} if the users, or what the service said of them, are at fault; a
 *     {@link MojoExecutionException} if it could not be found out
 */
record Conclusion(Optional<AbstractMojoExecutionException> failure) {

    static final Conclusion SUCCESS = new Conclusion(Optional.empty());

    static Conclusion failed(AbstractMojoExecutionException failure) {
        return new Conclusion(Optional.of(failure));
    }
}
