package io.github.auth0maven.management;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.service.Result;
import io.github.auth0maven.service.TenantUser;
import io.github.auth0maven.tenant.LocalTenant;
import io.github.auth0maven.tenant.TenantSettings;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls about single users, made to the local tenant. */
class UsersTest {

    private static final String CONNECTION = "Username-Password-Authentication";

    private LocalTenant tenant;
    private OpenTenant opened;
    private Users users;

    @BeforeEach
    void open() throws Exception {
        tenant = LocalTenant.start(TenantSettings.defaults()
                .withUsers(
                        CONNECTION,
                        "{\"email\":\"ada@example.com\",\"user_id\":\"ada/1\",\"user_metadata\":{\"a\":1}}",
                        "{\"email\":\"grace@example.com\",\"username\":\"grace\"}"));
        ManagementApi.Access access = new ManagementApi.Access(
                Domain.parse(tenant.url().toString()),
                tenant.audience(),
                new Credentials.ClientSecret(tenant.clientId(), tenant.clientSecret()),
                "1.2.3");
        opened = OpenTenant.open(
                access, (method, path, result, took) -> {}, new Destination(CONNECTION, true), Purpose.DELETION);
        users = new Users(opened);
    }

    @AfterEach
    void close() {
        opened.close();
        tenant.close();
    }

    private static <T> T value(Result<T> result) {
        assertThat(result).isInstanceOf(Result.Success.class);
        return ((Result.Success<T>) result).value();
    }

    @Test
    void theConnectionIsKnownByItsName() {
        assertThat(opened.connectionName()).contains(CONNECTION);
    }

    @Test
    void aUserIsFoundByItsAddressItsIdAndASearch() {
        TenantUser ada = value(users.byEmail("ADA@example.com")).get(0);

        assertThat(ada.id()).isEqualTo("auth0|ada/1");
        assertThat(ada.isOnlyIn(CONNECTION)).isTrue();
        assertThat(ada.updatedAt()).isEqualTo(ada.createdAt());
        assertThat(ada.json()).contains("\"user_metadata\":{\"a\":1}");
        assertThat(ada).hasToString("TenantUser[auth0|ada/1]");
        assertThat(value(users.byId("auth0|ada/1"))).containsExactly(ada);
        assertThat(value(users.search("username:\"grace\" AND identities.connection:\"" + CONNECTION + "\"")))
                .hasSize(1);
    }

    @Test
    void whoIsNotThereIsNobody() {
        assertThat(value(users.byId("auth0|nobody"))).isEmpty();
        assertThat(value(users.byEmail("nobody@example.com"))).isEmpty();
    }

    @Test
    void aUserIsDeletedAndOnlyThatOne() {
        assertThat(value(users.delete("auth0|ada/1"))).isTrue();
        assertThat(users.delete("auth0|ada/1")).isInstanceOf(Result.Success.class);

        assertThat(value(users.byEmail("ada@example.com"))).isEqualTo(List.of());
        assertThat(value(users.byEmail("grace@example.com"))).hasSize(1);
    }

    @Test
    void anAddressIsFreedInTheConnection() {
        assertThat(value(users.deleteByEmail("grace@example.com"))).isTrue();

        assertThat(value(users.byEmail("grace@example.com"))).isEmpty();
    }

    @Test
    void itSaysHowLongToWaitForOthersShare() {
        value(users.byEmail("ada@example.com"));

        assertThat(users.rest(1)).isZero();
        assertThat(users.serviceTime()).isNotNull();
    }
}
