package io.github.auth0maven.mojo.access;

import io.github.auth0maven.management.Domain;
import io.github.auth0maven.mojo.parameters.Invocation;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** The tenants in which nobody is deleted or put back, whatever else is said. Every list that names one holds, wherever it stands. */
public final class ProtectedDomains {

    private static final String PROPERTY = "auth0.protectedDomains";

    private ProtectedDomains() {}

    /**
     * Refuses a tenant that is protected.
     *
     * @param given the parameter, as Maven has set it
     */
    static void check(Invocation invocation, @Nullable String given, Domain domain) throws MojoExecutionException {
        String[] lists = Stream.of(
                        given,
                        invocation.project().getProperties().getProperty(PROPERTY),
                        invocation.session().getUserProperties().getProperty(PROPERTY))
                .filter(Objects::nonNull)
                .filter(list -> !list.isBlank())
                .toArray(String[]::new);
        for (String list : lists) {
            if (AllowedDomains.names("protectedDomains", list, domain)) {
                throw new MojoExecutionException("The tenant " + domain
                        + " is one that protectedDomains (-D" + PROPERTY + ") protects (" + list.strip()
                        + "): nothing has been changed there");
            }
        }
    }
}
