package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** An application's own test: imported users log in, to the tenant that the build has started. */
class LoginIT {

    private static final String ISSUER = System.getProperty("issuer");
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void anImportedUserLogsInAndHasTheRoleOfItsMetadata() throws Exception {
        HttpResponse<String> answer = login("ada@example.com", "Secret 123");

        assertEquals(200, answer.statusCode());
        String claims = answer.body().replaceFirst("(?s).*\"access_token\":\"[^.]+\\.([^.]+)\\..*", "$1");
        String decoded = new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8);
        assertTrue(decoded.contains("\"https://example.com/roles\":[\"admin\"]"), "the role");
        assertTrue(decoded.contains("\"iss\":\"" + ISSUER + "\""), "the issuer");
    }

    @Test
    void aWrongPasswordAndABlockedUserAreRefused() throws Exception {
        assertEquals(403, login("ada@example.com", "secret 123").statusCode());
        assertEquals(401, login("mallory@example.com", "Secret 123").statusCode());
    }

    @Test
    void theTenantOverTlsIsTrustedByItsTrustStore() throws Exception {
        URI keys = URI.create(System.getProperty("securedIssuer") + ".well-known/jwks.json");

        assertEquals("https", keys.getScheme());
        assertEquals(200, client.send(HttpRequest.newBuilder(keys).build(), HttpResponse.BodyHandlers.ofString()).statusCode());
    }

    @Test
    void theFileTellsWhatThePropertiesTell() throws IOException {
        assertTrue(Files.readAllLines(Path.of("target/auth0-tenant.properties")).stream()
                .anyMatch(line -> line.replace("\\", "").equals("auth0.tenant.url=" + ISSUER)));
    }

    private HttpResponse<String> login(String user, String password) throws IOException, InterruptedException {
        String form = Map.of(
                        "grant_type", "password",
                        "username", user,
                        "password", password,
                        "audience", "https://orders.example.com",
                        "scope", "openid read:orders",
                        "client_id", System.getProperty("clientId"),
                        "client_secret", System.getProperty("clientSecret"))
                .entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return client.send(
                HttpRequest.newBuilder(URI.create(ISSUER + "oauth/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
