package io.github.auth0maven.mojo.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.attributes.RootAttributes;
import io.github.auth0maven.deletions.UsersInMemory;
import io.github.auth0maven.management.Credentials;
import io.github.auth0maven.management.Domain;
import io.github.auth0maven.management.ManagementApi.Access;
import io.github.auth0maven.management.Purpose;
import io.github.auth0maven.mojo.access.TenantUsersService.Called;
import io.github.auth0maven.mojo.access.TenantUsersService.Use;
import io.github.auth0maven.pace.Timing;
import io.github.auth0maven.restorations.UserBackup;
import io.github.auth0maven.restorations.UserRestoration;
import io.github.auth0maven.restorations.UserRestoration.Restored;
import io.github.auth0maven.service.Result;
import io.github.auth0maven.service.TenantUser;
import io.github.auth0maven.tenant.LocalTenant;
import io.github.auth0maven.tenant.TenantSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users were before an import, kept from the local tenant and put back there. */
class BackupAndRestorationTest {

    private static final String CONNECTION = "Username-Password-Authentication";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String ADA = """
            {"email":"ada@example.com","user_id":"ada","given_name":"Ada","email_verified":true,
             "user_metadata":{"theme":"dark","deep":{"a":1,"b":2}},"app_metadata":{"plan":"free"}}""";

    private final List<String> told = new ArrayList<>();
    private LocalTenant tenant;
    private TenantUsersService service;
    private Called users;

    @TempDir
    Path directory;

    @BeforeEach
    void connect() throws Exception {
        tenant = LocalTenant.start(TenantSettings.defaults()
                .withUsers(CONNECTION, ADA, "{\"email\":\"grace@example.com\",\"user_id\":\"grace\"}"));
        Access access = new Access(
                Domain.parse(tenant.url().toString()),
                tenant.audience(),
                new Credentials.ClientSecret(tenant.clientId(), tenant.clientSecret()),
                "1.2.3");
        service = new TenantUsersService(
                access, CONNECTION, (method, path, result, took) -> {}, new Use(Purpose.RESTORATION, 1));
        users = service.connect();
    }

    @AfterEach
    void close() {
        service.close();
        tenant.close();
    }

    private Path file() {
        return directory.resolve("backup-users.jsonl");
    }

    private long backUp() throws Exception {
        String file =
                "[{\"email\":\"ADA@example.com\"},{\"email\":\"new@example.com\"},{\"email\":\"grace@example.com\"}]";
        return new UserBackup(new UsersInMemory(file), RootAttributes.of(Map.of()), file(), Timing.real())
                .keep(users, "https://t");
    }

    private Restored restore(String domain, boolean rehearses) throws IOException, InterruptedException {
        return new UserRestoration(file(), rehearses, Timing.real())
                .run(() -> users, domain, (id, attributes) -> told.add(id + " " + attributes));
    }

    private JsonNode ada() throws Exception {
        Result<List<TenantUser>> found = users.byId("auth0|ada");
        ObjectNode user = (ObjectNode) JSON.readTree(
                ((Result.Success<List<TenantUser>>) found).value().get(0).json());
        return user.without("updated_at");
    }

    private void change() {
        assertThat(users.change("auth0|ada", """
                        {"given_name":"Someone","family_name":"Else",
                         "user_metadata":{"theme":"light","deep":{"a":1},"extra":true},"app_metadata":{"plan":null,"paid":1}}""")).isInstanceOf(Result.Success.class);
    }

    @Test
    void whoWasChangedIsAfterwardsWhatItWas() throws Exception {
        JsonNode before = ada();
        assertThat(backUp()).isEqualTo(2);
        change();
        assertThat(ada()).isNotEqualTo(before);

        assertThat(restore("https://t", false)).isEqualTo(new Restored(1, 1, 0));

        assertThat(ada()).isEqualTo(before);
        assertThat(told).containsExactly("auth0|ada [family_name, given_name, app_metadata, user_metadata]");
    }

    @Test
    void twiceIsOnce() throws Exception {
        backUp();
        change();
        restore("https://t", false);

        assertThat(restore("https://t", false)).isEqualTo(new Restored(0, 2, 0));
    }

    @Test
    void aRehearsalChangesNothing() throws Exception {
        backUp();
        change();
        JsonNode changed = ada();

        assertThat(restore("https://t", true).restored()).isEqualTo(1);

        assertThat(ada()).isEqualTo(changed);
    }

    @Test
    void whoIsGoneIsCounted() throws Exception {
        backUp();
        users.delete("auth0|grace");

        assertThat(restore("https://t", false)).isEqualTo(new Restored(0, 1, 1));
    }

    @Test
    void aBackupOfAnotherTenantIsRefusedByName() throws Exception {
        backUp();

        assertThatThrownBy(() -> restore("https://other", false))
                .hasMessageContaining("is of users of https://t, and the tenant to put users back in is https://other");
    }

    @Test
    void whatIsNoBackupIsNotTakenForOne() throws Exception {
        Files.writeString(file(), "[{\"email\":\"secret@example.com\"}]\n");

        assertThatThrownBy(() -> restore("https://t", false))
                .hasMessageContaining("is no backup of users")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aBackupIsItsOwnersAlone() throws Exception {
        backUp();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(file());
        }
    }
}
