package io.github.auth0maven.management;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.auth0maven.service.Result;
import io.github.auth0maven.service.TenantUser;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;

/** {@code /users}, {@code /users-by-email} and {@code /connections/{id}/users}: what is asked and done about single users. */
public final class Users {

    private static final int NOT_FOUND = 404;

    private final Calls calls;
    private final UsersByEmail byEmail;
    private final ServiceClock clock;
    private final String connectionId;

    public Users(OpenTenant tenant) {
        calls = tenant.calls();
        byEmail = new UsersByEmail(calls);
        clock = new ServiceClock(calls);
        connectionId = tenant.connectionId();
    }

    /** All who have the address, in whatever connection; this is never late. */
    public Result<List<TenantUser>> byEmail(String email) {
        return byEmail.find(email);
    }

    /** The user with this id, or nobody; this is never late. */
    public Result<List<TenantUser>> byId(String id) {
        Result<List<TenantUser>> answer =
                calls.get(calls.url("users", id), (status, body) -> List.of(ReadUser.of(ResponseJson.read(body))));
        return isNobody(answer) ? new Result.Success<>(List.of()) : answer;
    }

    /** Those whom a search finds, a hundred at most; a search knows of changes late. */
    public Result<List<TenantUser>> search(String query) {
        return calls.get(
                calls.url("users")
                        .addQueryParameter("q", query)
                        .addQueryParameter("search_engine", "v3")
                        .addQueryParameter("per_page", "100"),
                Users::all);
    }

    /** Changes those attributes of a user that this JSON names; what has been changed so may be changed so again. */
    public Result<Boolean> change(String id, String attributes) {
        Request request = new Request.Builder()
                .url(calls.url("users", id).build())
                .header("Content-Type", "application/json")
                .patch(RequestBody.create(attributes.getBytes(UTF_8)))
                .build();
        return calls.make(request, Repeat.ALWAYS, (status, body) -> true);
    }

    /** Deletes a user; one that is gone is fine. */
    public Result<Boolean> delete(String id) {
        Result<Boolean> answer = deleted(calls.url("users", id));
        return isNobody(answer) ? new Result.Success<>(false) : answer;
    }

    /** Deletes whoever has the address in the connection, found by others or not. */
    public Result<Boolean> deleteByEmail(String email) {
        return deleted(calls.url("connections", connectionId, "users").addQueryParameter("email", email));
    }

    /** What has been deleted stays so: the call may be repeated. */
    private Result<Boolean> deleted(HttpUrl.Builder url) {
        Request request = new Request.Builder().url(url.build()).delete(null).build();
        return calls.make(request, Repeat.ALWAYS, (status, body) -> true);
    }

    private static boolean isNobody(Result<?> answer) {
        return answer instanceof Result.Refused<?> refused && refused.error().status() == NOT_FOUND;
    }

    private static List<TenantUser> all(int status, InputStream body) throws IOException {
        List<TenantUser> users = new ArrayList<>();
        for (ResponseJson user : ResponseJson.read(body).items()) {
            users.add(ReadUser.of(user));
        }
        return users;
    }

    /** What the service's clock says. */
    public Instant serviceTime() {
        return clock.time();
    }

    /**
     * How long the next call is to wait.
     *
     * @param share how much of the tenant's rate limit these calls may take
     */
    public Duration rest(double share) {
        return calls.pace().rest(share);
    }
}
