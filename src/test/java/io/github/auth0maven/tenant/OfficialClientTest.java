package io.github.auth0maven.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.auth0.client.auth.AuthAPI;
import com.auth0.client.auth.RSAClientAssertionSigner;
import com.auth0.client.mgmt.ManagementAPI;
import com.auth0.client.mgmt.filter.ConnectionFilter;
import com.auth0.client.mgmt.filter.UserFilter;
import com.auth0.client.mgmt.filter.UsersExportFilter;
import com.auth0.client.mgmt.filter.UsersImportOptions;
import com.auth0.exception.APIException;
import com.auth0.exception.Auth0Exception;
import com.auth0.json.mgmt.connections.Connection;
import com.auth0.json.mgmt.jobs.Job;
import com.auth0.json.mgmt.jobs.JobErrorDetails;
import com.auth0.json.mgmt.roles.Role;
import com.auth0.json.mgmt.users.User;
import com.auth0.net.Response;
import io.github.auth0maven.pace.MovableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Auth0's own Java client makes of the local tenant: it was written against the real service. */
class OfficialClientTest {

    private static final String NAME = "Username-Password-Authentication";

    @TempDir
    private Path directory;

    private final MovableClock clock = new MovableClock();
    private LocalTenant tenant;
    private ManagementAPI api;

    @BeforeEach
    void start() throws IOException {
        tenant = LocalTenant.start(TenantSettings.defaults().withClock(clock));
        String token = AuthAPI.newBuilder(tenant.url().toString(), tenant.clientId(), tenant.clientSecret())
                .build()
                .requestToken(tenant.audience())
                .execute()
                .getBody()
                .getAccessToken();
        api = ManagementAPI.newBuilder(tenant.url().toString(), token).build();
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void itFindsTheConnectionByName() throws Auth0Exception {
        Connection connection = connection();

        assertThat(connection.getName()).isEqualTo(NAME);
        assertThat(connection.getStrategy()).isEqualTo("auth0");
        assertThat(connection.getOptions()).doesNotContainKey("import_mode");
        assertThat(api.connections()
                        .getEnabledClients(connection.getId(), null)
                        .execute()
                        .getBody()
                        .getClients())
                .hasSize(1);
    }

    @Test
    void itImportsUsersAndFollowsTheJob() throws IOException {
        Job job = submitted("[{\"email\":\"Ada@example.com\"},{\"email\":\"bob@example.com\",\"blocked\":true}]");

        assertThat(job.getStatus()).isEqualTo("pending");
        assertThat(job.getConnection()).isEqualTo(NAME);
        assertThat(job.getExternalId()).isEqualTo("nightly");
        assertThat(tenant.jobs().get(0).sendCompletionEmail()).isFalse();

        clock.advance(Duration.ofSeconds(2));
        Job finished = api.jobs().get(job.getId()).execute().getBody();

        assertThat(finished.getStatus()).isEqualTo("completed");
        assertThat(finished.getSummary().getInserted()).isEqualTo(2);
        List<User> found =
                api.users().listByEmail("ada@example.com", null).execute().getBody();
        assertThat(found).extracting(User::getNickname).containsExactly("ada");
        assertThat(found.get(0).getIdentities().get(0).getConnection()).isEqualTo(NAME);
    }

    /** The hash is SHA-256 of {@code Secret 123}. */
    @Test
    void itLogsInAsTheUserThatItImported() throws IOException {
        try (LocalTenant open = LocalTenant.start(TenantSettings.defaults().withLogins(LoginSettings.defaults()))) {
            AuthAPI authentication = AuthAPI.newBuilder(open.url().toString(), open.clientId(), open.clientSecret())
                    .build();
            String token = authentication
                    .requestToken(open.audience())
                    .execute()
                    .getBody()
                    .getAccessToken();
            api = ManagementAPI.newBuilder(open.url().toString(), token).build();
            submitted(
                    "[{\"email\":\"ada@example.com\",\"custom_password_hash\":{\"algorithm\":\"sha256\",\"hash\":{"
                            + "\"value\":\"b5cdf9bcbaa0434881cc8defc44012234e565a86418a212d09fc2a8cae339367\",\"encoding\":\"hex\"}}}]");

            String access = authentication
                    .login("ada@example.com", "Secret 123".toCharArray())
                    .setScope("openid email")
                    .execute()
                    .getBody()
                    .getAccessToken();

            assertThat(authentication.userInfo(access).execute().getBody().getValues())
                    .containsEntry("email", "ada@example.com");
            assertThatExceptionOfType(APIException.class)
                    .isThrownBy(() -> authentication
                            .login("ada@example.com", "another".toCharArray())
                            .execute())
                    .satisfies(refused -> assertThat(refused.getError()).isEqualTo("invalid_grant"));
        }
    }

    @Test
    void itReadsTheErrorsOfRejectedUsers() throws IOException {
        Job job = submitted("[{\"email\":\"not an address\"}]");
        clock.advance(Duration.ofSeconds(2));

        List<JobErrorDetails> errors =
                api.jobs().getErrorDetails(job.getId()).execute().getBody();

        assertThat(errors).hasSize(1);
        assertThat(errors.get(0).getUser().getEmail()).isEqualTo("not an address");
        assertThat(errors.get(0).getErrors().get(0).getCode()).isEqualTo("INVALID_FORMAT");
        assertThat(errors.get(0).getErrors().get(0).getPath()).isEqualTo("identities[0].profileData.email");
    }

    /** Later releases of this client want JSON here and throw, although the service documents an empty 204. */
    @Test
    void itFindsNoErrorsWhereThereAreNone() throws IOException {
        Job job = submitted("[{\"email\":\"ada@example.com\"}]");
        clock.advance(Duration.ofSeconds(2));

        Response<List<JobErrorDetails>> errors =
                api.jobs().getErrorDetails(job.getId()).execute();

        assertThat(errors.getStatusCode()).isEqualTo(204);
        assertThat(errors.getBody()).isNullOrEmpty();
    }

    /** The job object, in the place of a list, is more than this client expects. */
    @Test
    void itCannotReadWhyAJobFailed() throws IOException {
        Job job = submitted("not JSON");
        clock.advance(Duration.ofSeconds(2));

        assertThat(api.jobs().get(job.getId()).execute().getBody().getStatus()).isEqualTo("failed");
        assertThatExceptionOfType(Auth0Exception.class)
                .isThrownBy(() -> api.jobs().getErrorDetails(job.getId()).execute());
    }

    @Test
    void itUnderstandsTheErrorEnvelope() {
        assertThatExceptionOfType(APIException.class)
                .isThrownBy(() -> api.jobs().get("job_0000000000000000").execute())
                .satisfies(refused -> {
                    assertThat(refused.getStatusCode()).isEqualTo(404);
                    assertThat(refused.getDescription()).isEqualTo("The job does not exist");
                });
    }

    @Test
    void itGetsATokenWithAPrivateKey() throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair keys = generator.generateKeyPair();
        TenantSettings settings = TenantSettings.defaults().withClock(Clock.systemUTC());

        try (LocalTenant strict =
                LocalTenant.start(settings.withClient(settings.client().withKey(keys.getPublic())))) {
            String token = AuthAPI.newBuilder(
                            strict.url().toString(), strict.clientId(), new RSAClientAssertionSigner((RSAPrivateKey)
                                    keys.getPrivate()))
                    .build()
                    .requestToken(strict.audience())
                    .execute()
                    .getBody()
                    .getAccessToken();

            assertThat(Caller.withAuthorization(strict, "Bearer " + token)
                            .get("api/v2/connections")
                            .status())
                    .isEqualTo(200);
        }
    }

    private Connection connection() throws Auth0Exception {
        return api.connections()
                .listAll(new ConnectionFilter()
                        .withName(NAME)
                        .withStrategy("auth0")
                        .withTotals(true))
                .execute()
                .getBody()
                .getItems()
                .get(0);
    }

    @Test
    void itCreatesFindsChangesAndDeletesAUser() throws Auth0Exception {
        User wanted = new User("Username-Password-Authentication");
        wanted.setEmail("Ada@example.com");
        wanted.setPassword("a secret of Ada".toCharArray());
        User created = api.users().create(wanted).execute().getBody();

        assertThat(created.getEmail()).isEqualTo("ada@example.com");
        assertThat(api.users()
                        .list(new UserFilter()
                                .withQuery("email:\"ada@example.com\"")
                                .withTotals(true))
                        .execute()
                        .getBody()
                        .getItems())
                .extracting(User::getId)
                .containsExactly(created.getId());

        User change = new User();
        change.setAppMetadata(Map.of("plan", "gold"));
        assertThat(api.users()
                        .update(created.getId(), change)
                        .execute()
                        .getBody()
                        .getAppMetadata())
                .containsEntry("plan", "gold");

        api.users().delete(created.getId()).execute();
        assertThatExceptionOfType(APIException.class)
                .isThrownBy(() -> api.users().get(created.getId(), null).execute())
                .satisfies(failure -> {
                    assertThat(failure.getStatusCode()).isEqualTo(404);
                    assertThat(failure.getError()).isEqualTo("inexistent_user");
                });
    }

    @Test
    void itAssignsRolesAndExportsUsers() throws Auth0Exception {
        User wanted = new User("Username-Password-Authentication");
        wanted.setEmail("ada@example.com");
        wanted.setPassword("a secret of Ada".toCharArray());
        String ada = api.users().create(wanted).execute().getBody().getId();
        Role reader = new Role();
        reader.setName("reader");
        String role = api.roles().create(reader).execute().getBody().getId();

        api.users().addRoles(ada, List.of(role)).execute();
        Job export = api.jobs()
                .exportUsers(new UsersExportFilter()
                        .withConnectionId(connection().getId())
                        .withFormat("json")
                        .withLimit(5))
                .execute()
                .getBody();
        clock.advance(Duration.ofSeconds(1));

        assertThat(api.users().listRoles(ada, null).execute().getBody().getItems())
                .extracting(Role::getName)
                .containsExactly("reader");
        assertThat(api.jobs().get(export.getId()).execute().getBody().getStatus())
                .isEqualTo("completed");
    }

    private Job submitted(String users) throws IOException {
        Path file = Files.writeString(directory.resolve("users.json"), users);
        return api.jobs()
                .importUsers(
                        connection().getId(),
                        file.toFile(),
                        new UsersImportOptions()
                                .withExternalId("nightly")
                                .withUpsert(false)
                                .withSendCompletionEmail(false))
                .execute()
                .getBody();
    }
}
