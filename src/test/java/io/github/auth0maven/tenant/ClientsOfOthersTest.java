package io.github.auth0maven.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.auth0maven.tenant.applications.Api;
import io.github.auth0maven.tenant.applications.Application;
import io.github.auth0maven.tenant.applications.CustomClaim;
import io.github.auth0maven.tenant.server.Listening;
import io.github.auth0maven.tenant.trust.LocalAuthority;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients on Node.js, and a browser, that others wrote: they take the local tenant for Auth0.
 *
 * <p>They are in {@code src/test/node}. Where Node.js, what {@code npm ci} installs, or the browser is missing, they are left out and
 * the test says so; with {@code -Dclients.required} it fails.
 */
class ClientsOfOthersTest {

    private static final Path SCRIPTS = Path.of("src/test/node").toAbsolutePath();

    private static final String ADA = "{\"email\":\"ada@example.com\",\"name\":\"Ada\","
            + "\"app_metadata\":{\"roles\":[\"bookkeeper\"]},"
            + "\"password_hash\":\"$2b$10$vtPJzuWPMU6bmt7d3dos6ugnChvPhYldJM3OW6E0pp.xe6sgeWRGy\"}";

    private final Application shop = Application.confidential("Shop");
    private final Application page = Application.publicClient("Page");

    @TempDir
    private Path directory;

    @Test
    void theClientsOfAuth0ImportLogInLookUpChangeAndDelete() throws IOException, InterruptedException {
        assertThat(overTls("auth0.mjs")).contains("imported, logged in, looked up, changed, deleted");
    }

    @Test
    void aCertifiedOpenIdConnectClientImportsLogsInLooksUpChangesAndDeletes() throws IOException, InterruptedException {
        assertThat(overTls("openid-client.mjs")).contains("imported, logged in, looked up, changed, deleted");
    }

    @Test
    void aBrowserLogsInRenewsSilentlyAndLogsOut() throws IOException, InterruptedException {
        String chromium = Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> onThePath(name).stream())
                .findFirst()
                .orElseGet(() -> leftOut("there is no chromium on the path"));

        try (LocalTenant tenant = started(Optional.empty(), ADA)) {
            assertThat(run("browser.mjs", tenant, Map.of("CHROMIUM", chromium)))
                    .contains("logged in, renewed, logged out");
        }
    }

    private String overTls(String script) throws IOException, InterruptedException {
        LocalAuthority authority = LocalAuthority.make();
        Path bundle = Files.writeString(directory.resolve("ca.pem"), authority.pem());
        try (LocalTenant tenant = started(Optional.of(authority))) {
            return run(script, tenant, Map.of("NODE_EXTRA_CA_CERTS", bundle.toString()));
        }
    }

    private LocalTenant started(Optional<LocalAuthority> authority, String... users) throws IOException {
        Api orders = new Api("https://orders.example.com", Set.of("read:orders"), Duration.ofHours(1));
        CustomClaim roles = CustomClaim.of("https://example.com/roles", "app_metadata.roles");
        return LocalTenant.start(TenantSettings.defaults()
                .withJobDuration(size -> Duration.ZERO)
                .withListening(new Listening("localhost", 0, authority.map(LocalAuthority::serverContext)))
                .withLogins(new LoginSettings(List.of(shop, page), List.of(orders), List.of(roles)))
                .withUsers("Username-Password-Authentication", users));
    }

    /** Runs a script of Node.js to its end, and tells what it said. */
    private String run(String script, LocalTenant tenant, Map<String, String> environment)
            throws IOException, InterruptedException {
        String node = onThePath("node").orElseGet(() -> leftOut("there is no node on the path"));
        if (Files.notExists(SCRIPTS.resolve("node_modules"))) {
            leftOut("the clients are not installed: npm ci --prefix src/test/node");
        }
        Path output = directory.resolve("output");
        ProcessBuilder process = new ProcessBuilder(
                        node, SCRIPTS.resolve(script).toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        process.environment().putAll(environment);
        process.environment()
                .putAll(Map.of(
                        "TENANT_URL", tenant.url().toString(),
                        "TENANT_DOMAIN", tenant.url().getAuthority(),
                        "TENANT_CLIENT_ID", tenant.clientId(),
                        "TENANT_CLIENT_SECRET", tenant.clientSecret(),
                        "TENANT_PUBLIC_CLIENT_ID", page.id()));
        Process running = process.start();
        if (!running.waitFor(2, TimeUnit.MINUTES)) {
            running.destroyForcibly();
        }
        String said = Files.readString(output);
        assertThat(running.waitFor()).as(said).isZero();
        return said;
    }

    private static Optional<String> onThePath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(each -> Path.of(each, program))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    private static String leftOut(String why) {
        if (System.getProperty("clients.required") != null) {
            return fail(why);
        }
        Assumptions.abort("Left out: " + why);
        return why;
    }
}
