package io.github.auth0maven.management;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.auth0maven.exports.ExportOrder;
import io.github.auth0maven.jobs.ImportJob;
import io.github.auth0maven.management.DescribedRequests.Made;
import io.github.auth0maven.service.Result;
import io.github.auth0maven.tenant.LocalTenant;
import io.github.auth0maven.tenant.TenantSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every request that a goal makes is one that Auth0's OpenAPI document describes. */
class RequestsAsDescribedTest {

    private static final String CONNECTION = "Username-Password-Authentication";

    private final List<String> violations = new ArrayList<>();
    private DescribedRequests described;
    private LocalTenant tenant;
    private HttpServer front;

    @BeforeEach
    void start() throws IOException {
        described = new DescribedRequests();
        tenant = LocalTenant.start(
                TenantSettings.defaults().withUsers(CONNECTION, "{\"email\":\"ada@example.com\",\"user_id\":\"ada\"}"));
        front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        front.createContext("/", this::passOn);
        front.start();
    }

    @AfterEach
    void stop() {
        front.stop(0);
        tenant.close();
    }

    /** Looks at a request and has the tenant answer it. */
    private void passOn(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String target = exchange.getRequestURI().toString();
            Optional<String> type =
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"));
            if (target.startsWith("/api/")) {
                List<String> found = described.violations(
                        new Made(exchange.getRequestMethod(), target, type, new String(body, UTF_8)));
                found.forEach(
                        violation -> violations.add(exchange.getRequestMethod() + " " + target + ": " + violation));
            }
            HttpRequest.Builder request = HttpRequest.newBuilder(tenant.url().resolve(target))
                    .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
            type.ifPresent(value -> request.header("Content-Type", value));
            Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                    .ifPresent(value -> request.header("Authorization", value));
            answer(exchange, HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
        exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
    }

    private ManagementApi.Access access() {
        URI url = URI.create("http://127.0.0.1:" + front.getAddress().getPort());
        return new ManagementApi.Access(
                Domain.parse(url.toString()),
                tenant.audience(),
                new Credentials.ClientSecret(tenant.clientId(), tenant.clientSecret()),
                "1.2.3");
    }

    @Test
    void everyRequestIsOneThatIsDescribedAndEachThatIsDescribedIsMade() throws Exception {
        CallListener silent = (method, path, result, took) -> {};
        Destination destination = new Destination(CONNECTION, true);
        ImportOptions options = new ImportOptions(true, false, Optional.of("nightly"));
        try (ManagementApi api = ManagementApi.connect(access(), silent, destination, options)) {
            ImportJob job = ((Result.Success<ImportJob>) Wire.submit(api)).value();
            api.get(job.id());
            api.errors(job.id());
            api.createdAt("{\"email\":\"ada@example.com\"}".getBytes(UTF_8));
        }
        try (OpenTenant opened = OpenTenant.open(access(), silent, destination, Purpose.RESTORATION);
                UsersExports exports = new UsersExports(opened, access(), silent)) {
            exports.submit(new ExportOrder(List.of("user_id", "email"), false));
            Users users = new Users(opened);
            users.byId("auth0|ada");
            users.search("username:\"ada\" AND identities.connection:\"" + CONNECTION + "\"");
            users.change("auth0|ada", "{\"family_name\":null,\"user_metadata\":{\"a\":null}}");
            users.delete("auth0|ada");
            users.deleteByEmail("ada+1@example.com");
            ConnectionLookup lookup = new ConnectionLookup(opened.calls(), new CallRetry(duration -> {}));
            lookup.withId(opened.connectionId());
            lookup.isEnabled(opened.connectionId());
        }

        assertThat(violations).isEmpty();
        assertThat(described.seen()).isEqualTo(described.all());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v2/jobs, '', nobody describes",
        "PUT, /api/v2/users/1, '', nobody describes",
        "GET, /users, '', nobody describes",
        "GET, /api/v2/users-by-email, '', the parameter email is missing",
        "GET, /api/v2/users?per_page=101, '', the parameter per_page is not",
        "GET, /api/v2/users?per_page=many, '', the parameter per_page is not",
        "GET, /api/v2/users?query=a, '', nobody knows the parameter query",
        "DELETE, /api/v2/users/1, {}, a body that nobody asks for",
        "PATCH, /api/v2/users/1, {}, a body that is not as it should be",
        "PATCH, /api/v2/users/1, '{\"user_id\":\"2\"}', a body that is not as it should be",
        "POST, /api/v2/jobs/users-exports, '{\"connection_id\":\"1\"}', a body that is not as it should be",
        "POST, /api/v2/jobs/users-imports, '{\"users\":\"1\"}', a body of the type application/json"
    })
    void aRequestThatIsNotAsDescribedIsTold(String method, String target, String body, String violation)
            throws IOException {
        Made made = new Made(
                method,
                target,
                body.isEmpty() ? Optional.empty() : Optional.of("application/json; charset=utf-8"),
                body);

        assertThat(described.violations(made)).singleElement().asString().startsWith(violation);
    }
}
