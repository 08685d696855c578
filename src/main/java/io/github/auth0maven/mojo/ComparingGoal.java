package io.github.auth0maven.mojo;

import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** What the goals that hold users against those of a tenant have in common. */
abstract class ComparingGoal extends UsersTenantGoal {

    /**
     * What becomes of metadata that the tenant has and the users file has not, where users are held against the tenant:
     * {@code replace}, as an upsert does, for which it is lost, or {@code merge}.
     */
    @Parameter(property = "auth0.metadata", defaultValue = "replace")
    String metadata;

    /**
     * How long to wait for a job that does not end: a whole number of seconds, or a duration such as {@code 90s}, {@code 30m} or
     * {@code 2h}. Auth0 ends an import job after two hours.
     */
    @Parameter(property = "auth0.jobTimeout", defaultValue = "130m")
    String jobTimeout;

    ComparingGoal(SettingsDecrypter decrypter) {
        super(decrypter);
    }
}
