package io.github.auth0maven.mojo.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0maven.tenant.LoginSettings;
import io.github.auth0maven.tenant.TenantSettings;
import io.github.auth0maven.tenant.applications.Application;
import io.github.auth0maven.tenant.applications.CustomClaim;
import io.github.auth0maven.tenant.connections.Connection;
import io.github.auth0maven.tenant.server.Fault;
import io.github.auth0maven.tenant.server.Faults;
import io.github.auth0maven.tenant.server.RateLimit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a POM says of a local tenant. */
class TenantParametersTest {

    private @Nullable List<TenantConnection> connections;
    private @Nullable List<TenantApplication> applications;
    private @Nullable List<TenantApi> apis;
    private @Nullable List<TenantClaim> claims;
    private @Nullable TenantBehaviour settings;
    private String port = "0";
    private String tls = "false";

    private TenantParameters parameters() {
        return new TenantParameters(port, tls, connections, applications, apis, claims, settings);
    }

    private LoginSettings logins() throws MojoExecutionException {
        return parameters().read().logins().orElseThrow();
    }

    @Test
    void byDefaultThereAreAConfidentialApplicationAndAPublicOneForTheUsualConnection() throws Exception {
        TenantSettings read = parameters().read();

        assertThat(logins().applications()).extracting(Application::isPublic).containsExactly(false, true);
        assertThat(logins().applications().get(0).urls().callbacks().allow("http://127.0.0.1:4711/any"))
                .isTrue();
        assertThat(read.client().id())
                .isEqualTo(read.logins().orElseThrow().applications().get(0).id());
        assertThat(read.connections()).singleElement().satisfies(connection -> {
            assertThat(connection.name()).isEqualTo("Username-Password-Authentication");
            assertThat(connection.enabledClients()).contains(read.client().id());
        });
    }

    @Test
    void anApplicationIsWhatIsSaidOfIt() throws Exception {
        TenantApplication shop = application("shop", "regular_web");
        shop.clientSecret = "s3cret";
        shop.callbacks = "http://localhost:1/a, http://localhost:1/b";
        shop.grants = "authorization_code client_credentials";
        shop.idTokenAlgorithm = "HS256";
        applications = List.of(shop);

        assertThat(logins().applications()).singleElement().satisfies(read -> {
            assertThat(read.id()).isEqualTo("shop");
            assertThat(read.secret()).isEqualTo("s3cret");
            assertThat(read.name()).isEqualTo("shop");
            assertThat(read.urls().callbacks().entries())
                    .containsExactly("http://localhost:1/a", "http://localhost:1/b");
            assertThat(read.urls().logouts().allow("http://localhost:7/")).isTrue();
            assertThat(read.grants()).containsExactlyInAnyOrder("authorization_code", "client_credentials");
            assertThat(read.idTokenAlgorithm()).isEqualTo("HS256");
        });
        assertThat(shop.toString()).doesNotContain("s3cret");
    }

    @Test
    void whereNoApplicationMayActForItselfThereIsOneMore() throws Exception {
        TenantApplication shop = application("shop", "regular_web");
        shop.grants = "authorization_code";
        applications = List.of(application("page", "spa"), shop);

        assertThat(logins().applications())
                .extracting(Application::id)
                .hasSize(3)
                .containsSubsequence("page", "shop");
        assertThat(logins().applications().get(0).mayUse("client_credentials")).isTrue();
    }

    @Test
    void theFirstThatMayActForItselfIsTheOneForTheManagementApi() throws Exception {
        applications = List.of(application("page", "native"), application("robot", "non_interactive"));

        assertThat(parameters().read().client().id()).isEqualTo("robot");
        assertThat(logins().applications()).extracting(Application::id).containsExactly("robot", "page");
    }

    @Test
    void twoApplicationsCannotHaveOneId() {
        applications = List.of(application("shop", "spa"), application("shop", "native"));

        assertThatThrownBy(() -> parameters().read())
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("<applications>: two of them have the <clientId> \"shop\"");
    }

    @Test
    void whatAnApplicationCannotBeIsToldByItsElement() {
        TenantApplication wrong = application("shop", "web");
        applications = List.of(wrong);
        assertThatThrownBy(() -> parameters().read())
                .hasMessage("<kind> of <application>: \"web\" is not native or non_interactive or regular_web or spa");

        wrong.kind = "spa";
        wrong.clientSecret = "s3cret";
        assertThatThrownBy(() -> parameters().read())
                .hasMessageStartingWith("<clientSecret> of <application>: one of the kind spa keeps no secret")
                .hasMessageNotContaining("s3cret");

        wrong.clientSecret = null;
        wrong.idTokenAlgorithm = "HS256";
        assertThatThrownBy(() -> parameters().read()).hasMessageStartingWith("<idTokenAlgorithm> of <application>");

        wrong.idTokenAlgorithm = null;
        wrong.grants = "implicit";
        assertThatThrownBy(() -> parameters().read())
                .hasMessageStartingWith("<grants> of <application>: \"implicit\" is not authorization_code or ");
    }

    @Test
    void anApiHasAnAudienceAndTokensOfADay() throws Exception {
        TenantApi api = new TenantApi();
        apis = List.of(api);
        assertThatThrownBy(() -> parameters().read()).hasMessage("<api> has no <audience>");

        api.audience = "https://orders.example.com";
        api.scopes = "read:orders, write:orders";
        assertThat(logins().apis()).singleElement().satisfies(read -> {
            assertThat(read.scopes()).containsExactlyInAnyOrder("read:orders", "write:orders");
            assertThat(read.lifetime()).isEqualTo(Duration.ofHours(24));
        });
        api.lifetime = "90s";
        assertThat(logins().apis().get(0).lifetime()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void aClaimIsInBothTokensUnlessItIsSaidOtherwise() throws Exception {
        TenantClaim claim = new TenantClaim();
        claim.name = "https://example.com/roles";
        claim.from = "app_metadata.roles";
        claims = List.of(claim);
        assertThat(logins().claims())
                .containsExactly(CustomClaim.of("https://example.com/roles", "app_metadata.roles"));

        claim.tokens = "access";
        assertThat(logins().claims().get(0).tokens()).isEqualTo(Set.of(CustomClaim.Bearer.ACCESS));
        claim.tokens = "refresh";
        assertThatThrownBy(() -> parameters().read())
                .hasMessage("<tokens> of <claim>: \"refresh\" is not access or id");
    }

    @Test
    void connectionsHaveNamesOfTheirOwn() throws Exception {
        TenantConnection customers = new TenantConnection();
        customers.set("Customers");
        TenantConnection staff = new TenantConnection();
        staff.name = "Staff";
        staff.id = "con_0123456789abcdef";
        staff.usernameMaxLength = "20";
        connections = List.of(customers, staff);

        assertThat(parameters().read().connections())
                .extracting(Connection::name)
                .containsExactly("Customers", "Staff");
        assertThat(parameters().read().connections().get(1).id()).isEqualTo("con_0123456789abcdef");
        assertThat(parameters().read().connections().get(1).options().usernameMaxLength())
                .isEqualTo(20);

        staff.name = "Customers";
        assertThatThrownBy(() -> parameters().read())
                .hasMessage("<connections>: two of them have the name \"Customers\"");
        staff.id = "con_1";
        assertThatThrownBy(() -> parameters().read()).hasMessageStartingWith("<id> of <connection>: \"con_1\"");
    }

    @Test
    void settingsSayHowFastItIsAndHowMuchItTakes() throws Exception {
        settings = new TenantBehaviour();
        settings.jobTime = "2s";
        settings.jobTimePerUser = "3ms";
        settings.slots = "4";
        settings.callsPerSecond = "5";
        settings.tokenLifetime = "1h";

        TenantSettings read = parameters().read();

        assertThat(read.jobDuration().apply(10)).isEqualTo(Duration.ofMillis(2030));
        assertThat(read.slots()).isEqualTo(4);
        assertThat(read.rateLimit()).isEqualTo(new RateLimit(5, 5));
        assertThat(read.tokenLifetime()).isEqualTo(Duration.ofHours(1));

        settings.slots = "0";
        assertThatThrownBy(() -> parameters().read())
                .hasMessage("<slots> of <settings>: \"0\" is not a whole number from 1 to 50");
        settings.slots = null;
        settings.jobTime = "soon";
        assertThatThrownBy(() -> parameters().read())
                .hasMessageStartingWith("<jobTime> of <settings>: \"soon\" is not");
    }

    @Test
    void aFaultDisturbsSomeRequestsAndNoOthers() throws Exception {
        TenantFault fault = new TenantFault();
        fault.method = "post";
        fault.path = "/oauth/token";
        fault.from = "2";
        fault.times = "2";
        fault.status = "503";
        fault.retryAfter = "7";
        settings = new TenantBehaviour();
        settings.faults = List.of(fault);

        Faults read = parameters().read().faults();

        assertThat(read.on(new Faults.Call("POST", "/oauth/token", 1))).isEqualTo(Fault.Connection.KEPT);
        assertThat(read.on(new Faults.Call("POST", "/oauth/token", 3)))
                .isEqualTo(new Fault.Answer(503, Map.of("Retry-After", "7"), ""));
        assertThat(read.on(new Faults.Call("POST", "/oauth/token", 4))).isEqualTo(Fault.Connection.KEPT);
        assertThat(read.on(new Faults.Call("GET", "/oauth/token", 2))).isEqualTo(Fault.Connection.KEPT);
        assertThat(read.on(new Faults.Call("POST", "/userinfo", 2))).isEqualTo(Fault.Connection.KEPT);

        fault.connection = "closed_before_answering";
        assertThat(parameters().read().faults().on(new Faults.Call("POST", "/oauth/token", 2)))
                .isEqualTo(Fault.Connection.CLOSED_BEFORE_ANSWERING);
        fault.connection = null;
        fault.status = "200";
        assertThatThrownBy(() -> parameters().read())
                .hasMessage("<status> of <fault>: \"200\" is not a whole number from 400 to 599");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "http"})
    void aPortIsANumber(String wrong) {
        port = wrong;

        assertThatThrownBy(() -> parameters().portNumber())
                .hasMessage(
                        "tenant.port (-Dauth0.tenant.port): \"" + wrong + "\" is not a whole number from 0 to 65535");
    }

    @Test
    void tlsIsWantedOrNot() {
        tls = "ture";

        assertThatThrownBy(() -> parameters().isSecured()).hasMessageStartingWith("tenant.tls (-Dauth0.tenant.tls)");
    }

    private static TenantApplication application(String clientId, String kind) {
        TenantApplication application = new TenantApplication();
        application.clientId = clientId;
        application.kind = kind;
        return application;
    }
}
