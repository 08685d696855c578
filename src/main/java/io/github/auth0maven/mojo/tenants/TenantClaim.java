package io.github.auth0maven.mojo.tenants;

import io.github.auth0maven.tenant.applications.CustomClaim;
import io.github.auth0maven.tenant.applications.CustomClaim.Bearer;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** A claim of the tokens of a local tenant, in the configuration of a goal. */
public final class TenantClaim {

    private static final ElementReader IN = new ElementReader("claim");

    /** What it is called, such as {@code https://example.com/roles}. */
    @Nullable
    String name;

    /** Where its value stands in a user, such as {@code app_metadata.roles}. */
    @Nullable
    String from;

    /** Which tokens bear it: {@code access}, {@code id}, or both, which is usual. */
    @Nullable
    String tokens;

    CustomClaim read() throws MojoExecutionException {
        Set<String> bearers = IN.wordsOf(
                EnumSet.allOf(Bearer.class).stream().map(Bearer::toString).collect(Collectors.toSet()),
                "tokens",
                ElementReader.textOr("access id", tokens));
        return new CustomClaim(
                IN.text("name", name),
                IN.text("from", from),
                EnumSet.allOf(Bearer.class).stream()
                        .filter(each -> bearers.contains(each.toString()))
                        .collect(Collectors.toSet()));
    }
}
