package io.github.auth0maven.mojo.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0maven.management.Trust;
import io.github.auth0maven.mojo.access.BuildTenant;
import io.github.auth0maven.mojo.parameters.TenantProperty;
import io.github.auth0maven.tenant.server.LoggedRequest;
import java.io.FileInputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.List;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A local tenant that a build has: where it is, and what tells of it. */
class HostedTenantTest {

    private static final String ADA = "{\"email\":\"ada@example.com\",\"password_hash\":"
            + "\"$2b$10$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW\"}";
    private static final String BLOCKED = ADA.replace("ada@", "mallory@").replace("{", "{\"blocked\":true,");
    private static final String WITHOUT_HASH = "{\"email\":\"grace@example.com\"}";

    private final Queue<LoggedRequest> requests = new ConcurrentLinkedQueue<>();

    @TempDir
    Path directory;

    private HostedTenant start(String port, String tls, String... users) throws MojoExecutionException {
        TenantParameters parameters = new TenantParameters(port, tls, null, null, null, null, null);
        return HostedTenant.start(
                new HostedTenant.Order(parameters, List.of(users), requests::add), new TenantFiles(directory, "a"));
    }

    @Test
    void itTellsWhereItIsAndOfEachRequest() throws Exception {
        HostedTenant tenant = start("0", "false", ADA, BLOCKED, WITHOUT_HASH);
        BuildTenant told = tenant.forBuild();

        int status = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(told.url() + ".well-known/jwks.json"))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
        tenant.close();

        assertThat(status).isEqualTo(200);
        assertThat(told.url()).matches("http://localhost:\\d+/");
        assertThat(told.properties())
                .containsEntry(TenantProperty.ISSUER, told.url())
                .containsEntry(TenantProperty.AUDIENCE, told.url() + "api/v2/")
                .containsEntry(TenantProperty.DOMAIN, URI.create(told.url()).getAuthority())
                .containsKeys(TenantProperty.CLIENT_ID, TenantProperty.CLIENT_SECRET, TenantProperty.PUBLIC_CLIENT_ID)
                .doesNotContainKey(TenantProperty.CA_BUNDLE);
        assertThat(requests)
                .singleElement()
                .satisfies(request ->
                        assertThat(request.path() + request.status()).isEqualTo("/.well-known/jwks.json200"));
        assertThat(tenant.usage()).isEqualTo("1 request, 0 logins, 3 users");
        assertThat(tenant.someUsers(5)).containsExactly("ada@example.com");
        assertThat(told.toString()).doesNotContain(told.properties().get(TenantProperty.CLIENT_SECRET));
    }

    @Test
    void aTakenPortIsNamedAndAPortIsFreeOnceTheTenantIsClosed() throws Exception {
        HostedTenant first = start("0", "false");
        String port = String.valueOf(URI.create(first.forBuild().url()).getPort());

        assertThatThrownBy(() -> start(port, "false"))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith(
                        "port (-Dauth0.tenant.port): the local tenant cannot have the port " + port + " (");

        first.close();
        HostedTenant second = start(port, "false");
        assertThat(second.forBuild().url()).isEqualTo("http://localhost:" + port + "/");
        second.close();
    }

    @Test
    void withTlsItsCaIsInAPemFileAndInAStoreUntilItStops() throws Exception {
        HostedTenant tenant = start("0", "true");
        BuildTenant told = tenant.forBuild();
        Path bundle = Path.of(told.properties().get(TenantProperty.CA_BUNDLE));
        Path store = Path.of(told.properties().get(TenantProperty.TRUST_STORE));

        assertThat(told.url()).startsWith("https://localhost:");
        assertThat(Trust.alsoBundle(bundle).additional()).isEqualTo(1);
        KeyStore opened = KeyStore.getInstance("PKCS12");
        try (InputStream in = new FileInputStream(store.toFile())) {
            opened.load(
                    in,
                    told.properties().get(TenantProperty.TRUST_STORE_PASSWORD).toCharArray());
        }
        assertThat(opened.size()).isEqualTo(1);
        assertThat(Files.readString(bundle)).doesNotContain("PRIVATE KEY");

        tenant.close();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void thePropertiesAreTheirOwnersAloneAndBearTheId() throws Exception {
        HostedTenant tenant = start("0", "false");
        TenantFiles files = new TenantFiles(directory, "a");

        files.write(tenant.forBuild().properties());
        tenant.close();

        assertThat(directory.resolve("auth0-tenant-a.properties")).isEqualTo(files.properties());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.properties())))
                .isEqualTo("rw-------");
        Properties read = new Properties();
        try (InputStream in = Files.newInputStream(files.properties())) {
            read.load(in);
        }
        assertThat(read)
                .containsEntry("auth0.tenant.a.url", tenant.forBuild().url())
                .containsKey("auth0.tenant.a.clientSecret");
        files.remove();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void nobodyElseOnTheNetworkReachesIt() throws Exception {
        HostedTenant tenant = start("0", "false");
        int port = URI.create(tenant.forBuild().url()).getPort();
        // What another address of this machine has is another server.
        try (ServerSocket elsewhere = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.2"));
                Socket there = new Socket(elsewhere.getInetAddress(), port)) {
            assertThat(there.isConnected()).isTrue();
        } finally {
            tenant.close();
        }
    }

    @Test
    void usersThatTheTenantRefusesAreNotShown() {
        assertThatThrownBy(() -> start("0", "false", ADA, ADA))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("The local tenant takes no such users: ")
                .hasMessageNotContaining("ada@");
    }
}
