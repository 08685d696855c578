package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.auth0.client.auth.AuthAPI;
import com.auth0.client.mgmt.ManagementApi;
import com.auth0.client.mgmt.core.ManagementApiException;
import com.auth0.client.mgmt.jobs.types.CreateImportUsersRequestContent;
import com.auth0.client.mgmt.types.ConnectionForList;
import com.auth0.client.mgmt.types.GetJobSummary;
import com.auth0.client.mgmt.types.ListUsersByEmailRequestParameters;
import com.auth0.client.mgmt.types.UpdateUserRequestContent;
import com.auth0.client.mgmt.types.UserResponseSchema;
import com.auth0.exception.APIException;
import com.auth0.json.auth.TokenHolder;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import okhttp3.Interceptor;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import org.junit.jupiter.api.Test;

/** Auth0's own Java client, over TLS, whose trust comes from the tenant's PKCS#12 file alone. */
class OfficialClientIT {

    private static final String DOMAIN = System.getProperty("securedDomain");
    private static final String CLIENT = System.getProperty("securedClientId");
    private static final String SECRET = System.getProperty("securedClientSecret");

    private final AuthAPI authentication = AuthAPI.newBuilder(DOMAIN, CLIENT, SECRET).build();

    @Test
    void itImportsLogsInLooksUpChangesAndDeletes() throws Exception {
        ManagementApi management = management(new OkHttpClient.Builder().addInterceptor(OfficialClientIT::unquoted).build());
        assertEquals("1 inserted, 0 failed", imported(management));

        TokenHolder tokens = login("cleo@example.com");
        assertEquals("Bearer", tokens.getTokenType());
        assertEquals("cleo@example.com", authentication.userInfo(tokens.getAccessToken()).execute().getBody().getValues().get("email"));

        UserResponseSchema found = byEmail(management).get(0);
        assertEquals("Cleo", found.getName().orElseThrow());
        String id = found.getUserId().orElseThrow();
        management.users().update(id, UpdateUserRequestContent.builder().blocked(true).appMetadata(Map.of("plan", "gold")).build());
        assertEquals("gold", byEmail(management).get(0).getAppMetadata().orElseThrow().get("plan"));
        APIException blocked = assertThrows(APIException.class, () -> login("cleo@example.com"));
        assertEquals("user is blocked", blocked.getDescription());

        management.users().delete(id);
        assertTrue(byEmail(management).isEmpty(), "deleted");
    }

    /** Without the interceptor this release sends {@code "con_…"} with the quotes, which the service refuses. */
    @Test
    void theIdOfAConnectionInQuotesIsRefused() {
        ManagementApiException refused =
                assertThrows(ManagementApiException.class, () -> imported(management(new OkHttpClient())));

        assertEquals(400, refused.statusCode());
    }

    private static ManagementApi management(OkHttpClient http) throws Exception {
        String audience = "https://" + DOMAIN + "/api/v2/";
        String token = AuthAPI.newBuilder(DOMAIN, CLIENT, SECRET).build().requestToken(audience).execute().getBody().getAccessToken();
        return ManagementApi.builder().url("https://" + DOMAIN + "/api/v2").token(token).httpClient(http).build();
    }

    private static String imported(ManagementApi management) throws Exception {
        File users = new File("src/test/resources/auth0/cleo.json");
        ConnectionForList connection = management.connections().list().iterator().next();
        String job = management.jobs().usersImports()
                .create(users, CreateImportUsersRequestContent.builder().connectionId(connection.getId().orElseThrow()).build())
                .getId();
        while (management.jobs().get(job).getStatus().equals("pending")) {
            Thread.onSpinWait();
        }
        GetJobSummary summary = management.jobs().get(job).getSummary().orElseThrow();
        return summary.getInserted().orElseThrow() + " inserted, " + summary.getFailed().orElseThrow() + " failed";
    }

    private TokenHolder login(String user) throws Exception {
        return authentication.login(user, "Secret 123".toCharArray()).setScope("openid email").execute().getBody();
    }

    private static List<UserResponseSchema> byEmail(ManagementApi management) {
        return management.users().listUsersByEmail(ListUsersByEmailRequestParameters.builder().email("cleo@example.com").build());
    }

    /** Sends texts of a form without the quotes that this release puts around them. */
    private static Response unquoted(Interceptor.Chain chain) throws IOException {
        if (!(chain.request().body() instanceof MultipartBody form)) {
            return chain.proceed(chain.request());
        }
        MultipartBody.Builder plain = new MultipartBody.Builder().setType(form.type());
        for (MultipartBody.Part part : form.parts()) {
            Buffer text = new Buffer();
            part.body().writeTo(text);
            plain.addPart(MultipartBody.Part.create(part.headers(), RequestBody.create(text.readUtf8().replaceAll("^\"|\"$", ""), part.body().contentType())));
        }
        return chain.proceed(chain.request().newBuilder().post(plain.build()).build());
    }
}
