package io.github.auth0maven.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.auth0maven.pace.MovableClock;
import io.github.auth0maven.tenant.Caller.Reply;
import io.github.auth0maven.tenant.applications.Api;
import io.github.auth0maven.tenant.applications.Application;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Holds answers against what public recordings of the real service show: status, members and their types, and nothing else of them.
 * What differs is what the documentation says, to the letter.
 *
 * <p>In {@code recorded-shapes.json} a name with a question mark is that of a member which some of the recordings lack.
 */
class RecordedShapesTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path PAGE = Path.of("src/site/markdown/local-tenant.md");
    private static final String CONNECTION = "Username-Password-Authentication";
    private static final String AUDIENCE = "https://orders.example.com";
    private static final String PASSWORD = "A secret of 1 user";
    private static final String USER = """
            {"connection":"%s","email":"%s@example.com","username":"%s","password":"%s","email_verified":true,
            "given_name":"Jane","family_name":"Doe","name":"Jane Doe","nickname":"jane","picture":"https://example.com/1.png",
            "user_metadata":{"a":1},"app_metadata":{"b":2}}""";

    private final MovableClock clock = new MovableClock();
    private final Application shop = Application.confidential("Shop");
    private final Map<String, Reply> answers = new TreeMap<>();
    private LocalTenant tenant;
    private Caller caller;

    @BeforeEach
    void startTheTenant() throws IOException {
        tenant = LocalTenant.start(TenantSettings.defaults()
                .withClock(clock)
                .withLogins(new LoginSettings(
                        List.of(shop), List.of(new Api(AUDIENCE, Set.of("read"), Duration.ofHours(1))), List.of()))
                .withUsers(
                        CONNECTION,
                        "{\"email\":\"otp@example.com\",\"mfa_factors\":[{\"totp\":{\"secret\":\"GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\"}}],"
                                + "\"custom_password_hash\":{\"algorithm\":\"md5\",\"hash\":{\"encoding\":\"hex\","
                                + "\"value\":\"5f4dcc3b5aa765d61d8327deb882cf99\"}}}"));
        caller = Caller.of(tenant);
    }

    @AfterEach
    void closeTheTenant() {
        tenant.close();
    }

    @Test
    void whatDiffersFromRecordingsIsDocumented() throws IOException {
        askTheManagementApi();
        askForTokens();
        JsonNode recorded = recorded();
        List<String> rows = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : recorded.properties()) {
            Reply answer = answers.get(each.getKey());
            assertThat(answer).as(each.getKey()).isNotNull();
            assertThat(answer.status()).as(each.getKey() + answer.body()).isEqualTo(status(each.getKey()));
            Differences differences = new Differences();
            differences.compare("", each.getValue(), body(answer));
            differences.row(each.getKey()).ifPresent(rows::add);
        }
        assertThat(documented()).containsExactlyInAnyOrderElementsOf(rows);
    }

    private void askTheManagementApi() throws IOException {
        String id = record("POST /api/v2/users 201", caller.post("api/v2/users", user("jane")))
                .json()
                .path("user_id")
                .asText();
        record("POST /api/v2/users 409", caller.post("api/v2/users", user("jane")));
        String user = "api/v2/users/" + id.replace("|", "%7C");
        record("GET /api/v2/users with totals 200", caller.get("api/v2/users?include_totals=true&q=username:jane"));
        record("GET /api/v2/users/{id} 200", caller.get(user));
        record("GET /api/v2/users/{id} 404", caller.get("api/v2/users/auth0%7Cnobody"));
        record("PATCH /api/v2/users/{id} 200", caller.patch(user, "{\"name\":\"Jane\"}"));
        askForRoles(id, user);
        record("DELETE /api/v2/users/{id} 204", caller.delete(user));
        String connection = record(
                        "GET /api/v2/connections from a checkpoint 200", caller.get("api/v2/connections?take=5"))
                .json()
                .at("/connections/0/id")
                .asText();
        record("GET /api/v2/connections/{id} 200", caller.get("api/v2/connections/" + connection));
        record("GET /api/v2/connections/{id} 404", caller.get("api/v2/connections/con_0000000000000000"));
        record("GET /api/v2/connections/{id}/clients 200", caller.get("api/v2/connections/" + connection + "/clients"));
        record("GET /api/v2/clients with totals 200", caller.get("api/v2/clients?include_totals=true"));
        record("GET /api/v2/clients/{id} 200", caller.get("api/v2/clients/" + shop.id()));
    }

    private void askForRoles(String id, String user) throws IOException {
        String role = record(
                        "POST /api/v2/roles 200",
                        caller.post("api/v2/roles", "{\"name\":\"reader\",\"description\":\"Reads\"}"))
                .json()
                .path("id")
                .asText();
        String path = "api/v2/roles/" + role;
        record("GET /api/v2/roles/{id} 200", caller.get(path));
        record("PATCH /api/v2/roles/{id} 200", caller.patch(path, "{\"description\":\"Reads much\"}"));
        record("GET /api/v2/roles with totals 200", caller.get("api/v2/roles?include_totals=true"));
        record("POST /api/v2/users/{id}/roles 204", caller.post(user + "/roles", "{\"roles\":[\"" + role + "\"]}"));
        record("GET /api/v2/users/{id}/roles with totals 200", caller.get(user + "/roles?include_totals=true"));
        record("GET /api/v2/roles/{id}/users from a checkpoint 200", caller.get(path + "/users?take=5"));
        record(
                "DELETE /api/v2/users/{id}/roles 204",
                caller.send(
                        user + "/roles",
                        "DELETE",
                        BodyPublishers.ofString("{\"roles\":[\"" + role + "\"]}"),
                        "application/json"));
        record("DELETE /api/v2/roles/{id} 200", caller.delete(path));
        assertThat(id).startsWith("auth0|");
    }

    private void askForTokens() throws IOException {
        caller.post("api/v2/users", user("cleo"));
        Map<String, String> login = Map.of("username", "cleo", "password", PASSWORD);
        String scope = "openid profile email offline_access";
        JsonNode tokens = record("POST /oauth/token password 200", token("password", with(login, "scope", scope)))
                .json();
        record(
                "GET /userinfo 200",
                Caller.withAuthorization(
                                tenant, "Bearer " + tokens.path("access_token").asText())
                        .get("userinfo"));
        JsonNode next = record(
                        "POST /oauth/token refresh_token 200",
                        token(
                                "refresh_token",
                                Map.of(
                                        "refresh_token",
                                        tokens.path("refresh_token").asText())))
                .json();
        record(
                "POST /oauth/revoke 200",
                post("oauth/revoke", Map.of("token", next.path("refresh_token").asText())));
        record("POST /oauth/token client_credentials 200", token("client_credentials", Map.of("audience", AUDIENCE)));
        Map<String, String> code = Map.of("code", "wrong", "redirect_uri", "http://localhost/");
        record("POST /oauth/token authorization_code 403", token("authorization_code", code));
        record("POST /oauth/token authorization_code 200", byCode(login));
        // RFC 6238, appendix B: at 59 s the last six digits are 287082.
        clock.advance(Duration.between(clock.instant(), Instant.ofEpochSecond(59)));
        Map<String, String> otp = Map.of("username", "otp@example.com", "password", "password", "scope", "email");
        String second = token("password", otp).json().path("mfa_token").asText();
        record("POST /mfa/challenge 200", post("mfa/challenge", Map.of("mfa_token", second, "challenge_type", "otp")));
        record(
                "POST /oauth/token mfa-otp 200",
                token(Application.MFA_OTP, Map.of("mfa_token", second, "otp", "287082")));
        Map<String, String> database = Map.of("connection", CONNECTION, "email", "new@example.com");
        record("POST /dbconnections/signup 200", post("dbconnections/signup", with(database, "password", PASSWORD)));
        record("POST /dbconnections/change_password 200", post("dbconnections/change_password", database));
    }

    /** By a browser without cookies of its own. */
    private Reply byCode(Map<String, String> login) throws IOException {
        String callback = "http://localhost/callback";
        Caller browser = Caller.withAuthorization(tenant, "");
        Reply begun = browser.get(
                "authorize?response_type=code&scope=openid&client_id=" + shop.id() + "&redirect_uri=" + callback);
        Reply done = Caller.withCookie(tenant, begun.header("Set-Cookie").split(";", 2)[0])
                .post(begun.header("Location").substring(1), "application/x-www-form-urlencoded", form(login));
        String code = done.header("Location").replaceFirst(".*code=", "");
        return token("authorization_code", Map.of("code", code, "redirect_uri", callback));
    }

    private Reply token(String grantType, Map<String, String> parameters) throws IOException {
        return post("oauth/token", with(parameters, "grant_type", grantType));
    }

    private Reply post(String path, Map<String, String> parameters) throws IOException {
        Map<String, String> form = with(parameters, "client_id", shop.id());
        return Caller.withAuthorization(tenant, "")
                .post(path, "application/x-www-form-urlencoded", form(with(form, "client_secret", shop.secret())));
    }

    private static Map<String, String> with(Map<String, String> parameters, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return more;
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private Reply record(String name, Reply answer) {
        answers.put(name, answer);
        return answer;
    }

    private static String user(String name) {
        return USER.formatted(CONNECTION, name, name, PASSWORD);
    }

    private static int status(String name) {
        return Integer.parseInt(name.substring(name.lastIndexOf(' ') + 1));
    }

    private static JsonNode body(Reply answer) throws IOException {
        if (answer.body().isEmpty()) {
            return MAPPER.nullNode();
        }
        return answer.header("Content-Type").startsWith("application/json")
                ? MAPPER.readTree(answer.body())
                : MAPPER.getNodeFactory().textNode(answer.body());
    }

    private static JsonNode recorded() throws IOException {
        try (InputStream shapes = RecordedShapesTest.class.getResourceAsStream("recorded-shapes.json")) {
            return MAPPER.readTree(shapes);
        }
    }

    private static List<String> documented() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .dropWhile(line -> !line.startsWith("| answer | lacks |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }

    /** What an answer lacks of the recordings' members, and has beside them. */
    private static final class Differences {

        private final Set<String> lacks = new TreeSet<>();
        private final Set<String> adds = new TreeSet<>();

        void compare(String path, JsonNode shape, JsonNode body) {
            if (shape.isObject()) {
                compareMembers(path, shape, body);
            } else if (shape.isArray()) {
                assertThat(body.isArray()).as(path).isTrue();
                if (!shape.isEmpty()) {
                    body.forEach(item -> compare(path, shape.get(0), item));
                }
            } else {
                assertThat(shape.asText().split("\\|", -1)).as(path).contains(type(body));
            }
        }

        private void compareMembers(String path, JsonNode shape, JsonNode body) {
            assertThat(body.isObject()).as(path).isTrue();
            Set<String> known = new TreeSet<>();
            for (Map.Entry<String, JsonNode> member : shape.properties()) {
                String name = member.getKey().replace("?", "");
                known.add(name);
                if (body.has(name)) {
                    compare(path + name + ".", member.getValue(), body.get(name));
                } else if (!member.getKey().endsWith("?")) {
                    lacks.add(path + name);
                }
            }
            body.fieldNames().forEachRemaining(name -> {
                if (!known.contains(name)) {
                    adds.add(path + name);
                }
            });
        }

        private static String type(JsonNode value) {
            return value.isNull() ? "null" : value.getNodeType().name().toLowerCase(Locale.ROOT);
        }

        Optional<String> row(String name) {
            return lacks.isEmpty() && adds.isEmpty()
                    ? Optional.empty()
                    : Optional.of("| `" + name + "` | " + list(lacks) + " | " + list(adds) + " |");
        }

        private static String list(Set<String> names) {
            return names.isEmpty()
                    ? "–"
                    : names.stream().map(each -> "`" + each + "`").collect(Collectors.joining(", "));
        }
    }
}
