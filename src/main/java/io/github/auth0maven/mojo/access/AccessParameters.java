package io.github.auth0maven.mojo.access;

import io.github.auth0maven.management.Timeouts;
import io.github.auth0maven.mojo.parameters.Parameters;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** The parameters of every goal that calls a tenant, as Maven has set them. */
public record AccessParameters(
        TenantChoice.InPom inPom,
        Environment.Names variables,
        Limits limits,
        @Nullable String allowedDomains,
        @Nullable String proxyId) {

    /** How long a call and its parts may take. */
    public record Limits(String connectTimeout, String readTimeout, String writeTimeout, String callTimeout) {

        Timeouts read() throws MojoExecutionException {
            return new Timeouts(
                    Parameters.timeout("connectTimeout", connectTimeout),
                    Parameters.timeout("readTimeout", readTimeout),
                    Parameters.timeout("writeTimeout", writeTimeout),
                    Parameters.timeout("callTimeout", callTimeout));
        }
    }
}
