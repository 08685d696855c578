package io.github.auth0maven.mojo.tenants;

import io.github.auth0maven.tenant.applications.Api;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** An API of a local tenant, in the configuration of a goal. */
public final class TenantApi {

    private static final ElementReader IN = new ElementReader("api");

    /** Its identifier. */
    @Nullable
    String audience;

    /** What may be asked for, with commas or spaces between. */
    @Nullable
    String scopes;

    /** How long a token for it is valid; by default 24 hours. */
    @Nullable
    String lifetime;

    Api read() throws MojoExecutionException {
        String written = ElementReader.textOr("24h", lifetime);
        return new Api(
                IN.text("audience", audience),
                Set.copyOf(ElementReader.words(scopes)),
                IN.duration("lifetime", written));
    }
}
