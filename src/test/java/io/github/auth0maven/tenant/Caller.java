package io.github.auth0maven.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auth0maven.tenant.server.Json;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Calls a local tenant over HTTP, with a token that has every scope unless told otherwise. */
final class Caller {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final LocalTenant tenant;
    private final String authorization;

    private final String cookie;

    private Caller(LocalTenant tenant, String authorization, String cookie) {
        this.tenant = tenant;
        this.authorization = authorization;
        this.cookie = cookie;
    }

    static Caller of(LocalTenant tenant) {
        return withScopes(
                tenant,
                "create:users",
                "read:users",
                "update:users",
                "delete:users",
                "read:connections",
                "read:connections_options",
                "create:roles",
                "read:roles",
                "update:roles",
                "delete:roles",
                "create:user_tickets",
                "read:clients");
    }

    static Caller withScopes(LocalTenant tenant, String... scopes) {
        return new Caller(tenant, "Bearer " + tenant.accessToken(scopes), "");
    }

    /** Sends this header, or none if it is empty. */
    static Caller withAuthorization(LocalTenant tenant, String authorization) {
        return new Caller(tenant, authorization, "");
    }

    /** Sends this cookie, as a browser would. */
    static Caller withCookie(LocalTenant tenant, String cookie) {
        return new Caller(tenant, "", cookie);
    }

    Reply get(String path) throws IOException {
        return send(path, "GET", BodyPublishers.noBody(), "text/plain");
    }

    Reply post(String path, String contentType, byte[] body) throws IOException {
        return send(path, "POST", BodyPublishers.ofByteArray(body), contentType);
    }

    Reply post(String path, String contentType, String body) throws IOException {
        return post(path, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    Reply post(Form form) throws IOException {
        return post("api/v2/jobs/users-imports", Form.CONTENT_TYPE, form.bytes());
    }

    Reply post(String path, String json) throws IOException {
        return post(path, "application/json", json);
    }

    Reply patch(String path, String json) throws IOException {
        return send(path, "PATCH", BodyPublishers.ofString(json), "application/json");
    }

    Reply delete(String path) throws IOException {
        return send(path, "DELETE", BodyPublishers.noBody(), "text/plain");
    }

    Reply send(String path, String method, BodyPublisher body, String contentType) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(tenant.url().resolve(path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", contentType)
                .method(method, body);
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        try {
            return new Reply(CLIENT.send(request.build(), BodyHandlers.ofString()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    /** What the tenant answered. */
    record Reply(HttpResponse<String> http) {

        int status() {
            return http.statusCode();
        }

        String body() {
            return http.body();
        }

        String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }

        JsonNode json() {
            try {
                return Json.MAPPER.readTree(body());
            } catch (IOException malformed) {
                throw new AssertionError(body(), malformed);
            }
        }
    }
}
