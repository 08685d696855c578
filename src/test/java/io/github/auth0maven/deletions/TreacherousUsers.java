package io.github.auth0maven.deletions;

import io.github.auth0maven.imports.Fate;
import io.github.auth0maven.pace.VirtualTime;
import io.github.auth0maven.service.Result;
import io.github.auth0maven.service.ServiceError;
import io.github.auth0maven.service.TenantUser;
import io.github.auth0maven.service.TenantUser.Identity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A tenant that outlives the processes that delete its users, and does to them whatever a tenant can; it keeps book of it. */
final class TreacherousUsers implements TenantUsers {

    static final String CONNECTION = "Users";

    /** A user and its address. */
    record Stored(TenantUser user, String email) {}

    final Map<String, Stored> users = new LinkedHashMap<>();
    /** Addresses in the connection that are taken, by nobody who can be found. */
    final Set<String> ghosts = new HashSet<>();

    final Set<String> deleted = new HashSet<>();
    int deletions;
    private final VirtualTime time;
    private final Fate fate;
    private final boolean emailsAreUnique;
    private Instant quietUntil = Instant.MIN;

    TreacherousUsers(VirtualTime time, Fate fate, boolean emailsAreUnique) {
        this.time = time;
        this.fate = fate;
        this.emailsAreUnique = emailsAreUnique;
    }

    /** Has a user from now on. */
    void has(String id, String email, Instant createdAt, String connection, int logins) {
        String account = id.substring(id.indexOf('|') + 1);
        put(id, email, createdAt, List.of(new Identity(connection, account)), logins);
    }

    /** Has a user of somewhere else from now on, to whom an account in the connection is linked. */
    void hasLinked(String id, String email, Instant createdAt) {
        put(id, email, createdAt, List.of(new Identity("google-oauth2", "g"), new Identity(CONNECTION, "x" + id)), 1);
    }

    private void put(String id, String email, Instant createdAt, List<Identity> identities, int logins) {
        users.put(
                id,
                new Stored(
                        new TenantUser(
                                id,
                                Optional.empty(),
                                createdAt,
                                createdAt.plusSeconds(logins),
                                logins,
                                identities,
                                "{}"),
                        email));
    }

    /** Another process begins to call. */
    void meetsAnother() {
        quietUntil = Instant.MIN;
    }

    @Override
    public String connection() {
        return CONNECTION;
    }

    private <T> Result<T> answer(Supplier<Result<T>> call) {
        fate.mayKill("before a call");
        if (time.instant().isBefore(quietUntil)) {
            throw new AssertionError("called although it was told to be quiet");
        }
        if (fate.happens(0.1)) {
            Duration wait = Duration.ofMillis(1 + fate.chance.nextInt(60_000));
            quietUntil = time.instant().plus(wait);
            return new Result.RateLimited<>(wait);
        }
        if (fate.happens(0.1)) {
            return new Result.NotTaken<>("nobody answers");
        }
        if (fate.happens(0.05)) {
            return refused(fate.chance.nextBoolean() ? 401 : 403, "Expired token");
        }
        Result<T> answer = call.get();
        fate.mayKill("after a call");
        return fate.happens(0.1) ? new Result.Uncertain<>("the answer was lost") : answer;
    }

    @Override
    public Result<List<TenantUser>> byEmail(String email) {
        return answer(() -> {
            List<TenantUser> found = new ArrayList<>();
            users.values().stream()
                    .filter(stored -> stored.email().equals(email))
                    .forEach(stored -> found.add(stored.user()));
            return new Result.Success<>(found);
        });
    }

    @Override
    public Result<List<TenantUser>> byId(String id) {
        return answer(() -> new Result.Success<>(
                users.containsKey(id) ? List.of(users.get(id).user()) : List.of()));
    }

    @Override
    public Result<List<TenantUser>> search(String query) {
        throw new AssertionError("everybody has an address here");
    }

    @Override
    public Result<Boolean> delete(String id) {
        return answer(() -> {
            deletions++;
            if (users.remove(id) != null) {
                deleted.add(id);
            }
            return new Result.Success<>(true);
        });
    }

    @Override
    public Result<Boolean> deleteByEmail(String email) {
        return answer(() -> {
            deletions++;
            if (!emailsAreUnique) {
                return refused(400, "This operation is not supported by the connection");
            }
            ghosts.remove(email);
            users.values().removeIf(stored -> {
                boolean goes = stored.email().equals(email)
                        && stored.user().identities().get(0).connection().equals(CONNECTION);
                return goes && deleted.add(stored.user().id());
            });
            return new Result.Success<>(true);
        });
    }

    @Override
    public Duration rest() {
        return Duration.ZERO;
    }

    private static <T> Result<T> refused(int status, String message) {
        return new Result.Refused<>(new ServiceError(status, Optional.empty(), message, Optional.empty()));
    }
}
