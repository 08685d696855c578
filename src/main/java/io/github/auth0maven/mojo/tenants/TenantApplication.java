package io.github.auth0maven.mojo.tenants;

import io.github.auth0maven.tenant.applications.AllowedUrls;
import io.github.auth0maven.tenant.applications.Application;
import io.github.auth0maven.tenant.applications.Application.Kind;
import io.github.auth0maven.tenant.applications.Application.Urls;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * An application of a local tenant, in the configuration of a goal.
 *
 * <pre>{@code
 * <application>
 *   <clientId>shop</clientId>
 *   <clientSecret>for tests only</clientSecret>
 *   <name>Shop</name>
 *   <kind>regular_web</kind>
 *   <callbacks>http://localhost:8080/login/oauth2/code/auth0</callbacks>
 * </application>
 * }</pre>
 */
public final class TenantApplication {

    private static final ElementReader IN = new ElementReader("application");
    private static final Set<String> ALGORITHMS = Set.of("RS256", "HS256");

    /** Its client id; a new one if there is none. */
    @Nullable
    String clientId;

    /** Its secret, for tests only; a new one if there is none. A public application has none. */
    @Nullable
    String clientSecret;

    /** What the login page calls it. */
    @Nullable
    String name;

    /** {@code regular_web}, {@code non_interactive}, {@code spa} or {@code native}; the latter two are public. */
    @Nullable
    String kind;

    /** URLs that a login may lead back to; by default any on this machine. */
    @Nullable
    String callbacks;

    /** URLs that a logout may lead to; by default any on this machine. */
    @Nullable
    String logoutUrls;

    /** Origins whose pages may ask for tokens; by default any on this machine. */
    @Nullable
    String origins;

    /** The grant types that it may use; by default those of its kind. */
    @Nullable
    String grants;

    /** {@code RS256}, or {@code HS256}. */
    @Nullable
    String idTokenAlgorithm;

    Application read() throws MojoExecutionException {
        Kind ofKind = IN.choice("kind", ElementReader.textOr("regular_web", kind), Kind.class);
        String called = ElementReader.textOr(ElementReader.textOr("Application", clientId), name);
        Application made = ofKind.isPublic() ? Application.publicClient(called) : Application.confidential(called);
        if (ofKind.isPublic() && clientSecret != null && !clientSecret.isBlank()) {
            throw new MojoExecutionException("<clientSecret> of <application>: one of the kind " + kind
                    + " keeps no secret: leave it out, or make it regular_web or non_interactive");
        }
        String algorithm = ElementReader.textOr("RS256", idTokenAlgorithm);
        if (!ALGORITHMS.contains(algorithm) || (ofKind.isPublic() && algorithm.equals("HS256"))) {
            throw IN.wrong(
                    "idTokenAlgorithm", algorithm, "RS256, or HS256, which takes a secret that a public one has not");
        }
        return new Application(
                ElementReader.textOr(made.id(), clientId),
                ElementReader.textOr(made.secret(), clientSecret),
                called,
                ofKind,
                new Urls(urls(callbacks), urls(logoutUrls), urls(origins)),
                grants == null
                        ? Application.grantsOf(ofKind)
                        : IN.wordsOf(Application.grantsOf(Kind.REGULAR_WEB), "grants", grants),
                algorithm);
    }

    private static AllowedUrls urls(@Nullable String written) {
        List<String> words = ElementReader.words(written);
        return AllowedUrls.of(words.isEmpty() ? List.of(AllowedUrls.ANY_ON_LOOPBACK) : words);
    }

    /** Names no secret. */
    @Override
    public String toString() {
        return "TenantApplication[" + clientId + "]";
    }
}
