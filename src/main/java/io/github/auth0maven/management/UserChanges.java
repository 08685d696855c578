package io.github.auth0maven.management;

import io.github.auth0maven.plans.SingleUsers;
import io.github.auth0maven.service.Result;
import io.github.auth0maven.service.ServiceError;
import java.time.Duration;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/** {@code PATCH /users/{id}}: changes single users; what has been changed stays so, and a change may be repeated. */
public final class UserChanges implements SingleUsers {

    /** Changing users. */
    public static final Purpose PURPOSE = new Purpose("a change of single users", List.of("update:users"), false);

    private final Calls calls;

    private final double share;

    /**
     * @param share how much of the tenant's rate limit the changes may take
     */
    public UserChanges(OpenTenant tenant, double share) {
        calls = tenant.calls();
        this.share = share;
    }

    @Override
    public Result<Boolean> change(String userId, byte[] body) {
        Request request = new Request.Builder()
                .url(calls.url("users", userId).build())
                .patch(RequestBody.create(body, MediaType.get("application/json")))
                .build();
        return calls.make(request, Repeat.ALWAYS, (status, answer) -> true);
    }

    @Override
    public Duration rest() {
        return calls.pace().rest(share);
    }

    @Override
    public String explain(ServiceError error) {
        return Remedy.explain(error);
    }
}
