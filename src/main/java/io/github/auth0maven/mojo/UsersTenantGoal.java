package io.github.auth0maven.mojo;

import io.github.auth0maven.mojo.access.AccessParameters;
import io.github.auth0maven.mojo.access.Environment;
import io.github.auth0maven.mojo.access.TenantAccess;
import io.github.auth0maven.mojo.access.TenantChoice;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** What the goals that read users files and call a tenant have in common. Its parameters are those of {@link TenantGoal}. */
abstract class UsersTenantGoal extends UsersGoal {

    /**
     * The tenant's domain, such as {@code example.eu.auth0.com}. Plain {@code http://} is accepted for this machine only. Unless
     * {@code dryRun} is set, it has to be given, by the first of these that does: the command line, the POM, {@code <domain>} in
     * the {@code <configuration>} of the {@code <server>}, the environment variable that {@code domainVariable} names. Beware:
     * where Maven itself would let the POM win, here the command line does, for {@code domain}, {@code audience},
     * {@code connection} and {@code serverId}.
     */
    @Parameter(property = "auth0.domain")
    @Nullable
    String domain;

    /**
     * The audience of access tokens. By default {@code https://DOMAIN/api/v2/}; with a custom domain it has to be given, for it
     * is still that of the tenant's own domain: {@code https://example.eu.auth0.com/api/v2/}. It may stand in the
     * {@code <configuration>} of the {@code <server>}, too.
     */
    @Parameter(property = "auth0.audience")
    @Nullable
    String audience;

    /**
     * The domains that users may be imported into, separated by commas; {@code *} stands for any part that holds no dot. Every other
     * tenant is refused before anything is sent to it, wherever its domain comes from, so that test users cannot reach production.
     * What the POM allows, here or by its property {@code auth0.allowedDomains}, cannot be widened by
     * {@code -Dauth0.allowedDomains}, only narrowed; on Maven 4, which replaces the property by what the command line says, both
     * together are refused, so better write it here. By default every tenant is allowed; a list that is empty is an error.
     *
     * <p>Example: {@code <allowedDomains>staging.eu.auth0.com, dev-*.eu.auth0.com</allowedDomains>}
     */
    @Parameter(property = "auth0.allowedDomains")
    @Nullable
    String allowedDomains;

    /**
     * The id of the {@code <server>} in settings.xml that holds the credentials; by default {@code auth0}. Its
     * {@code <configuration>} may hold {@code <domain>}, {@code <audience>} and {@code <connection>}, so that one POM serves every
     * tenant.
     *
     * <p><code>&lt;server&gt;<br>
     * &lt;id&gt;auth0-staging&lt;/id&gt;<br>
     * &lt;username&gt;the application's client id&lt;/username&gt;<br>
     * &lt;privateKey&gt;${user.home}/.auth0/staging.pem&lt;/privateKey&gt;<br>
     * &lt;passphrase&gt;only if the key has one&lt;/passphrase&gt;<br>
     * &lt;configuration&gt;<br>
     * &lt;domain&gt;staging.eu.auth0.com&lt;/domain&gt;<br>
     * &lt;signingAlgorithm&gt;RS256&lt;/signingAlgorithm&gt;<br>
     * &lt;/configuration&gt;<br>
     * &lt;/server&gt;</code>
     *
     * <p>Where the tenant, or a proxy that looks into TLS, has a certificate of a CA of your own, the {@code <configuration>} names
     * the CA's certificate by its absolute path, in a PEM file as {@code <caBundle>}, or in a JKS or PKCS#12 file as
     * {@code <trustStore>} with {@code <trustStorePassword>}, which may be encrypted like a {@code <password>}. It is trusted beside
     * the CAs of the JDK. Certificates and host names are always verified.
     */
    @Parameter(property = "auth0.serverId")
    @Nullable
    String serverId;

    /**
     * The database connection that the users go to: its name, or its id ({@code con_…}). It may stand in the
     * {@code <configuration>} of the {@code <server>}, too; by default it is {@code Username-Password-Authentication}.
     */
    @Parameter(property = "auth0.connection")
    @Nullable
    String connection;

    /** The environment variable that holds the tenant's domain, if neither parameters nor settings.xml do. */
    @Parameter(property = "auth0.domainVariable", defaultValue = "AUTH0_DOMAIN")
    String domainVariable;

    /** The environment variable that holds the client id of the application, if settings.xml holds no credentials. */
    @Parameter(property = "auth0.clientIdVariable", defaultValue = "AUTH0_CLIENT_ID")
    String clientIdVariable;

    /** The environment variable that holds its client secret. It takes the name of the variable, never the secret. */
    @Parameter(property = "auth0.clientSecretVariable", defaultValue = "AUTH0_CLIENT_SECRET")
    String clientSecretVariable;

    /**
     * The environment variable that holds an access token for the Management API, instead of a client id and a secret. It takes the
     * name of the variable, never the token.
     */
    @Parameter(property = "auth0.apiTokenVariable", defaultValue = "AUTH0_API_TOKEN")
    String apiTokenVariable;

    /**
     * The id of the active {@code <proxy>} in settings.xml to call the tenant through, or {@code none} to call it directly. It may
     * stand in the {@code <configuration>} of the {@code <server>}, too, and the command line goes before the POM. By default
     * it is the first active proxy of settings.xml for https, else for http, whose {@code <nonProxyHosts>} do not name the tenant;
     * where settings.xml has none at all, the one that the properties {@code https.proxyHost}, {@code https.proxyPort} (443),
     * {@code https.proxyUser}, {@code https.proxyPassword} and {@code http.nonProxyHosts} describe. As everywhere in Java,
     * {@code http.proxyHost} is not for https. A tenant on this machine is called directly, unless a proxy is named here, and over
     * plain http always. The proxy's password may be encrypted, and is told to it only if it asks for it (Basic).
     */
    @Parameter(property = "auth0.proxyId")
    @Nullable
    String proxyId;

    /**
     * How long to wait for a connection to the tenant, or to the proxy: a whole number of seconds, or a duration such as
     * {@code 90s}, {@code 30m} or {@code 2h}.
     */
    @Parameter(property = "auth0.connectTimeout", defaultValue = "15s")
    String connectTimeout;

    /** How long the tenant may be silent while it is to answer: {@code 90s}, {@code 30m}, {@code 2h}, or seconds. */
    @Parameter(property = "auth0.readTimeout", defaultValue = "60s")
    String readTimeout;

    /** How long the line may take nothing of what is sent: {@code 90s}, {@code 30m}, {@code 2h}, or seconds. */
    @Parameter(property = "auth0.writeTimeout", defaultValue = "60s")
    String writeTimeout;

    /**
     * How long a whole call may take, from the look-up of the name to the last byte of the answer: {@code 90s}, {@code 30m},
     * {@code 2h}, or seconds. An import file of 512,000 bytes is sent in one call; on a very slow line, give it more.
     */
    @Parameter(property = "auth0.callTimeout", defaultValue = "5m")
    String callTimeout;

    private final SettingsDecrypter decrypter;

    UsersTenantGoal(SettingsDecrypter decrypter) {
        this.decrypter = decrypter;
    }

    final TenantAccess tenantAccess() {
        return new TenantAccess(
                invocation(),
                new AccessParameters(
                        new TenantChoice.InPom(domain, audience, connection, serverId),
                        new Environment.Names(domainVariable, clientIdVariable, clientSecretVariable, apiTokenVariable),
                        new AccessParameters.Limits(connectTimeout, readTimeout, writeTimeout, callTimeout),
                        allowedDomains,
                        proxyId),
                decrypter);
    }
}
