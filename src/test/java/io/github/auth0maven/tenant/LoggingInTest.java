package io.github.auth0maven.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.auth0maven.pace.MovableClock;
import io.github.auth0maven.tenant.applications.Api;
import io.github.auth0maven.tenant.applications.Application;
import io.github.auth0maven.tenant.applications.CustomClaim;
import java.io.IOException;
import java.math.BigInteger;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People log in to the local tenant as they do to Auth0, over real HTTP. */
class LoggingInTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String CONNECTION = "Username-Password-Authentication";
    private static final String CALLBACK = "http://localhost:8080/callback";
    private static final String AUDIENCE = "https://orders.example.com";
    private static final String ROLES = "https://example.com/roles";
    private static final String JANE =
            "{\"email\":\"Jane@example.com\",\"user_id\":\"jane\",\"username\":\"jane\",\"name\":\"Jane\",\"app_metadata\":{\"roles\":[\"admin\"]},"
                    + "\"custom_password_hash\":{\"algorithm\":\"sha256\",\"hash\":{\"value\":\"%s\",\"encoding\":\"hex\"}}}";
    private static final String SECRET = "Secret 123";

    private final MovableClock clock = new MovableClock();
    private final Application shop = Application.confidential("Shop");
    private final Application page = Application.publicClient("Page");
    private final HttpClient browser = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    private LocalTenant tenant;

    @BeforeEach
    void startTheTenant() throws IOException {
        tenant = LocalTenant.start(TenantSettings.defaults()
                .withClock(clock)
                .withLogins(new LoginSettings(
                        List.of(shop, page),
                        List.of(new Api(AUDIENCE, Set.of("read:orders", "write:orders"), Duration.ofHours(1))),
                        List.of(CustomClaim.of(ROLES, "app_metadata.roles"))))
                .withUsers(
                        CONNECTION,
                        JANE.formatted(sha256(SECRET)),
                        "{\"email\":\"blocked@example.com\",\"blocked\":true,\"custom_password_hash\":" + hash(SECRET)
                                + "}",
                        "{\"email\":\"nohash@example.com\"}",
                        "{\"email\":\"totp@example.com\",\"custom_password_hash\":" + hash(SECRET)
                                + ",\"mfa_factors\":[{\"totp\":{\"secret\":\"GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\"}}]}"));
    }

    @AfterEach
    void closeTheTenant() {
        tenant.close();
    }

    @Test
    void aPasswordGivesTokensThatTheKeysOfTheTenantProve() throws IOException {
        JsonNode tokens = password(
                "jane@example.com",
                SECRET,
                Map.of(
                        "audience",
                        AUDIENCE,
                        "scope",
                        "openid profile email offline_access read:orders delete:everything"));

        DecodedJWT access = verified(tokens.path("access_token").asText());
        assertThat(access.getSubject()).isEqualTo("auth0|jane");
        assertThat(access.getIssuer()).isEqualTo(tenant.url().toString()).endsWith("/");
        assertThat(access.getAudience()).containsExactly(AUDIENCE, tenant.url() + "userinfo");
        assertThat(access.getClaim("scope").asString()).isEqualTo("email offline_access openid profile read:orders");
        assertThat(access.getClaim("azp").asString()).isEqualTo(shop.id());
        assertThat(access.getClaim(ROLES).asList(String.class)).containsExactly("admin");
        assertThat(tokens.path("expires_in").asInt()).isEqualTo(3600);
        DecodedJWT id = verified(tokens.path("id_token").asText());
        assertThat(id.getAudience()).containsExactly(shop.id());
        assertThat(id.getClaim("email").asString()).isEqualTo("jane@example.com");
        assertThat(id.getClaim("name").asString()).isEqualTo("Jane");
        assertThat(id.getClaim("sid").isMissing()).isFalse();
    }

    @Test
    void whoIsRefusedIsToldAsAuth0TellsIt() throws IOException {
        assertThat(refused("jane@example.com", "wrong")).isEqualTo("403 invalid_grant Wrong email or password.");
        assertThat(refused("nobody@example.com", SECRET)).isEqualTo("403 invalid_grant Wrong email or password.");
        assertThat(refused("nohash@example.com", "")).startsWith("400 invalid_request");
        assertThat(refused("nohash@example.com", "x")).isEqualTo("403 invalid_grant Wrong email or password.");
        assertThat(refused("blocked@example.com", SECRET)).isEqualTo("401 unauthorized user is blocked");
    }

    @Test
    void tenWrongTriesBlockAnAccountAlsoForTheRightPassword() throws IOException {
        for (int i = 0; i < 10; i++) {
            assertThat(refused("jane@example.com", "wrong")).startsWith("403");
        }

        assertThat(refused("jane@example.com", SECRET)).startsWith("429 too_many_attempts");
        assertThat(refused("totp@example.com", SECRET)).startsWith("403 mfa_required");
    }

    @Test
    void whoIsBlockedForWrongPasswordsIsToldAndSetFree() throws IOException {
        Caller caller = Caller.of(tenant);
        for (String path : List.of("api/v2/user-blocks?identifier=jane", "api/v2/user-blocks/auth0%7Cjane")) {
            assertThat(caller.get(path).body()).isEqualTo("{\"blocked_for\":[]}");
            for (int i = 0; i < 10; i++) {
                assertThat(refused("jane@example.com", "wrong")).startsWith("403");
            }
            JsonNode blocks = caller.get(path).json().path("blocked_for");
            assertThat(blocks.findValuesAsText("identifier")).containsExactly("jane@example.com", "jane");
            assertThat(blocks.findValuesAsText("ip")).containsOnly("127.0.0.1");

            assertThat(caller.delete(path).status()).isEqualTo(204);
            assertThat(password("jane@example.com", SECRET).statusCode()).isEqualTo(200);
        }
        assertThat(caller.delete("api/v2/user-blocks?identifier=blocked@example.com")
                        .status())
                .isEqualTo(204);
        assertThat(refused("blocked@example.com", SECRET)).isEqualTo("401 unauthorized user is blocked");
        assertThat(caller.get("api/v2/user-blocks").status()).isEqualTo(400);
        assertThat(caller.get("api/v2/user-blocks/auth0%7Cnobody").status()).isEqualTo(404);
        assertThat(caller.get("api/v2/user-blocks?identifier=nobody").json().path("blocked_for"))
                .isEmpty();
        assertThat(Caller.withScopes(tenant, "read:users")
                        .delete("api/v2/user-blocks?identifier=jane")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aSecondFactorIsAskedForAndEachCodeIsGoodOnce() throws IOException {
        // RFC 6238, appendix B: at 59 s the last six digits are 287082.
        clock.advance(Duration.between(clock.instant(), Instant.ofEpochSecond(59)));
        String token =
                json(password("totp@example.com", SECRET)).path("mfa_token").asText();
        Map<String, String> otp = new TreeMap<>(Map.of(
                "grant_type",
                Application.MFA_OTP,
                "client_id",
                shop.id(),
                "client_secret",
                shop.secret(),
                "mfa_token",
                token,
                "otp",
                "000000"));

        assertThat(error(post("oauth/token", otp))).isEqualTo("403 invalid_grant Invalid otp_code.");
        otp.put("otp", "287082");
        assertThat(post("oauth/token", otp).statusCode()).isEqualTo(200);
        String again =
                json(password("totp@example.com", SECRET)).path("mfa_token").asText();
        otp.put("mfa_token", again);
        assertThat(error(post("oauth/token", otp))).isEqualTo("403 invalid_grant Invalid otp_code.");
    }

    @Test
    void aRefreshTokenIsGoodOnceAndItsReuseEndsTheFamily() throws IOException {
        String first = password("jane@example.com", SECRET, Map.of("scope", "openid offline_access"))
                .path("refresh_token")
                .asText();
        String second = json(refresh(first)).path("refresh_token").asText();
        String third = json(refresh(second)).path("refresh_token").asText();

        assertThat(error(refresh(first))).isEqualTo("403 invalid_grant Unknown or invalid refresh token.");
        assertThat(error(refresh(third))).isEqualTo("403 invalid_grant Unknown or invalid refresh token.");
    }

    @Test
    void aRevokedOrExpiredRefreshTokenIsGoodNoMore() throws IOException {
        String token = password("jane@example.com", SECRET, Map.of("scope", "offline_access"))
                .path("refresh_token")
                .asText();
        assertThat(post("oauth/revoke", Map.of("client_id", page.id(), "token", token))
                        .statusCode())
                .isEqualTo(200);
        String still = json(refresh(token)).path("refresh_token").asText();
        assertThat(post("oauth/revoke", Map.of("client_id", shop.id(), "client_secret", shop.secret(), "token", still))
                        .statusCode())
                .isEqualTo(200);
        assertThat(error(refresh(still))).startsWith("403 invalid_grant");

        String other = password("jane@example.com", SECRET, Map.of("scope", "offline_access"))
                .path("refresh_token")
                .asText();
        clock.advance(Duration.ofDays(31));
        assertThat(error(refresh(other))).startsWith("403 invalid_grant");
    }

    @Test
    void aBrowserIsLedThroughTheLoginPageToACodeThatIsGoodOnce() throws IOException {
        HttpResponse<String> loginPage = authorize(
                page,
                Map.of(
                        "code_challenge",
                        challenge("verifier"),
                        "code_challenge_method",
                        "S256",
                        "state",
                        "a&b",
                        "nonce",
                        "n-1"));
        assertThat(loginPage.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(
                        policy -> assertThat(policy).contains("default-src 'none'", "frame-ancestors 'none'"));
        assertThat(loginPage.body())
                .contains("<label for=\"username\">", "<label for=\"password\">")
                .doesNotContain("<script");

        HttpResponse<String> wrong =
                submit(loginPage, Map.of("username", "jane@example.com\"><x", "password", "wrong"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body())
                .contains("role=\"alert\"", "Wrong email or password.")
                .doesNotContain("\"><x");
        HttpResponse<String> right = submit(loginPage, Map.of("username", "JANE", "password", SECRET));
        Map<String, String> result = query(location(right));
        assertThat(location(right).toString()).startsWith(CALLBACK + "?");
        assertThat(result).containsEntry("state", "a&b");

        assertThat(error(exchange(page, result.get("code"), "other")))
                .isEqualTo("403 invalid_grant Failed to verify code verifier");
        assertThat(error(exchange(page, result.get("code"), "verifier")))
                .isEqualTo("403 invalid_grant Invalid authorization code");
        HttpResponse<String> silent = get(authorizeUrl(
                page,
                Map.of(
                        "prompt",
                        "none",
                        "code_challenge",
                        challenge("v2"),
                        "code_challenge_method",
                        "S256",
                        "nonce",
                        "n-2")));
        JsonNode tokens = json(exchange(page, query(location(silent)).get("code"), "v2"));
        assertThat(verified(tokens.path("id_token").asText()).getClaim("nonce").asString())
                .isEqualTo("n-2");
    }

    @Test
    void aCodeThatComesAgainEndsWhatCameOfIt() throws IOException {
        HttpResponse<String> done = submit(
                authorize(shop, Map.of("scope", "openid offline_access")),
                Map.of("username", "jane@example.com", "password", SECRET));
        String code = query(location(done)).get("code");
        String refreshToken =
                json(exchange(shop, code, "")).path("refresh_token").asText();

        assertThat(error(exchange(shop, code, ""))).isEqualTo("403 invalid_grant Invalid authorization code");
        assertThat(error(refresh(refreshToken))).startsWith("403 invalid_grant");
    }

    @Test
    void withoutASessionASilentLoginIsToldToLogIn() throws IOException {
        Map<String, String> result = query(location(get(authorizeUrl(shop, Map.of("prompt", "none", "state", "s")))));

        assertThat(result).containsEntry("error", "login_required").containsEntry("state", "s");
    }

    @Test
    void aSessionThatIsTooOldOrThatIsLoggedOutIsNone() throws IOException {
        submit(authorize(shop, Map.of()), Map.of("username", "jane@example.com", "password", SECRET));
        assertThat(query(location(get(authorizeUrl(shop, Map.of()))))).containsKey("code");
        clock.advance(Duration.ofMinutes(2));
        assertThat(query(location(get(authorizeUrl(shop, Map.of("prompt", "none", "max_age", "60"))))))
                .containsEntry("error", "login_required");
        assertThat(query(location(get(authorizeUrl(shop, Map.of("prompt", "none", "max_age", "600"))))))
                .containsKey("code");
        assertThat(get(authorizeUrl(shop, Map.of("prompt", "login")))
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .startsWith("/u/login");

        HttpResponse<String> out =
                get("v2/logout?client_id=" + shop.id() + "&returnTo=" + encoded("http://localhost:8080/?bye=1"));
        assertThat(location(out)).hasToString("http://localhost:8080/?bye=1");
        assertThat(query(location(get(authorizeUrl(shop, Map.of("prompt", "none"))))))
                .containsEntry("error", "login_required");
    }

    @Test
    void aBrowserIsSentNowhereThatTheApplicationDoesNotName() throws IOException {
        for (String elsewhere : List.of(
                "https://evil.example.com/",
                "http://localhost@evil.example.com/",
                "http://localhost.evil.example.com/",
                "javascript:alert(1)",
                "//evil.example.com")) {
            HttpResponse<String> response = get(authorizeUrl(shop, Map.of("redirect_uri", elsewhere)));
            assertThat(response.statusCode()).as(elsewhere).isEqualTo(403);
            assertThat(response.headers().firstValue("Location")).isEmpty();
            assertThat(get("v2/logout?returnTo=" + encoded(elsewhere)).headers().firstValue("Location"))
                    .as(elsewhere)
                    .isEmpty();
        }
        assertThat(get(authorizeUrl(shop, Map.of("redirect_uri", CALLBACK + "#x")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(get("authorize?client_id=nobody&redirect_uri=" + encoded(CALLBACK))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void nobodyIsLoggedInByALoginThatAnotherBrowserBegan() throws IOException {
        HttpResponse<String> ofAnother = authorize(shop, Map.of());
        HttpClient victim = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .build();
        Map<String, String> credentials = Map.of("username", "jane@example.com", "password", SECRET);

        for (boolean hasBegunOneItself : List.of(false, true)) {
            if (hasBegunOneItself) {
                send(victim, HttpRequest.newBuilder(tenant.url().resolve(authorizeUrl(shop, Map.of()))));
            }
            assertThat(send(victim, HttpRequest.newBuilder(ofAnother.uri())).statusCode())
                    .isEqualTo(400);
            HttpResponse<String> forged = send(victim, posting(ofAnother.uri(), credentials));
            assertThat(forged.statusCode()).isEqualTo(400);
            assertThat(forged.headers().firstValue("Set-Cookie")).isEmpty();
        }
        assertThat(submit(ofAnother, credentials).statusCode()).isEqualTo(302);
    }

    @Test
    void aBrowserIsLoggedInToTwoTenantsOfThisMachineAtOnce() throws IOException {
        Map<String, String> credentials = Map.of("username", "jane@example.com", "password", SECRET);
        submit(authorize(shop, Map.of()), credentials);
        try (LocalTenant another = LocalTenant.start(TenantSettings.defaults()
                .withLogins(new LoginSettings(List.of(shop), List.of(), List.of()))
                .withUsers(CONNECTION, JANE.formatted(sha256(SECRET))))) {
            URI begun = another.url().resolve(authorizeUrl(shop, Map.of()));
            URI form = another.url().resolve(location(get(begun)).toString());
            assertThat(query(location(send(form, credentials)))).containsKey("code");

            for (URI url : List.of(tenant.url(), another.url())) {
                assertThat(query(location(get(url.resolve(authorizeUrl(shop, Map.of("prompt", "none")))))))
                        .containsKey("code");
            }
        }
    }

    @Test
    void aPageOfAnotherOriginReadsNothingAndIsToldNothing() throws IOException {
        for (String origin : List.of("https://evil.example.com", "http://localhost.evil.example.com", "null")) {
            HttpResponse<String> keys = send(HttpRequest.newBuilder(tenant.url().resolve(".well-known/jwks.json"))
                    .header("Origin", origin));
            HttpResponse<String> asked =
                    send(HttpRequest.newBuilder(tenant.url().resolve("oauth/token"))
                            .method("OPTIONS", BodyPublishers.noBody())
                            .header("Origin", origin)
                            .header("Access-Control-Request-Headers", "authorization"));
            for (HttpResponse<String> each : List.of(keys, asked)) {
                assertThat(each.headers().map().keySet())
                        .as(origin)
                        .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"));
            }
        }
        assertThat(send(HttpRequest.newBuilder(tenant.url().resolve(".well-known/jwks.json"))
                                .header("Origin", "http://localhost:3000"))
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .contains("http://localhost:3000");
        // A message goes to the page of the callback alone, and no other may hold it in a frame.
        HttpResponse<String> message =
                get(authorizeUrl(shop, Map.of("prompt", "none", "response_mode", "web_message", "state", "</script>")));
        assertThat(message.body()).contains(",\"http://localhost:8080\")").doesNotContain("</script>\"");
        assertThat(message.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).endsWith("frame-ancestors http://localhost:8080"));
    }

    @Test
    void everyPageTellsTheBrowserToGuessNothingAndToKeepNothing() throws IOException {
        for (HttpResponse<String> each : List.of(authorize(shop, Map.of()), get("authorize"))) {
            assertThat(each.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(each.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(each.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        }
    }

    @Test
    void aBlockedUserIsSentBackWithTheReason() throws IOException {
        HttpResponse<String> back =
                submit(authorize(shop, Map.of()), Map.of("username", "blocked@example.com", "password", SECRET));

        assertThat(query(location(back)))
                .containsEntry("error", "unauthorized")
                .containsEntry("error_description", "user is blocked");
    }

    @Test
    void userinfoTellsWhatTheScopesOpen() throws IOException {
        String access = password("jane@example.com", SECRET, Map.of("scope", "openid email"))
                .path("access_token")
                .asText();

        JsonNode info = json(send("userinfo", "Bearer " + access));
        assertThat(info.path("sub").asText()).isEqualTo("auth0|jane");
        assertThat(info.path("email").asText()).isEqualTo("jane@example.com");
        assertThat(info.has("name")).isFalse();
        assertThat(send("userinfo", "Bearer nonsense").statusCode()).isEqualTo(401);
        String withoutOpenid = password(
                        "jane@example.com", SECRET, Map.of("audience", AUDIENCE, "scope", "read:orders"))
                .path("access_token")
                .asText();
        assertThat(send("userinfo", "Bearer " + withoutOpenid).statusCode()).isEqualTo(401);
    }

    @Test
    void aForgottenPasswordIsReplacedByTheLinkOfTheKeptMessage() throws IOException {
        HttpResponse<String> sent = postJson(
                "dbconnections/change_password",
                "{\"client_id\":\"x\",\"connection\":\"" + CONNECTION + "\",\"email\":\"nohash@example.com\"}");
        assertThat(sent.body()).isEqualTo("We've just sent you an email to reset your password.");
        URI link = URI.create(tenant.messages().get(0).link());

        HttpResponse<String> weak = send(link, Map.of("password", "weak"));
        assertThat(weak.statusCode()).isEqualTo(400);
        assertThat(send(link, Map.of("password", "Much-Better-1")).statusCode()).isEqualTo(200);
        assertThat(password("nohash@example.com", "Much-Better-1").statusCode()).isEqualTo(200);
        assertThat(send(link, Map.of("password", "Much-Better-2")).statusCode()).isEqualTo(400);
    }

    @Test
    void whoSignsUpCanLogIn() throws IOException {
        String signup = "{\"client_id\":\"x\",\"connection\":\"" + CONNECTION
                + "\",\"email\":\"New@example.com\",\"password\":\"Correct-horse-1\"}";
        JsonNode created = json(postJson("dbconnections/signup", signup));

        assertThat(created.path("_id").asText()).matches("[0-9a-f]{24}");
        assertThat(created.path("email_verified").asBoolean()).isFalse();
        assertThat(password("new@example.com", "Correct-horse-1").statusCode()).isEqualTo(200);
        assertThat(json(postJson("dbconnections/signup", signup)).path("code").asText())
                .isEqualTo("invalid_signup");
        assertThat(json(postJson(
                                "dbconnections/signup",
                                signup.replace("New@", "other@").replace("Correct-horse-1", "weak")))
                        .path("code")
                        .asText())
                .isEqualTo("invalid_password");
    }

    @Test
    void anApplicationActsForItself() throws IOException {
        Map<String, String> request = Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                shop.id(),
                "client_secret",
                shop.secret(),
                "audience",
                AUDIENCE);

        DecodedJWT token =
                verified(json(post("oauth/token", request)).path("access_token").asText());
        assertThat(token.getSubject()).isEqualTo(shop.id() + "@clients");
        assertThat(token.getClaim("gty").asString()).isEqualTo("client-credentials");
        Map<String, String> wrong = new TreeMap<>(request);
        wrong.put("client_secret", "");
        assertThat(error(post("oauth/token", wrong))).isEqualTo("401 access_denied Unauthorized");
        wrong.put("client_id", page.id());
        assertThat(error(post("oauth/token", wrong))).startsWith("403 unauthorized_client");
    }

    @Test
    void discoveryNamesEndpointsThatAnswer() throws IOException {
        JsonNode configuration = json(get(".well-known/openid-configuration"));

        assertThat(configuration.path("issuer").asText()).isEqualTo(tenant.url().toString());
        for (String endpoint :
                List.of("authorization_endpoint", "userinfo_endpoint", "jwks_uri", "end_session_endpoint")) {
            assertThat(get(URI.create(configuration.path(endpoint).asText())).statusCode())
                    .as(endpoint)
                    .isNotEqualTo(404);
        }
    }

    private DecodedJWT verified(String token) throws IOException {
        JsonNode key = json(get(".well-known/jwks.json")).path("keys").path(0);
        DecodedJWT decoded = JWT.decode(token);
        Algorithm.RSA256(publicKey(key), null).verify(decoded);
        assertThat(decoded.getKeyId()).isEqualTo(key.path("kid").asText());
        return decoded;
    }

    private static RSAPublicKey publicKey(JsonNode key) {
        try {
            return (RSAPublicKey) KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(number(key.path("n")), number(key.path("e"))));
        } catch (GeneralSecurityException noKey) {
            throw new IllegalStateException(noKey);
        }
    }

    private static BigInteger number(JsonNode base64) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(base64.asText()));
    }

    private JsonNode password(String user, String password, Map<String, String> more) throws IOException {
        Map<String, String> form = new TreeMap<>(more);
        form.putAll(Map.of(
                "grant_type",
                "password",
                "client_id",
                shop.id(),
                "client_secret",
                shop.secret(),
                "username",
                user,
                "password",
                password));
        return json(post("oauth/token", form));
    }

    private HttpResponse<String> password(String user, String password) throws IOException {
        return post(
                "oauth/token",
                Map.of(
                        "grant_type",
                        Application.PASSWORD_REALM,
                        "realm",
                        CONNECTION,
                        "client_id",
                        shop.id(),
                        "client_secret",
                        shop.secret(),
                        "username",
                        user,
                        "password",
                        password));
    }

    private String refused(String user, String password) throws IOException {
        return error(password(user, password));
    }

    private HttpResponse<String> refresh(String token) throws IOException {
        return post(
                "oauth/token",
                Map.of(
                        "grant_type",
                        "refresh_token",
                        "client_id",
                        shop.id(),
                        "client_secret",
                        shop.secret(),
                        "refresh_token",
                        token));
    }

    private HttpResponse<String> exchange(Application application, String code, String verifier) throws IOException {
        return post(
                "oauth/token",
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        application.id(),
                        "client_secret",
                        application.secret(),
                        "code",
                        code,
                        "redirect_uri",
                        CALLBACK,
                        "code_verifier",
                        verifier));
    }

    private static String error(HttpResponse<String> response) throws IOException {
        JsonNode body = json(response);
        return response.statusCode() + " " + body.path("error").asText() + " "
                + body.path("error_description").asText();
    }

    private HttpResponse<String> authorize(Application application, Map<String, String> parameters) throws IOException {
        return get(tenant.url()
                .resolve(location(get(authorizeUrl(application, parameters))).toString()));
    }

    private static String authorizeUrl(Application application, Map<String, String> parameters) {
        Map<String, String> all = new TreeMap<>(Map.of(
                "client_id",
                application.id(),
                "redirect_uri",
                CALLBACK,
                "response_type",
                "code",
                "scope",
                "openid profile"));
        all.putAll(parameters);
        return "authorize?" + form(all);
    }

    private HttpResponse<String> submit(HttpResponse<String> page, Map<String, String> fields) throws IOException {
        return send(page.uri(), fields);
    }

    private static URI location(HttpResponse<String> response) {
        return URI.create(response.headers().firstValue("Location").orElseThrow());
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> pairs = new HashMap<>();
        for (String pair : uri.getRawQuery().split("&", -1)) {
            pairs.put(
                    pair.substring(0, pair.indexOf('=')),
                    URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8));
        }
        return pairs;
    }

    private HttpResponse<String> get(String path) throws IOException {
        return get(tenant.url().resolve(path));
    }

    private HttpResponse<String> get(URI uri) throws IOException {
        return send(HttpRequest.newBuilder(uri));
    }

    private HttpResponse<String> send(String path, String authorization) throws IOException {
        return send(HttpRequest.newBuilder(tenant.url().resolve(path)).header("Authorization", authorization));
    }

    private HttpResponse<String> post(String path, Map<String, String> form) throws IOException {
        return send(tenant.url().resolve(path), form);
    }

    private HttpResponse<String> send(URI uri, Map<String, String> form) throws IOException {
        return send(posting(uri, form));
    }

    private static HttpRequest.Builder posting(URI uri, Map<String, String> form) {
        return HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(form)));
    }

    private HttpResponse<String> postJson(String path, String body) throws IOException {
        return send(HttpRequest.newBuilder(tenant.url().resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        return send(browser, request);
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    private static String form(Map<String, String> form) {
        return form.entrySet().stream()
                .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        return MAPPER.readTree(response.body());
    }

    private static String hash(String password) {
        return "{\"algorithm\":\"sha256\",\"hash\":{\"value\":\"" + sha256(password) + "\",\"encoding\":\"hex\"}}";
    }

    private static String sha256(String text) {
        return HexFormat.of().formatHex(digest(text));
    }

    private static String challenge(String verifier) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest(verifier));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
