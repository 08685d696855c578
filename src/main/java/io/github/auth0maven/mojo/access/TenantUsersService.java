package io.github.auth0maven.mojo.access;

import io.github.auth0maven.deletions.TenantUsers;
import io.github.auth0maven.deletions.UserDeletion;
import io.github.auth0maven.management.CallListener;
import io.github.auth0maven.management.Destination;
import io.github.auth0maven.management.ManagementApi.Access;
import io.github.auth0maven.management.OpenTenant;
import io.github.auth0maven.management.Purpose;
import io.github.auth0maven.management.Remedy;
import io.github.auth0maven.management.Users;
import io.github.auth0maven.pace.UnansweredException;
import io.github.auth0maven.restorations.ChangeableUsers;
import io.github.auth0maven.restorations.UserRestoration;
import io.github.auth0maven.service.Result;
import io.github.auth0maven.service.TenantUser;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tenant whose users are asked about one by one; it is connected to when there is something to ask. */
public final class TenantUsersService implements UserDeletion.Service, UserRestoration.Service, AutoCloseable {

    private final Access access;
    private final String connection;
    private final CallListener listener;
    private final Use use;
    private @Nullable OpenTenant tenant;

    /**
     * What the tenant is called for.
     *
     * @param share how much of its rate limit may be taken
     */
    public record Use(Purpose purpose, double share) {}

    public TenantUsersService(Access access, String connection, CallListener listener, Use use) {
        this.access = access;
        this.connection = connection;
        this.listener = listener;
        this.use = use;
    }

    @Override
    public Called connect() throws IOException, InterruptedException {
        OpenTenant opened = OpenTenant.open(access, listener, new Destination(connection, true), use.purpose());
        tenant = opened;
        String name = opened.connectionName()
                .orElseThrow(() -> new IOException("The name of the connection " + connection
                        + " cannot be looked up, which takes the scope read:connections; nothing has been done"));
        return new Called(new Users(opened), name, use.share());
    }

    /** The users of one connection, at a share of the tenant's pace. */
    public record Called(Users users, String connection, double share) implements TenantUsers, ChangeableUsers {

        @Override
        public Result<List<TenantUser>> byEmail(String email) {
            return users.byEmail(email);
        }

        @Override
        public Result<List<TenantUser>> byId(String id) {
            return users.byId(id);
        }

        @Override
        public Result<List<TenantUser>> search(String query) {
            return users.search(query);
        }

        @Override
        public Result<Boolean> change(String id, String attributes) {
            return users.change(id, attributes);
        }

        @Override
        public Result<Boolean> delete(String id) {
            return users.delete(id);
        }

        @Override
        public Result<Boolean> deleteByEmail(String email) {
            return users.deleteByEmail(email);
        }

        @Override
        public Duration rest() {
            return users.rest(share);
        }
    }

    @Override
    public String explain(IOException stop) {
        String reason = stop instanceof UnansweredException unanswered
                        && unanswered.refusal().isPresent()
                ? Remedy.explain(unanswered.refusal().get())
                : stop.getMessage() + "; gave up after several attempts";
        return reason + ". The same command goes on from there";
    }

    @Override
    public void close() {
        if (tenant != null) {
            tenant.close();
        }
    }
}
