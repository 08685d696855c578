package io.github.auth0maven.mojo.parameters;

import io.github.auth0maven.report.Redaction;
import io.github.auth0maven.users.UsersFile;
import io.github.auth0maven.users.UsersFiles;
import java.io.IOException;
import org.apache.maven.plugin.MojoExecutionException;

/** What the parameter {@code redact} may be. */
public enum RedactionChoice {
    NONE,
    EMAILS;

    /** What is to be redacted; reads the users files for that, if anything is. */
    public static Redaction read(String redact, UsersFiles users) throws MojoExecutionException {
        if (Parameters.choice("redact", redact, RedactionChoice.class) == NONE) {
            return Redaction.none();
        }
        try {
            return Redaction.keyedBy(users.files().stream().map(UsersFile::path).toList());
        } catch (IOException e) {
            throw new MojoExecutionException(users.name() + " cannot be read: " + e.getMessage(), e);
        }
    }
}
