package io.github.auth0maven.deletions;

import io.github.auth0maven.jobs.PastImport.Window;
import io.github.auth0maven.pace.SteadyCalls;
import io.github.auth0maven.pace.UnansweredException;
import io.github.auth0maven.service.TenantUser;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Finds one user after the other and removes it, if it is the import's. */
final class Removal {

    private static final int BAD_REQUEST = 400;

    /** A user is created and changed by an import at once. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private final TenantUsers tenant;
    private final SteadyCalls calls;
    private final Search search;
    private final boolean keepChanged;

    Removal(TenantUsers tenant, SteadyCalls calls, boolean keepChanged) {
        this.tenant = tenant;
        this.calls = calls;
        this.keepChanged = keepChanged;
        search = new Search(tenant, calls);
    }

    /** What is to become of a user, and whose id that is. */
    record Decision(Outcome outcome, Optional<String> id) {}

    /** Finds out what is to become of a user. */
    Decision decide(WantedUser wanted, Window window) throws IOException, InterruptedException {
        Search.Found found = search.find(wanted, window);
        if (found.user().isEmpty()) {
            return new Decision(
                    found.linked() ? Outcome.LINKED : found.others() ? Outcome.BEFORE : Outcome.GONE, Optional.empty());
        }
        TenantUser user = found.user().get();
        return new Decision(keepChanged && isChanged(user) ? Outcome.CHANGED : Outcome.DELETED, Optional.of(user.id()));
    }

    private static boolean isChanged(TenantUser user) {
        return user.logins() > 0 || user.updatedAt().isAfter(user.createdAt().plus(AT_ONCE));
    }

    /** Deletes a user. */
    void delete(String id) throws IOException, InterruptedException {
        calls.make(() -> tenant.delete(id));
    }

    /** Frees the address of a user whom nobody finds: an import that went wrong inside Auth0 may have left it taken. */
    void deleteGhost(String email) throws IOException, InterruptedException {
        try {
            calls.make(() -> tenant.deleteByEmail(email));
        } catch (UnansweredException e) {
            boolean isNotForThisConnection =
                    e.refusal().filter(error -> error.status() == BAD_REQUEST).isPresent();
            if (!isNotForThisConnection) {
                throw e;
            }
        }
    }
}
