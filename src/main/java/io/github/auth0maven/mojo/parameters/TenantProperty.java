package io.github.auth0maven.mojo.parameters;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;

/** A property that a local tenant writes for the rest of the build: {@code auth0.tenant.url}, or {@code auth0.tenant.ID.url}. */
public enum TenantProperty {
    URL("url"),
    DOMAIN("domain"),
    ISSUER("issuer"),
    AUDIENCE("audience"),
    CLIENT_ID("clientId"),
    CLIENT_SECRET("clientSecret"),
    PUBLIC_CLIENT_ID("publicClientId"),
    CA_BUNDLE("caBundle"),
    TRUST_STORE("trustStore"),
    TRUST_STORE_PASSWORD("trustStorePassword");

    private static final String PREFIX = "auth0.tenant.";
    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,39}");
    private static final Pattern WRITTEN = Pattern.compile("auth0\\.tenant\\.(?:" + ID + "\\.)?([A-Za-z]+)");

    private final String suffix;

    TenantProperty(String suffix) {
        this.suffix = suffix;
    }

    /**
     * What it is called.
     *
     * @param id the tenant's; empty for one that has none
     */
    public String of(String id) {
        return PREFIX + (id.isEmpty() ? "" : id + ".") + suffix;
    }

    /** Whether a local tenant writes a property of this name. */
    static boolean isWritten(String name) {
        Matcher matcher = WRITTEN.matcher(name);
        return matcher.matches() && Stream.of(values()).anyMatch(each -> each.suffix.equals(matcher.group(1)));
    }

    /**
     * Reads the id of a tenant; one that is blank is none.
     *
     * @throws MojoExecutionException if it could not be a part of a name
     */
    public static String id(String written) throws MojoExecutionException {
        String id = written.strip();
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            throw Parameters.wrong(
                    "tenant.id", written, "an id of a letter and up to 39 letters, digits, hyphens and underscores");
        }
        return id;
    }
}
